import { rate, shares } from '../korean/won.ts';
import type { Status } from '../vocabulary/pledge.ts';
import type { Pledge } from './rules.ts';
import { isFulfilled, isTroubled } from './status.ts';

export const GROUPS = ['fulfilled', '정상추진', '일부추진', '보류', '폐기', 'unknown'] as const;
export type Group = (typeof GROUPS)[number];
export type GroupLine = {
  group: Group;
  count: number /** Percent; all groups add up to 100.0. */;
  share: number | null;
};

/** What pledges that say these together add up to. */
export type Total = {
  term: number;
  type: string;
  field: string | null;
  department: string | null;
  status: Status | null;
  pledges: number;
  samples: number;
  progress: { sum: number; of: number };
  secured: Sum;
  spent: Sum;
};
type Sum = { won: number; budget: number; of: number };

export type State = {
  term: number;
  total: number;
  groups: GroupLine[];
  done: number;
  continued: number;
  types: { type: string; count: number; fulfilled: number }[];
  /** 달성률: the fulfilled of all. */
  achieved: number | null;
  /** 이행률: the mean progress of those that state one. */
  progress: { mean: number | null; of: number };
  /** 재정확보율: money secured of money planned, where both are said; 집행률 likewise. */
  secured: Money;
  spent: Money;
  /** Those in trouble, and those of which nobody knows: as many as were asked for. */
  troubled: Pledge[];
  unknown: Pledge[];
  sample: boolean;
};
type Money = Sum & { rate: number | null };

export function groupOf(status: Status | null): Group {
  if (status === null) return 'unknown';
  return isFulfilled(status) ? 'fulfilled' : (status as Group);
}

/** How often each group occurs, with shares that add up to 100.0; groups that lack members are left out but the main three. */
export const groupLines = (statuses: readonly (Status | null)[]): GroupLine[] =>
  linesOf(GROUPS.map((group) => statuses.filter((status) => groupOf(status) === group).length));

function linesOf(counts: readonly number[]): GroupLine[] {
  const parts = shares(counts);
  return GROUPS.map((group, i) => ({ group, count: counts[i] ?? 0, share: parts[i] ?? null })).filter(
    ({ count }, i) => count > 0 || i < 3,
  );
}

/** The state of a term's pledges; `types` gives the order in which types are told. */
export function stateOf(term: number, all: readonly Pledge[], types: readonly string[]): State {
  const pledges = all.filter((pledge) => pledge.term === term && !pledge.voided);
  return stateFrom(term, pledges.map(totalOf), types, {
    troubled: pledges.filter((pledge) => isTroubled(pledge.status)),
    unknown: pledges.filter((pledge) => pledge.status === null),
  });
}

/** The same from what they add up to, of that term alone. */
export function stateFrom(
  term: number,
  totals: readonly Total[],
  types: readonly string[],
  named: Pick<State, 'troubled' | 'unknown'>,
): State {
  const count = (fits: (total: Total) => boolean) => sum(totals.filter(fits), ({ pledges }) => pledges);
  const all = count(() => true);
  const fulfilled = (type?: string) =>
    count((it) => isFulfilled(it.status) && (type === undefined || it.type === type));
  const [stated, percents] = [sum(totals, ({ progress }) => progress.of), sum(totals, ({ progress }) => progress.sum)];
  return {
    term,
    total: all,
    groups: linesOf(GROUPS.map((group) => count(({ status }) => groupOf(status) === group))),
    done: count(({ status }) => status === '완료'),
    continued: count(({ status }) => status === '이행 후 계속추진'),
    types: [...new Set([...types, ...totals.map(({ type }) => type)])]
      .map((type) => ({
        type,
        count: count((it) => it.type === type),
        fulfilled: fulfilled(type),
      }))
      .filter(({ count }) => count > 0),
    achieved: rate(fulfilled(), all),
    progress: {
      mean: stated === 0 ? null : Math.round((percents * 10) / stated) / 10,
      of: stated,
    },
    secured: money(totals, 'secured'),
    spent: money(totals, 'spent'),
    ...named,
    sample: totals.some(({ samples }) => samples > 0),
  };
}

/** What one pledge adds. */
function totalOf({ term, type, field, department, status, progress, budget, origin, ...pledge }: Pledge): Total {
  const both = (won: number | null): Sum =>
    budget === null || won === null ? { won: 0, budget: 0, of: 0 } : { won, budget, of: 1 };
  return {
    ...{
      term,
      type,
      field,
      department,
      status,
      pledges: 1,
      samples: origin === 'sample' ? 1 : 0,
    },
    progress: { sum: progress ?? 0, of: progress === null ? 0 : 1 },
    secured: both(pledge.secured),
    spent: both(pledge.spent),
  };
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

function money(totals: readonly Total[], of: 'secured' | 'spent'): Money {
  const [won, budget] = [sum(totals, (it) => it[of].won), sum(totals, (it) => it[of].budget)];
  return {
    won,
    budget,
    rate: rate(won, budget),
    of: sum(totals, (it) => it[of].of),
  };
}
