import type { CountRules } from '../../council/kinds.ts';
import type { Evaluation } from '../../pledge/evaluations/rules.ts';
import type { Program } from '../../visit/programs/rules.ts';
import type { ContactKind } from '../../vocabulary/council.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Account } from '../../vocabulary/expense.ts';
import type { AuditKind, Status as FollowupStatus } from '../../vocabulary/followup.ts';
import type { Status as PledgeStatus } from '../../vocabulary/pledge.ts';
import type { PartnerLevel } from '../../vocabulary/visit.ts';
import type { OutsideFigure } from '../outside/rules.ts';
import type { Staffing } from '../staffing/rules.ts';

/** Everything a report of `year` may count, as it stood on the day `asOf`. Nothing in it is later than that but visits and contacts to come. */
export type Records = {
  year: number;
  asOf: Day;
  spends: readonly Spend[];
  /** Of a month that the day cuts through, or of no month: whether they belong is not known. */
  uncut: readonly Spend[];
  /** Years of which the register holds a spend or a budget: of any other year it can't say that nothing was spent. */
  spendYears: readonly number[];
  budgets: readonly { year: number; account: Account | null; won: number }[];
  held: readonly { id: number; won: number | null }[];
  programs: readonly Program[];
  /** Also those still to come or called off, which are cited but not counted. */
  visits: readonly Visit[];
  /** Also those of later days, which are not counted. */
  contacts: readonly { id: number; kind: ContactKind; heldOn: Day }[];
  countRules: CountRules;
  pledges: readonly { name: string; type: string; field: string | null }[];
  round: Round | null;
  evaluations: readonly Evaluation[];
  demands: readonly Demand[];
  staffing: Staffing | null;
  outside: readonly OutsideFigure[];
  organisation: string;
};

export type Spend = {
  id: number;
  year: number;
  month: number | null;
  spentOn: Day | null;
  won: number;
  account: Account | null;
  category: string | null;
};

export type Visit = {
  id: number;
  programId: number;
  title: string;
  startsOn: Day;
  endsOn: Day;
  place: string;
  participants: number | null;
  partner: string | null;
  partnerLevel: PartnerLevel | null;
  countries: string | null;
  guestTitle: string | null;
  award: string | null;
  cancelled: boolean;
  hasResult: boolean;
  agenda: readonly { nth: number; done: boolean }[];
};

export type Round = {
  name: string;
  term: number;
  asOf: Day;
  publishedOn: Day | null;
  answers: readonly { name: string; type: string; status: PledgeStatus | null; note: string | null }[];
};

/** One demand of the audit of the year before, with what was said about it by that day. */
export type Demand = {
  id: number;
  kind: AuditKind;
  status: FollowupStatus;
  title: string;
  department: string | null;
  progress: readonly string[];
  plan: readonly string[];
};

/** Whether a visit has been by the day, and was not called off. */
export const isHeld = (visit: Visit, asOf: Day): boolean => !visit.cancelled && visit.startsOn <= asOf;
