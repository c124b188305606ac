import { z } from 'zod';
import { dropFailed, findFailed, retryFailed } from '../src/outbox/failed/store.ts';
import {
  FAILED_PAGE_SIZE,
  failedMessage,
  OUTBOX_DROP,
  OUTBOX_FAILED,
  OUTBOX_PAGE,
  OUTBOX_RETRY,
  OUTBOX_RETRY_ALL,
} from '../src/outbox/failed/views.ts';
import { isAdministrator } from '../src/people/rules.ts';
import { findNames } from '../src/people/store.ts';
import { type Command, jsonOf, pages, press, Words } from '../src/slack/command.ts';
import type { Message } from '../src/slack/privately.ts';
import type { Turn } from '../src/slack/turn.ts';

const MOST_AT_ONCE = 200;
const Chosen = jsonOf(z.object({ key: z.string(), offset: z.number().int().min(0).default(0) }));

/** What could not be sent, for administrators: the list, trying again, giving up. */
export const outbox = {
  hears: [
    press(OUTBOX_FAILED, Words, (turn) => list(0, turn)),
    ...pages(OUTBOX_PAGE, (turn) => list(turn.offset, turn)),
    press(OUTBOX_RETRY, Chosen, (turn) => settle('retried', turn.pressed, turn), 'in_place'),
    press(OUTBOX_DROP, Chosen, (turn) => settle('dropped', turn.pressed, turn), 'in_place'),
    press(OUTBOX_RETRY_ALL, Words, retryAll, 'in_place'),
  ],
} satisfies Command;

const byOf = ({ person, now }: Turn) => ({ actor: person.userId, at: now() });

async function settle(
  how: 'retried' | 'dropped',
  { key, offset }: z.infer<typeof Chosen>,
  turn: Turn,
): Promise<Message> {
  if (!isAdministrator(turn.person)) return notAllowed(turn);
  const done = await (how === 'retried' ? retryFailed : dropFailed)(turn.db, key, byOf(turn));
  const { refusals, ...words } = turn.text.outbox;
  return list(offset, turn, 'refusal' in done ? refusals[done.refusal] : words[how]);
}

async function retryAll(turn: Turn): Promise<Message> {
  if (!isAdministrator(turn.person)) return notAllowed(turn);
  const { failed } = await findFailed(turn.db, { offset: 0, limit: MOST_AT_ONCE });
  let retried = 0;
  for (const { key } of failed) {
    const done = await retryFailed(turn.db, key, byOf(turn));
    if (!('refusal' in done)) retried++;
  }
  return list(0, turn, turn.text.outbox.retriedAll(retried));
}

const notAllowed = ({ text }: Turn): Message => ({ text: text.access.notAdministrator, below: true });

async function list(offset: number, turn: Turn, said?: string): Promise<Message> {
  const { db, person, text, config, now } = turn;
  if (!isAdministrator(person)) return notAllowed(turn);
  const page = await findFailed(db, { offset, limit: FAILED_PAGE_SIZE });
  if (page.failed.length === 0 && page.count > 0) {
    const last = Math.floor((page.count - 1) / FAILED_PAGE_SIZE) * FAILED_PAGE_SIZE;
    return list(last, turn, said); // the last of that page was settled
  }
  const recipients = page.failed.map(({ recipient }) => recipient);
  const names = await findNames(db, recipients);
  return failedMessage({ ...page, offset, names, now: now(), zone: config.timezone }, text, said);
}
