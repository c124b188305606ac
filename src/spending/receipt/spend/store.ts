import { expressionBuilder } from 'kysely';
import type { Database } from '../../../base/db/database.ts';
import { holdsWord } from '../../../base/db/like.ts';
import type { Schema } from '../../../base/db/schema.ts';
import { narrowedBy } from '../../../base/db/words.ts';

/** A spend in force that a receipt may belong to. */
export type Candidate = {
  id: number;
  spentOn: string | null;
  year: number;
  month: number | null;
  amount: number;
  place: string | null;
  purpose: string;
};

/** Whose spends: one person's, as recorder or by name as spender; everyone's where nobody is named. */
type Whose = { userId: string; name: string } | null;

/** The newest spends entered here that have no receipt yet. */
export async function findLacking(db: Database, whose: Whose, limit: number): Promise<Candidate[]> {
  return candidates(db, whose)
    .where('origin', '=', 'form')
    .where((eb) => eb.not(hasReceipt()))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
    .then((rows) => rows.map(toCandidate));
}

/** The newest spends that fit what is typed: a number, an amount, a place or a purpose. */
export async function searchSpends(
  db: Database,
  whose: Whose,
  typed: { id: number | null; won: number | null; words: string },
  limit: number,
): Promise<Candidate[]> {
  const isOnlyWords = typed.id === null && typed.won === null;
  const narrowed = isOnlyWords ? await narrowedBy(db, 'expense', typed.words.split(/\s+/).filter(Boolean)) : null;
  const rows = await candidates(db, whose)
    .$if(narrowed?.few != null, (query) => query.where((eb) => eb('id', 'in', narrowed?.few ?? eb.lit(0))))
    .where((eb) =>
      eb.or([
        ...(typed.id === null ? [] : [eb('id', '=', typed.id)]),
        ...(typed.won === null ? [] : [eb('amount', '=', typed.won)]),
        ...(['place', 'purpose'] as const).map((column) => holdsWord(eb.ref(column), typed.words)),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toCandidate);
}

const candidates = (db: Database, whose: Whose) =>
  db
    .selectFrom('expense')
    .select(['id', 'spent_on', 'year', 'month', 'amount', 'place', 'purpose'])
    .where('voided_at', 'is', null)
    .$if(whose !== null, (query) =>
      query.where((eb) => eb.or([eb('created_by', '=', whose?.userId ?? ''), eb('spender', '=', whose?.name ?? '')])),
    );

const toCandidate = ({ spent_on, ...row }: Omit<Candidate, 'spentOn'> & { spent_on: string | null }): Candidate => ({
  ...row,
  spentOn: spent_on,
});

/** Whether a spend has a receipt, stored or on its way. */
export function hasReceipt() {
  const eb = expressionBuilder<Schema, 'expense'>();
  const kept = eb
    .selectFrom('receipt')
    .select('receipt.slack_file_id')
    .where('receipt.state', 'in', ['stored', 'wanted']);
  return eb.exists(kept.whereRef('receipt.expense_id', '=', 'expense.id'));
}
