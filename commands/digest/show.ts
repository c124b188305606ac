import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { formatDay, todayIn } from '../../src/korean/days.ts';
import { findPersonSettings } from '../../src/people/settings/store.ts';
import { context } from '../../src/slack/blocks.ts';
import { type Message, type Reach, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { officeOf, uploaded } from '../../src/time/digest/compose.ts';
import { digestOf } from '../../src/time/digest/gather.ts';
import { personalOf } from '../../src/time/digest/personal.ts';
import { personalMessage } from '../../src/time/digest/personal-views.ts';
import { pictureOf } from '../../src/time/digest/picture.ts';
import { DIGEST_PART, digestMessage, pictureMessage } from '../../src/time/digest/views.ts';
import { type Week, weekOf } from '../../src/time/digest/week.ts';
import { PARTS, type Part } from '../../src/vocabulary/digest.ts';
import { showStats } from '../council/stats.ts';
import { showStatus } from '../expense/status.ts';
import { showAudit } from '../followup/audit.ts';
import { listFollowups } from '../followup/list.ts';
import { listPledges } from '../pledge/find.ts';
import { showWeek } from '../visit/list.ts';

/** A week, for the person who asks alone: the words at once, the picture when it is drawn. */
export async function showDigest(
  week: Week,
  { person, text }: Visitor,
  reach: Reach,
  client: webApi.WebClient,
  deps: Deps,
): Promise<void> {
  const today = todayIn(deps.config.timezone, deps.now());
  const digest = await digestOf(deps.db, week, await officeOf(deps));
  const message = digestMessage(digest, null, text);
  const to = { client, log: deps.log };
  if (!message) {
    const day = (it: string) => formatDay(it, text.language, today);
    await tellPrivately(to, reach, { text: text.digest.empty(day(week.from), day(week.to)) });
    return;
  }
  const words = text.digest.picture;
  const hasPicture = pictureOf(digest, text) !== null;
  const blocks = [...(message.blocks ?? []), ...(hasPicture ? [context(words.sent)] : [])];
  await tellPrivately(to, reach, { ...message, blocks });
  if (!hasPicture) return;
  // What only one person sees under a command can hold no file; a direct message can.
  const picture = await uploaded(digest, text, client, deps);
  if (picture) await client.chat.postMessage({ channel: person.userId, ...pictureMessage(picture) });
  else await tellPrivately(to, reach, { text: words.failed });
}

/** The person's own part of this week. */
export async function showMine({ person, text }: Visitor, { db, now, config }: Deps): Promise<Message> {
  const office = { now: now(), zone: config.timezone };
  const week = weekOf(todayIn(config.timezone, now()));
  const personal = await personalOf(db, week, person, office);
  const { digest } = await findPersonSettings(db, person.userId);
  return personalMessage(personal, person, text, digest) ?? { text: text.digest.personal.none };
}

/** What stands behind each part: its command. */
const BEHIND: Record<Part, (typed: string, visitor: Visitor, deps: Deps) => Promise<Message>> = {
  visits: (typed, visitor, deps) => showWeek(typed, 0, visitor, deps),
  spending: showStatus,
  followups: (typed, visitor, deps) => listFollowups(typed, 0, visitor, deps),
  pledges: (typed, visitor, deps) => listPledges(typed, 0, visitor, deps),
  council: showStats,
  audit: showAudit,
};

const Behind = z.object({ part: z.enum(PARTS), typed: z.string() });

export function listenForParts(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(DIGEST_PART, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { part, typed } = Behind.parse(JSON.parse(action.value ?? ''));
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, await BEHIND[part](typed, visitor, deps));
  });
}
