import { addDays, isoWeekOf, isWeekend, mondayOf } from '../../korean/days.ts';
import type { Holidays } from '../../korean/holidays.ts';
import { parsePeriod } from '../../korean/period.ts';
import { plainly } from '../../korean/typed.ts';
import type { Day } from '../../vocabulary/day.ts';

/** Monday to Sunday, by its ISO name: `2016-W43`. */
export type Week = { name: string; from: Day; to: Day };

export function weekOf(day: Day): Week {
  const { year, week } = isoWeekOf(day);
  const from = mondayOf(day);
  return { name: `${year}-W${String(week).padStart(2, '0')}`, from, to: addDays(from, 6) };
}

/** The outbox's key of a week's digest. */
export const digestKey = ({ name }: Week): string => `digest:${name}`;

export const yearOf = ({ name }: Week): number => Number(name.slice(0, 4));
export const numberOf = ({ name }: Week): number => Number(name.slice(-2));

/** `2016-W43`, as it is stored. */
export function weekNamed(name: string): Week | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  return year ? weekNumbered(Number(year), Number(number)) : null;
}

/** The week of a year's number; null where the year has no such week. */
function weekNumbered(year: number, number: number): Week | null {
  if (year < 1990 || year > 2100 || number < 1 || number > 53) return null;
  const week = weekOf(addDays(`${year}-01-04`, (number - 1) * 7)); // 4 January is always in the first
  return yearOf(week) === year ? week : null;
}

const NUMBERED = /^(?:'?(\d{4}|\d{2})(?:년 ?|[ -]+|(?=w)))?(?:w ?(\d{1,2})|(?:제 ?)?(\d{1,2})주(?:차)?)$/;

/** `2016-W43`, `2016년 43주`, `43주`, `지난주`, or the week of a day: `2016-10-24`, `11/9`. Nothing said: this week. Null for other words. */
export function readWeek(typed: string, today: Day): Week | null {
  const said = plainly(typed);
  if (said === '') return weekOf(today);
  const [numbered, year = '', latin, korean] = NUMBERED.exec(said) ?? [];
  if (numbered) {
    const stated = year === '' ? yearOf(weekOf(today)) : Number(year) + (year.length === 2 ? 2000 : 0);
    return weekNumbered(stated, Number(latin ?? korean));
  }
  const period = parsePeriod(said, today);
  return period?.kind === 'day' || period?.kind === 'week' ? weekOf(period.from) : null;
}

/**
 * The day a week's digest is of: the weekday that the office chose (1 is Monday), or the first working day after it; where
 * there is none left, the last one before. Null for a week without a working day.
 */
export function digestDay(week: Week, weekday: number, holidays: Holidays): Day | null {
  const days = Array.from({ length: 7 }, (_, i) => addDays(week.from, i));
  const working = days.filter((day) => !isWeekend(day) && !holidays.has(day));
  const wanted = addDays(week.from, weekday - 1);
  return working.find((day) => day >= wanted) ?? working.at(-1) ?? null;
}
