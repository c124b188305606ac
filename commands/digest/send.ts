import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formatDay } from '../../src/korean/day-words.ts';
import { clockIn, todayIn } from '../../src/korean/days.ts';
import { putEntries } from '../../src/outbox/store.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings } from '../../src/people/settings/store.ts';
import { button, sentence } from '../../src/slack/blocks.ts';
import { type Heard, jsonOf, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Pressed, Turn } from '../../src/slack/turn.ts';
import { officeOf } from '../../src/time/digest/compose.ts';
import { digestOf } from '../../src/time/digest/gather.ts';
import { channelOf, DIGEST, endOf } from '../../src/time/digest/jobs.ts';
import { isEmpty } from '../../src/time/digest/rules.ts';
import { findPut } from '../../src/time/digest/store.ts';
import { titleOf } from '../../src/time/digest/views.ts';
import { digestKey, type Week, weekNamed } from '../../src/time/digest/week.ts';

const DIGEST_AGAIN = 'digest_send_again';
const DIGEST_KEEP = 'digest_send_not';

/** Puts a week's digest in the outbox; one that was put there before is asked about first. */
export async function sendDigest(week: Week, turn: Turn): Promise<Message> {
  const { db, person, text, today, config } = turn;
  const words = text.digest.send;
  if (!isManager(person)) return { text: text.access.notManager };
  const channel = channelOf(await findOfficeSettings(db), config);
  if (!channel) return { text: words.noChannel };
  if (isEmpty(await digestOf(db, week, await officeOf(turn)))) return { text: words.empty };

  const put = await findPut(db, digestKey(week));
  if (!put) return send(week, digestKey(week), channel, turn);
  const day = formatDay(todayIn(config.timezone, put.putAt), text.language, today);
  const when = `${day} ${clockIn(config.timezone, put.putAt)}`;
  const ask = (put.isSent ? words.again : words.waiting)(titleOf(week, text), when);
  const value = JSON.stringify({ week: week.name, key: randomUUID() });
  return {
    text: ask,
    blocks: [
      sentence(ask),
      {
        type: 'actions',
        elements: [button(DIGEST_AGAIN, words.confirm, value, 'primary'), button(DIGEST_KEEP, words.keep, ' ')],
      },
    ],
  };
}

async function send(week: Week, key: string, channel: string, turn: Turn): Promise<Message> {
  const at = turn.now();
  const end = endOf(week, turn.config.timezone);
  const expiresAt = end > at ? end : null;
  const entry = { key, kind: DIGEST, recipient: channel, subject: { week: week.name }, dueAt: at, expiresAt };
  await turn.db.transaction().execute((db) => putEntries(db, [entry], at));
  const said = turn.text.digest.send.queued(titleOf(week, turn.text), `<#${channel}>`);
  return { text: said, blocks: [sentence(said)] };
}

const Again = jsonOf(z.object({ week: z.string(), key: z.uuid() }));

export const sending: Heard[] = [
  press(DIGEST_AGAIN, Again, sendAgain, 'in_place'),
  press(DIGEST_KEEP, Words, ({ text }) => ({ text: text.digest.send.kept }), 'in_place'),
];

/** The key is the question's own: a second press finds the first. */
async function sendAgain(turn: Pressed<z.infer<typeof Again>>): Promise<Message> {
  const { db, config, person, text, pressed } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const week = weekNamed(pressed.week);
  const channel = channelOf(await findOfficeSettings(db), config);
  if (!week || !channel) return { text: text.digest.send.noChannel };
  return send(week, `${digestKey(week)}:again:${pressed.key}`, channel, turn);
}
