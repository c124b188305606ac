import type { Database } from '../../../base/db/database.ts';
import { BEFORE_ANY_ELECTION, electionsIn, electionWithin } from '../../../korean/elections.ts';
import type { Evidence } from '../../../vocabulary/check.ts';
import { findBalances } from '../balance/store.ts';
import { freeDay, type Judgement, openBook } from '../book/rules.ts';
import { findBeside, findBook, findOffice } from '../book/store.ts';
import { limitOn } from '../limit/known.ts';
import { type Judged, UNSAVED } from '../rule.ts';
import { type Seen, seenOf } from './panel.ts';

export type Preview = { judgement: Judgement; seen: Seen };

type Known = {
  given: Evidence;
  receipts: number;
  /** An amount stands there. */
  typed: boolean;
  /** The record as it is, where one is edited. */
  before?: Pick<Judged, 'year' | 'account' | 'amount'> | null;
};

/** What the rules say of a spend that is not saved yet, or not as it is now. */
export async function previewSpend(
  db: Database,
  spend: Judged,
  { given, receipts, typed, before = null }: Known,
): Promise<Preview> {
  const days = spend.spentOn === null ? null : { from: spend.spentOn, to: spend.spentOn };
  const asNew = { ...spend, id: UNSAVED };
  // At once: somebody waits for the form that shows it, or for the save that it may refuse.
  const [office, others, balanceOf, besideOf] = await Promise.all([
    findOffice(db, days),
    days === null ? [] : findBook(db, days),
    findBalances(db, [asNew]),
    findBeside(db, [spend], () => null),
  ]);
  const judge = openBook([...others.filter(({ id }) => id !== spend.id), spend], office);
  const left = balanceOf(asNew);
  const own = before && before.year === spend.year && before.account === spend.account ? before.amount : 0;
  const balance = left === null ? null : left + own;
  const kept = besideOf(spend);
  const beside = { ...kept, balance, given, receipts: kept.receipts + receipts };
  const judgement = judge(spend, beside);
  const seen = seenOf(spend, judgement, {
    balance: spend.account === null ? null : balance,
    free: spend.spentOn === null ? null : freeDay(spend.spentOn, office.holidays),
    namesFrom: limitOn('names_threshold', spend.spentOn, office.limits),
    typed,
    election:
      spend.spentOn === null
        ? null
        : electionWithin(spend.spentOn, BEFORE_ANY_ELECTION, electionsIn(office.holidays, office.elections)),
  });
  return { judgement, seen };
}
