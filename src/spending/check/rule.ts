import type { Election } from '../../korean/elections.ts';
import type { Festival } from '../../korean/festivals.ts';
import type {
  Certainty,
  Evidence,
  EvidenceField,
  Figures,
  FindingState,
  LimitName,
  Severity,
  SourceId,
} from '../../vocabulary/check.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { ExpenseField } from '../../vocabulary/expense.ts';
import type { Expense } from '../expense/rules.ts';

/** Papers that can be brought later: their fields appear, and may be left empty. */
export const PAPERS: readonly EvidenceField[] = ['plan_doc', 'project'];

/** What is asked for once a spend is saved, and not while it is entered. */
export const AFTERWARDS: readonly EvidenceField[] = ['approval_doc'];

/** Fields that only say more about a warning. */
export const OPTIONAL: readonly EvidenceField[] = ['approval_doc', 'official', 'escorts', 'near_home'];

/** One spend as it is judged: a record, or a form that is still being filled in. */
export type Judged = Pick<
  Expense,
  | 'id'
  | 'year'
  | 'spentOn'
  | 'spentTime'
  | 'amount'
  | 'account'
  | 'activity'
  | 'place'
  | 'address'
  | 'purpose'
  | 'headcount'
  | 'attendees'
  | 'payment'
  | 'spender'
  | 'origin'
  | 'createdBy'
>;

/** The id of a spend that has none yet: it is later than every record. */
export const UNSAVED = Number.MAX_SAFE_INTEGER;

/** Everything a rule may look at. */
export type Facts = {
  spend: Judged;
  given: Evidence;
  receipts: number;
  /** The visit that the spend is tied to: what shows why it was on a holiday, or so far away. */
  visit: number | null;
  /** The other spends of the day. */
  sameDay: readonly Judged[];
  /** The other spends at the same place in the sixty days before, and earlier on the day. */
  samePlace: readonly Judged[];
  /** The goods, money and flowers that were given in so many days before (62 at most), and earlier on the day. */
  handouts(days: number): readonly Judged[];
  /** What the account still had for it; null where no budget is set. */
  balance: number | null;
  /** The holiday's name, '' on a plain Saturday or Sunday, null on a working day. */
  free: string | null;
  /** The next election within sixty days, that of the day itself included. */
  election: Election | null;
  /** 설날 or 추석, in whose window for gifts the day lies. */
  festival: Festival | null;
  districts: readonly string[];
  /** What the office's card may not be used at, as words of a place's name. */
  barredShops: readonly string[];
  /** Whether the office has noted its own guideline on vouchers. */
  voucherGuide: boolean;
  /** The first record of a year after one whose card points nobody has noted as revenue. */
  pointsDue: boolean;
  /** Whether the year's plan of spending is known. */
  planned: boolean;
  /** The first record of its year that was entered. */
  firstOfYear: boolean;
  /** The limit in force on the day of the spend; null before the first one that is known. */
  limit(name: LimitName): number | null;
};

export type Hit = {
  severity: Severity;
  /** The evidence that is missing; nothing is asked for where a warning only warns. */
  asks: readonly EvidenceField[];
  /** Which of a rule's sentences it is. */
  how?: string | undefined;
  figures: Figures;
  /** The field of the form where a block stands; null: nothing that was spent already can be stopped by it. */
  at: ExpenseField | EvidenceField | null;
};

export type Found = Hit & { rule: string };

export type Rule<Id extends string = string> = {
  id: Id;
  sources: readonly SourceId[];
  /** The gravest it can be. */
  severity: Severity;
  evidence: readonly EvidenceField[];
  /** Spends from that day on; null: since when is not known, it holds for all that are kept. */
  since: Day | null;
  certainty: Certainty;
  /** Whether it holds unless a manager decides otherwise. */
  on: boolean;
  /** Whether published lists are judged by it: they never say what some rules ask for. */
  imports: boolean;
  /** Null for what is judged elsewhere: when something is disclosed, or the year as a whole. */
  judge: ((facts: Facts) => Hit | null) | null;
};

/** What a rule found about a record, and what became of it. */
export type Finding = {
  id: number;
  expenseId: number;
  rule: string;
  severity: Severity;
  state: FindingState;
  asks: EvidenceField[];
  how: string | null;
  figures: Figures;
  /** What was said to it: the reason of who answered or accepted it. */
  answer: string | null;
  settledBy: string | null;
  settledAt: Date | null;
};
