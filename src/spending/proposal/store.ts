import { setImmediate } from 'node:timers/promises';
import { type Database, registerOf } from '../../base/db/database.ts';
import { type Activity, isAccount, isActivity, isPayment } from '../../vocabulary/expense.ts';
import type { PaperField } from './papers.ts';
import { emptyProfile, learn, type Profile } from './profile.ts';

/** What an office did longer ago is no sign of what it does now. */
const NEWEST = 3_000;
/** What was corrected or voided since is learned anew so often. */
const FRESH_MS = 10 * 60_000;

/** Records that are learned before others get their turn: all of them at once would keep everybody waiting. */
const TURN = 50;

type Known = { profile: Profile; since: number };
const known = new WeakMap<object, Known>();
const learning = new WeakMap<object, Promise<Known>>();

/**
 * What this office recorded before, kept in memory: a form that opens reads only what came since, by the records' numbers, so that what
 * another process saved is known too. It is learned once for all who wait for it, and learned anew while the one before serves.
 */
export async function findProfile(turns: Database, now: Date): Promise<Profile> {
  const db = turns.withoutPlugins(); // nobody is shown what is learned from
  const kept = known.get(registerOf(db));
  if (!kept) return (await learnAnew(db, now)).profile;
  if (Math.abs(now.getTime() - kept.since) >= FRESH_MS) learnAnew(db, now).catch(() => undefined); // the next form tries again
  await readOn(db, kept.profile);
  return kept.profile;
}

function learnAnew(db: Database, now: Date): Promise<Known> {
  const begun = learning.get(registerOf(db));
  if (begun) return begun;
  const anew = (async () => {
    const profile = emptyProfile();
    await readOn(db, profile);
    const learned = { profile, since: now.getTime() };
    known.set(registerOf(db), learned);
    return learned;
  })().finally(() => learning.delete(registerOf(db)));
  learning.set(registerOf(db), anew);
  return anew;
}

async function readOn(db: Database, profile: Profile): Promise<void> {
  const rows = await db
    .selectFrom('expense')
    .select(['id', 'created_by', 'origin', 'activity', 'account', 'payment', 'place', 'purpose', 'attendees'])
    .where('id', '>', profile.upTo)
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .execute();
  for (const [at, row] of rows.reverse().entries()) {
    const { id, created_by: createdBy, origin, activity, account, payment, place, purpose, attendees } = row;
    if (at % TURN === TURN - 1) await setImmediate();
    if (id <= profile.upTo) continue; // learned by a form that opened at the same moment
    learn(profile, {
      id,
      createdBy,
      typed: origin === 'form',
      activity: isActivity(activity) ? activity : null,
      account: isAccount(account) ? account : null,
      payment: isPayment(payment) ? payment : null,
      place,
      purpose,
      attendees,
    });
  }
}

const MOST_PAPERS = 50;

/** What was given of such papers with the newest records of an activity, and what for. */
export async function findPapers(
  db: Database,
  activity: Activity,
  fields: readonly PaperField[],
): Promise<{ field: PaperField; value: string; purpose: string }[]> {
  const rows = await db
    .selectFrom('expense_evidence')
    .innerJoin('expense', 'expense.id', 'expense_evidence.expense_id')
    .select(['expense_evidence.field', 'expense_evidence.value', 'expense.purpose'])
    .where('expense_evidence.field', 'in', fields)
    .where('expense.activity', '=', activity)
    .where('expense.voided_at', 'is', null)
    .orderBy('expense.id', 'desc')
    .limit(MOST_PAPERS)
    .execute();
  return rows.map(({ field, ...row }) => ({ ...row, field: field as PaperField }));
}
