import { z } from 'zod';
import { formatDay } from '../../src/korean/day-words.ts';
import { findPersonSettings, putPersonSetting } from '../../src/people/settings/store.ts';
import { context } from '../../src/slack/blocks.ts';
import { type Heard, jsonOf, press } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn, Typed } from '../../src/slack/turn.ts';
import { officeOf, uploaded } from '../../src/time/digest/compose.ts';
import { digestOf } from '../../src/time/digest/gather.ts';
import { personalOf } from '../../src/time/digest/personal.ts';
import { personalMessage } from '../../src/time/digest/personal-views.ts';
import { pictureOf } from '../../src/time/digest/picture.ts';
import { DIGEST_PART, digestMessage, type Picture, pictureMessage } from '../../src/time/digest/views.ts';
import { type Week, weekOf } from '../../src/time/digest/week.ts';
import { showWeek } from '../../src/visit/list/compose.ts';
import { PARTS, type Part } from '../../src/vocabulary/digest.ts';
import { showStats } from '../council/stats.ts';
import { showStatus } from '../expense/status.ts';
import { showAudit } from '../followup/audit.ts';
import { listFollowups } from '../followup/list.ts';
import { listPledges } from '../pledge/find.ts';

/** A week, for the person who asks alone: the words at once, the picture when it is drawn. */
export async function showDigest(week: Week, turn: Turn): Promise<void> {
  const { db, text, today, client } = turn;
  const digest = await digestOf(db, week, await officeOf(turn));
  const message = digestMessage(digest, null, text);
  if (!message) {
    const day = (it: string) => formatDay(it, text.language, today);
    return turn.tell({ text: text.digest.empty(day(week.from), day(week.to)) });
  }
  const words = text.digest.picture;
  const hasPicture = pictureOf(digest, text) !== null;
  const blocks = [...(message.blocks ?? []), ...(hasPicture ? [context(words.sent)] : [])];
  await turn.tell({ ...message, blocks });
  if (!hasPicture) return;
  // What only one person sees under a command can hold no file; a direct message can.
  const picture = await uploaded(digest, text, client, turn);
  if (picture) await sendPicture(picture, turn);
  else await turn.tell({ text: words.failed });
}

/** One picture stands in a direct message: the newest that was asked for. */
async function sendPicture(picture: Picture, { db, person, client, log }: Turn): Promise<void> {
  const { picture: last } = await findPersonSettings(db, person.userId);
  const { channel, ts } = await client.chat.postMessage({ channel: person.userId, ...pictureMessage(picture) });
  if (channel && ts) await putPersonSetting(db, person.userId, 'picture', { channel, ts });
  // It may have been deleted by its reader, or be too old for Slack.
  if (last)
    await client.chat.delete(last).catch((error: unknown) => log.debug({ err: error }, 'An old picture stays.'));
}

/** The person's own part of this week. */
export async function showMine({ db, person, text, today, now, config }: Turn): Promise<Message> {
  const personal = await personalOf(db, weekOf(today), person, { now: now(), zone: config.timezone });
  const { digest } = await findPersonSettings(db, person.userId);
  return personalMessage(personal, person, text, digest) ?? { text: text.digest.personal.none };
}

/** What stands behind each part: its command. */
const BEHIND: Record<Part, (turn: Typed) => Promise<Message>> = {
  visits: (turn) => showWeek(turn.typed, 0, turn),
  spending: (turn) => showStatus(turn.typed, turn),
  followups: (turn) => listFollowups(turn.typed, 0, turn),
  pledges: (turn) => listPledges(turn.typed, 0, turn),
  council: showStats,
  audit: (turn) => showAudit(turn.typed, turn),
};

const Behind = jsonOf(z.object({ part: z.enum(PARTS), typed: z.string() }));

export const parts: Heard[] = [
  press(DIGEST_PART, Behind, (turn) => BEHIND[turn.pressed.part]({ ...turn, typed: turn.pressed.typed })),
];
