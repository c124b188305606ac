import type { Database } from '../../base/db/database.ts';
import { type Activity, isAccount, isActivity, isPayment } from '../../vocabulary/expense.ts';
import type { PaperField } from './papers.ts';
import { emptyProfile, learn, type Profile } from './profile.ts';

/** What an office did longer ago is no sign of what it does now. */
const NEWEST = 3_000;
/** What was corrected or voided since is learned anew so often. */
const FRESH_MS = 10 * 60_000;

const known = new WeakMap<Database, { profile: Profile; since: number }>();

/**
 * What this office recorded before, kept in memory: a form that opens reads only what came since, by the records' numbers, so that what
 * another process saved is known too.
 */
export async function findProfile(db: Database, now: Date): Promise<Profile> {
  const kept = known.get(db);
  const fresh = kept && Math.abs(now.getTime() - kept.since) < FRESH_MS;
  const { profile, since } = fresh ? kept : { profile: emptyProfile(), since: now.getTime() };
  const rows = await db
    .selectFrom('expense')
    .select(['id', 'created_by', 'origin', 'activity', 'account', 'payment', 'place', 'purpose', 'attendees'])
    .where('id', '>', profile.upTo)
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .execute();
  for (const row of rows.reverse()) {
    const { id, created_by: createdBy, origin, activity, account, payment, place, purpose, attendees } = row;
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
  known.set(db, { profile, since });
  return profile;
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
