import { addDays, addMonths, todayIn } from '../../../korean/days.ts';
import { type Status, yearGone } from '../../../spending/ledger/rules.ts';
import type { Day } from '../../../vocabulary/day.ts';
import type { Account } from '../../../vocabulary/expense.ts';
import type { KindName } from '../../../vocabulary/reminder.ts';
import { endOf, loudNear, momentOn, workingDay } from '../moments.ts';
import { chosenTime, type Due, type Office, type Window, wanting } from '../rules.ts';

export const THRESHOLDS = [80, 100] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** An account of a year that has spent that share of its budget, and when that was first seen. */
export type Crossing = { year: number; account: Account | null; percent: Threshold; at: Date };

export const budgetRecord = (year: number, account: Account | null): string => `budget:${year}:${account ?? 'whole'}`;

/** What lies above a threshold now; the year as a whole only where its budget is not set by account. */
export function crossedBy(status: Status): Omit<Crossing, 'at'>[] {
  const lines = status.accounts.flatMap((line) => (line.account !== null && line.budget !== null ? [line] : []));
  const all = lines.length > 0 ? lines : [{ ...status, account: null }];
  return all.flatMap(({ account, budget, spent }) =>
    THRESHOLDS.flatMap((percent) =>
      budget !== null && budget > 0 && spent * 100 >= budget * percent ? [{ year: status.year, account, percent }] : [],
    ),
  );
}

/** How long the news that a budget is used up is news. */
const NEWS_DAYS = 14;
const DAY = 86_400_000;

/** To every manager, once: as soon as it is so, or at the time they chose. */
export function crossingDues({ year, account, percent, at: crossedAt }: Crossing, office: Office): Due[] {
  if (crossedAt <= office.begun) return [];
  const kind: KindName = percent === 100 ? 'budget_100' : 'budget_80';
  const record = budgetRecord(year, account);
  const until = new Date(crossedAt.getTime() + NEWS_DAYS * DAY);
  return office.managers.flatMap(({ person: { userId } }): Due[] => {
    const wanted = wanting(kind, userId, record, office);
    if (!wanted) return [];
    const { clock, settings } = wanted.recipient;
    const time = chosenTime(kind, office.settings, settings);
    const today = todayIn(clock.zone, crossedAt);
    const at =
      time === null
        ? loudNear(crossedAt, 'after', clock, until)
        : nextAt(today, crossedAt, (day) => momentOn(day, time, 'after', clock, until));
    const occasion = `${year}:${account ?? 'whole'}`;
    return at ? [{ kind, record, to: userId, stage: percent, occasion, at, until }] : [];
  });
}

/** That time of today if it is still to come, else tomorrow's. */
function nextAt(today: Day, now: Date, on: (day: Day) => Date | null): Date | null {
  const found = on(today);
  return found !== null && found >= now ? found : on(addDays(today, 1));
}

/** Points between the share of the budget that is spent and the share of the year that is over; 60 % in ten months was found fault with. */
export const FAR_OFF = 20;

export type Pace = { account: Account | null; rate: number; gone: number };

/** Accounts, and the year as a whole, that are far behind or ahead at the end of a month. */
export function farOff(status: Status, monthEnd: Day): Pace[] {
  const gone = yearGone(status.year, monthEnd);
  const lines = [{ account: null, rate: status.rate }, ...status.accounts.filter(({ account }) => account !== null)];
  return lines.flatMap(({ account, rate }) =>
    rate !== null && Math.abs(rate - gone) >= FAR_OFF ? [{ account, rate, gone }] : [],
  );
}

export const paceRecord = (month: string, account: Account | null): string => `pace:${month}:${account ?? 'whole'}`;

/** The first working day of every month but January: `2018-03` looks back on what was spent until the end of February. */
export function paceMonths({ from, to }: Window, office: Office): { month: string; day: Day; monthEnd: Day }[] {
  const last = todayIn(office.zone, to);
  const months: { month: string; day: Day; monthEnd: Day }[] = [];
  let first: Day = `${todayIn(office.zone, from).slice(0, 7)}-01`;
  while (first <= last) {
    const month = first.slice(0, 7);
    const day = workingDay(first, 'after', office.holidays);
    if (!month.endsWith('-01')) months.push({ month, day, monthEnd: addDays(first, -1) });
    first = addMonths(first, 1);
  }
  return months;
}

const USEFUL_DAYS = 7;

export function paceDues(month: string, day: Day, paces: readonly Pace[], office: Office): Due[] {
  return office.managers.flatMap(({ person: { userId } }) =>
    paces.flatMap(({ account }): Due[] => {
      const record = paceRecord(month, account);
      const wanted = wanting('spending_pace', userId, record, office);
      if (!wanted) return [];
      const { clock } = wanted.recipient;
      const until = endOf(addDays(day, USEFUL_DAYS), office.zone);
      const at = momentOn(day, wanted.choice.time, 'after', clock, until);
      return at ? [{ kind: 'spending_pace', record, to: userId, stage: 0, occasion: month, at, until }] : [];
    }),
  );
}
