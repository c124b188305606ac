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
  troubled: Pledge[];
  unknown: Pledge[];
  sample: boolean;
};
type Money = { won: number; budget: number; rate: number | null; of: number };

export function groupOf(status: Status | null): Group {
  if (status === null) return 'unknown';
  return isFulfilled(status) ? 'fulfilled' : (status as Group);
}

/** How often each group occurs, with shares that add up to 100.0; groups that lack members are left out but the main three. */
export function groupLines(statuses: readonly (Status | null)[]): GroupLine[] {
  const counts = GROUPS.map((group) => statuses.filter((status) => groupOf(status) === group).length);
  const parts = shares(counts);
  return GROUPS.map((group, i) => ({ group, count: counts[i] ?? 0, share: parts[i] ?? null })).filter(
    ({ count }, i) => count > 0 || i < 3,
  );
}

/** The state of a term's pledges; `types` gives the order in which types are told. */
export function stateOf(term: number, all: readonly Pledge[], types: readonly string[]): State {
  const pledges = all.filter((pledge) => pledge.term === term && !pledge.voided);
  const known = [...new Set([...types, ...pledges.map((pledge) => pledge.type)])];
  const fulfilled = pledges.filter((pledge) => isFulfilled(pledge.status)).length;
  const stated = pledges.flatMap((pledge) => (pledge.progress === null ? [] : [pledge.progress]));
  return {
    term,
    total: pledges.length,
    groups: groupLines(pledges.map((pledge) => pledge.status)),
    done: count(pledges, '완료'),
    continued: count(pledges, '이행 후 계속추진'),
    types: known
      .map((type) => pledges.filter((pledge) => pledge.type === type))
      .flatMap((own) => {
        const [first] = own;
        const kept = own.filter((pledge) => isFulfilled(pledge.status)).length;
        return first ? [{ type: first.type, count: own.length, fulfilled: kept }] : [];
      }),
    achieved: rate(fulfilled, pledges.length),
    progress: { mean: mean(stated), of: stated.length },
    secured: money(pledges, 'secured'),
    spent: money(pledges, 'spent'),
    troubled: pledges.filter((pledge) => isTroubled(pledge.status)),
    unknown: pledges.filter((pledge) => pledge.status === null),
    sample: pledges.some((pledge) => pledge.origin === 'sample'),
  };
}

const count = (pledges: readonly Pledge[], status: Status): number =>
  pledges.filter((pledge) => pledge.status === status).length;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round((values.reduce((a, b) => a + b, 0) * 10) / values.length) / 10;

function money(pledges: readonly Pledge[], field: 'secured' | 'spent'): Money {
  const both = pledges.filter((pledge) => pledge.budget !== null && pledge[field] !== null);
  const won = both.reduce((sum, pledge) => sum + (pledge[field] ?? 0), 0);
  const budget = both.reduce((sum, pledge) => sum + (pledge.budget ?? 0), 0);
  return { won, budget, rate: rate(won, budget), of: both.length };
}
