import { dayOf } from '../../korean/days.ts';
import { parseTime } from '../../korean/times.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Problem } from '../held/store.ts';
import { isNothing } from './cells.ts';
import type { Field } from './heading-names.ts';
import type { Period } from './period-in.ts';

/** The accounting period that a row states, as far as it can be read. */
export type Stated = { year: number | null; month: number | null; problems: Problem[] };

/** What a row says in the column of a field; `''` where there is none. */
export type CellOf = (field: Field) => string;

/** The day a row gives, also where 월 and 일 have columns of their own, or the month stands above the rows only. */
export const dateOf = (cell: CellOf, month: number | null): string => {
  const date = cell('date');
  const day = (date === '' ? cell('day') : date).trim();
  const isAlone = month !== null && day.length <= 4 && /^\d{1,2}\s*일?$/.test(day);
  return isAlone ? `${month}월 ${day.replace(/\D/g, '')}일` : date === '' ? day : date;
};

/** `2026.03.`, `2026년 3월`, and under a title of the year `3월`: a day that is not told, in a month that is. */
export const monthStated = (cell: string, stated: Stated, { year, months }: Period, today: Day): Stated | null => {
  if (cell.length > LONGEST_PERIOD) return null;
  const [, given, monthGiven, mark] = MONTH_ALONE.exec(cell) ?? [];
  if (monthGiven === undefined || (given === undefined && !mark?.startsWith('월'))) return null;
  const month = Number(monthGiven);
  const isOfList = months === null || (month >= months.first && month <= months.last);
  const own = given === undefined ? null : Number(given.replace("'", '20'));
  const named = stated.year ?? own ?? (isOfList ? year : null);
  if (named === null || (own !== null && own !== named) || (stated.month !== null && stated.month !== month))
    return null;
  const first = dayOf(named, month, 1);
  return first && isPlausible(first, today) ? { ...stated, year: named, month } : null;
};

const MONTH_ALONE = /^\s*(?:((?:19|20)\d{2}|'\d{2})\s*[-./년]\s*)?(1[0-2]|0?[1-9])\s*(월분?|\.)?\s*(?:중)?\s*$/;

export const isPlausible = (day: Day, today: Day): boolean => day >= '1995-01-01' && day <= today;

/** A remark may hold the time; what else it holds is no time that can't be read. */
export const timeOf = (cell: CellOf): string => {
  const time = cell('time');
  if (time !== '') return time;
  const note = cell('noteTime');
  return note === '' || parseTime(note) === null ? '' : note;
};

/** The accounting year and month a row states. */
export const readPeriod = (cell: CellOf, labelOf: (field: Field) => string): Stated => {
  const given = (field: Field) => {
    const typed = cell(field).trim();
    return typed.length > LONGEST_PERIOD ? '…' : typed; // neither nothing nor a period
  };
  const [yearCell, monthCell] = [given('year'), given('month')];
  if (/^20\d\d$/.test(yearCell) && /^(?:1[0-2]|[1-9])$/.test(monthCell)) {
    return { year: Number(yearCell), month: Number(monthCell), problems: NONE };
  }
  const joined = /^((?:19|20)\d{2})\s*[-.년/]?\s*(1[0-2]|0?[1-9])\s*월?\.?$/.exec(given('yearMonth'));
  if (joined) return { year: Number(joined[1]), month: Number(joined[2]), problems: NONE };
  const year = /^(?:((?:19|20)\d{2})|'?(\d{2}))\s*(?:년도?)?$/.exec(yearCell.trim());
  const month = /^(1[0-2]|0?[1-9])\s*월?$/.exec(monthCell.trim());
  return {
    year: year ? Number(year[1] ?? `20${year[2]}`) : null,
    month: month ? Number(month[1]) : null,
    problems: [
      ...(year || isNothing(yearCell) ? [] : [{ field: labelOf('year'), code: 'year_unreadable' }]),
      ...(month || isNothing(monthCell) ? [] : [{ field: labelOf('month'), code: 'period_unknown' }]),
    ],
  };
};
const NONE: Problem[] = [];
/** Letters of a cell that may be a year or a month. */
const LONGEST_PERIOD = 60;
