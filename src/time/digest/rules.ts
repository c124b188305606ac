import type { Audience } from '../../council/policies/rules.ts';
import { rate } from '../../korean/won.ts';
import type { State } from '../../pledge/state.ts';
import type { Held } from '../../spending/ledger/rules.ts';
import type { Doubled } from '../../spending/twin/store.ts';
import type { ContactKind, Tally } from '../../vocabulary/council.ts';
import type { Day } from '../../vocabulary/day.ts';
import { PARTS } from '../../vocabulary/digest.ts';
import type { Account } from '../../vocabulary/expense.ts';
import type { Status as OwedStatus } from '../../vocabulary/followup.ts';
import type { Status as PledgeStatus } from '../../vocabulary/pledge.ts';
import type { Week } from './week.ts';

/**
 * What a channel is shown of a week. Whatever is typed and may name a private person or hold a note (purposes, attendees, what
 * is owed and to whom, agendas, results) has no place in it, so that no view can show it.
 */
export type Digest = {
  week: Week;
  /** The day it tells of: today, or for a week that is over the day its digest was due. */
  asOf: Day;
  isPast: boolean;
  visits: Visits | null;
  spending: Spending | null;
  followups: Owed | null;
  pledges: Pledges | null;
  council: Council | null;
  audit: Audit[] | null;
};

/** `moment` null: as things stand now. `since`: the day of the digest before, null where there was none. */
export type Then = { week: Week; asOf: Day; moment: Date | null; zone: string; since: Day | null };

/** A visit's title and place are what the day's schedule says too. */
export type Visits = {
  count: number;
  /** Over for longer than a week, and nobody has said what came of them; null where it is not known for that day. */
  resultless: number | null;
  visits: readonly { startsOn: Day; endsOn: Day; startTime: string; title: string; place: string; district: string }[];
};

export type Spent = { account: Account | null; won: number; count: number };

/** `account` undefined: the year as a whole. `registered`: all of the year that the register holds by now. */
export type BudgetLine = { account?: Account | null; budget: number | null; spent: number; registered: number };

export type Spending = {
  year: number;
  /** How much of the year is over, in percent. */
  gone: number;
  lastWeek: { from: Day; to: Day; spent: readonly Spent[] };
  /** Rows that wait to be mended: in no figure. */
  held: Held;
  /** What may be counted twice; nothing where it is not known for that day. */
  doubled: Doubled;
  /** Open findings of the spending rules this year; null where it is not known for that day. */
  findings: number | null;
  whole: BudgetLine;
  accounts: readonly BudgetLine[];
};

/** Whether the register holds more of the year than there was on the day the digest tells of. */
export const isMoreRegistered = ({ whole, accounts }: Spending): boolean =>
  [whole, ...accounts].some(({ spent, registered }) => spent !== registered);

export const rateOf = ({ budget }: BudgetLine, won: number): number | null => rate(won, budget);

/** How many are owed past their day, and how many until the week's end, by who has them; null: nobody. */
export type OwnerCount = {
  owner: string | null;
  overdue: number;
  /** How many of these have become overdue since the last digest. */
  fresh: number;
  due: number;
};
export type Owed = {
  overdue: number;
  fresh: number;
  due: number;
  owners: readonly (OwnerCount & { name: string | null })[];
};

/** Who has the most overdue first, nobody last. `since`: the first day that is due after the last digest. */
export function ownersOf(owed: readonly { owner: string | null; due: Day }[], asOf: Day, since: Day): OwnerCount[] {
  const counts = new Map<string | null, OwnerCount>();
  for (const { owner, due } of owed) {
    const before = counts.get(owner) ?? { owner, overdue: 0, fresh: 0, due: 0 };
    const late = { overdue: before.overdue + 1, fresh: before.fresh + (due >= since ? 1 : 0) };
    counts.set(owner, due < asOf ? { ...before, ...late } : { ...before, due: before.due + 1 });
  }
  const rank = (it: OwnerCount) => (it.owner === null ? 1 : 0);
  return [...counts.values()].sort((a, b) => rank(a) - rank(b) || b.overdue - a.overdue || b.due - a.due);
}

export type Standing = { status: PledgeStatus | null; progress: number | null };
export type PledgeChange = { name: string; title: string; before: Standing; after: Standing };
export type Pledges = {
  state: Pick<State, 'term' | 'total' | 'groups'>;
  changed: readonly PledgeChange[];
  /** `isNew`: not told of by the digest before. */
  troubled: readonly { name: string; title: string; status: PledgeStatus | null; isNew: boolean }[];
};

export type Briefing = {
  name: string;
  policy: string;
  announcedOn: Day;
  announcedTime: string | null;
  /** Who of its audiences has not heard of it in full. */
  missing: readonly Audience[];
};
export type Council = {
  year: number;
  /** The year until that day, in the report's two ways of counting. */
  counts: Record<Tally, number>;
  lastWeek: readonly { kind: ContactKind; days: readonly Day[] }[];
  thisWeek: readonly { kind: ContactKind; days: readonly Day[] }[];
  /** Contacts of the last weeks without a result after seven days; null where it is not known for that day. */
  unanswered: number | null;
  briefings: readonly Briefing[];
  /** Announced, and somebody has still to hear of it; null where it is not known for that day. */
  unexplained: { count: number; fresh: readonly { name: string; policy: string; announcedOn: Day }[] } | null;
};

/** One year's audit as long as something of it is open. */
export type Audit = { year: number; counts: Record<OwedStatus, number> };

export const isEmpty = (digest: Digest): boolean => PARTS.every((part) => digest[part] === null);
