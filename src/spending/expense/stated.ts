import { parseTime } from '../../korean/times.ts';
import type { Problem } from '../held/store.ts';
import { isNothing } from './cells.ts';
import type { Field } from './headings.ts';

/** The accounting period that a row states, as far as it can be read. */
export type Stated = { year: number | null; month: number | null; problems: Problem[] };

/** What a row says in the column of a field; `''` where there is none. */
export type CellOf = (field: Field) => string;

/** The day a row gives, also where 월 and 일 have columns of their own. */
export const dateOf = (cell: CellOf, month: number | null): string => {
  const date = cell('date');
  if (date !== '') return date;
  const day = cell('day').trim();
  return month !== null && /^\d{1,2}\s*일?$/.test(day) ? `${month}월 ${day.replace(/\D/g, '')}일` : day;
};

/** A remark may hold the time; what else it holds is no time that can't be read. */
export const timeOf = (cell: CellOf): string => {
  const time = cell('time');
  if (time !== '') return time;
  const note = cell('noteTime');
  return parseTime(note) === null ? '' : note;
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
