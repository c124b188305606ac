import { addDays, dayOf, todayIn } from '../../../korean/days.ts';
import type { Day } from '../../../vocabulary/day.ts';
import { endOf, momentOn } from '../moments.ts';
import { type Due, type Office, type Window, wanting } from '../rules.ts';

/** `2018-Q1` and the day until which it has to be disclosed: 30 April. */
export type Deadline = { quarter: string; day: Day };

const DAYS_BEFORE = 3;

/** A quarter is disclosed within the month after it. */
export function deadlinesIn({ from, to }: Window, zone: string): Deadline[] {
  const first = Number(todayIn(zone, from).slice(0, 4));
  const last = Number(addDays(todayIn(zone, to), 31).slice(0, 4));
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years.flatMap((year) => [
    { quarter: `${year - 1}-Q4`, day: dayOf(year, 1, 31) ?? '' },
    { quarter: `${year}-Q1`, day: dayOf(year, 4, 30) ?? '' },
    { quarter: `${year}-Q2`, day: dayOf(year, 7, 31) ?? '' },
    { quarter: `${year}-Q3`, day: dayOf(year, 10, 31) ?? '' },
  ]);
}

export const disclosureRecord = (quarter: string): string => `disclosure:${quarter}`;

/** Three days before the deadline, to every manager. */
export function disclosureDues({ quarter, day }: Deadline, office: Office): Due[] {
  const record = disclosureRecord(quarter);
  return office.managers.flatMap(({ person: { userId } }): Due[] => {
    const wanted = wanting('disclosure', userId, record, office);
    if (!wanted) return [];
    const { clock } = wanted.recipient;
    const until = endOf(day, office.zone);
    const at = momentOn(addDays(day, -DAYS_BEFORE), wanted.choice.time, 'before', clock, until);
    return at ? [{ kind: 'disclosure', record, to: userId, stage: 0, occasion: quarter, at, until }] : [];
  });
}
