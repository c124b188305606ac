import type { webApi } from '@slack/bolt';
import type { Deps } from '../../base/deps.ts';
import type { Entry } from '../../outbox/rules.ts';
import { putEntries } from '../../outbox/store.ts';
import { updateSent } from '../../outbox/update.ts';
import type { KindName } from '../../vocabulary/reminder.ts';
import { drawTold } from './draw.ts';
import type { Due, Office } from './rules.ts';
import { findTold, type Given, putAnswer, type Told } from './told/store.ts';

export const REMINDER_AGAIN = 'reminder_again';
export const REMINDER_DECLINED = 'reminder_declined';

/** Kinds of which nothing is left to say when their hour is over; the others may be put off as long as one likes. */
const ENDS: readonly KindName[] = [
  'visit_evening',
  'visit_hour',
  'visit_notice',
  'council_announcement',
  'pledge_round',
  'disclosure',
  'birthday',
];

/** Whether there is no use in speaking of it any more. */
export const isPast = ({ kind, until }: Pick<Due, 'kind' | 'until'>, now: Date): boolean =>
  ENDS.includes(kind) && until !== null && until <= now;

/** Until when all of this may be put off; null: as long as one likes. */
export function lastUse(told: readonly Pick<Told, 'kind' | 'expiresAt'>[]): Date | null {
  const ends = told.flatMap(({ kind, expiresAt }) => (ENDS.includes(kind) && expiresAt ? [expiresAt.getTime()] : []));
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/** Writes down what somebody said to some records of a reminder, and what follows. False where all was answered before. */
export async function giveAnswer(
  told: readonly Told[],
  given: Given,
  follows: readonly Entry[],
  { db }: Pick<Deps, 'db'>,
): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    let answered = 0;
    for (const it of told) if (await putAnswer(db, it, given)) answered++;
    if (answered === 0) return false;
    await putEntries(db, follows, given.at);
    return true;
  });
}

/** The message that somebody was told with shows what was answered; on the page of that record. */
export async function redraw(
  key: string,
  record: string | null,
  office: Office,
  client: webApi.WebClient,
  deps: Deps,
): Promise<void> {
  const [told] = await findTold(deps.db, key);
  const message = told && (await drawTold(told.message, record === null ? null : { key, record }, deps, office));
  if (message) await updateSent(deps, client, told.message, message);
}

/** What comes again, or yet, at that time: one message for all that was put off together. */
export const againEntry = (
  told: readonly Pick<Told, 'kind' | 'record' | 'userId'>[],
  until: Date,
  expiresAt: Date | null,
): Entry[] => {
  const [first] = told;
  if (!first) return [];
  const of = told.length === 1 ? first.record : `${first.record}+${told.length - 1}`;
  const kinds = [...new Set(told.map(({ kind }) => kind))];
  const recordsOf = (kind: KindName) => told.filter((it) => it.kind === kind).map(({ record }) => record);
  return [
    {
      key: `again:${first.kind}:${of}:${until.toISOString()}:${first.userId}`,
      kind: REMINDER_AGAIN,
      recipient: first.userId,
      subject: { parts: kinds.map((kind) => ({ kind, records: recordsOf(kind) })) },
      dueAt: until,
      expiresAt,
    },
  ];
};

/** Tells whoever can find somebody else for it. */
export const declinedEntries = ({ kind, record, userId }: Told, to: readonly string[], at: Date): Entry[] =>
  to.map((recipient) => ({
    key: `declined:${record}:${userId}:${recipient}`,
    kind: REMINDER_DECLINED,
    recipient,
    subject: { kind, record, by: userId },
    dueAt: at,
    expiresAt: null,
  }));
