import { KOREAN_WEEKDAYS } from '../../korean/day-words.ts';
import { parseTime } from '../../korean/times.ts';
import { plainly } from '../../korean/typed.ts';

/** A day as its figures stand; without a year, what it is has to be settled by the rows around it. */
export type Figures = { year: number | null; month: number; date: number };

export type Written = Figures & {
  /** 0 for Sunday, as its bracket says; null where none does. */
  weekday: number | null;
  time: string | null;
  /** Two times that are no span: neither is taken. */
  twoTimes: boolean;
  /** What stands for a time is none: `25:70`. */
  timeUnread: boolean;
};

/**
 * What a clerk reads in a cell that no proper form fits: marks that were slipped, doubled, left out or taken for each other
 * (`2024. 4 1. 12;06`, `20248.20.`, `2025.1023.`, `24.05.31. 20:35.`). Null as soon as anything else could be meant.
 */
export const readWritten = (cell: string): Written | null => {
  const { rest, weekday } = withoutWeekday(plainly(cell).replace(/(\d) ?t ?(\d)/, '$1 $2'));
  const clocks = [...rest.matchAll(CLOCK)];
  if (clocks.length > 2) return null;
  const span = clocks.length === 2 && /~ ?$/.test(rest.slice(0, clocks[1]?.index));
  const marks = rest
    .replace(span ? SPAN : CLOCK, ' @ ')
    .replace(/[`"*]/g, ' ')
    .trim();
  if (!/^[\d\s.,\-/년월일·'_()[\]@]*$/.test(marks)) return null;

  const [before = '', between, ...more] = marks.split('@');
  const figures = (/\d/.test(before) ? before : (between ?? '')).replace(/\D+$/, '');
  if (clocks.length > 0 && [before, between ?? '', ...more].filter((part) => /\d/.test(part)).length !== 1) return null;
  const read = readFigures(figures, clocks.length === 0);
  if (!read) return null;
  const times = clocks.map(([clock]) => parseTime(clock.replaceAll(';', ':').trim()));
  const twoTimes = times.length === 2 && !span;
  const time = twoTimes ? null : (times[0] ?? read.time);
  return { ...read, weekday, time, twoTimes, timeUnread: times.length > 0 && time === null && !twoTimes };
};

const CLOCK =
  /(?:(?:오전|오후|[ap]m) ?)?(?<!\d)\d{1,2} ?[:;] ?\d{2}(?: ?[:;] ?\d{2}(?:\.\d+)?)?(?!\d)|(?:오전|오후) ?\d{1,2}시(?: ?\d{1,2}분| ?반)?|(?<!\d)\d{1,2}시(?: ?\d{1,2}분| ?반)?/g;
const SPAN = new RegExp(`(?:${CLOCK.source}) ?~ ?(?:${CLOCK.source})`, 'g');

/** The weekday in brackets, spelled out, or alone after a mark; 월 and 일 after a figure are month and day. */
const withoutWeekday = (text: string): { rest: string; weekday: number | null } => {
  const found =
    /\( ?([월화수목금토일])(?:요일)? ?\)|([월화수목금토일])요일|(?<=[.\s])([월화수목금토일])(?=[\s,]|$)/.exec(text);
  if (!found) return { rest: text, weekday: null };
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return { rest, weekday: KOREAN_WEEKDAYS.indexOf(found[1] ?? found[2] ?? found[3] ?? '') };
};

type Read = Figures & { time: string | null };

/** Figures with marks between; a time without a colon (`1234`, `12.30`) may follow where no other time was given. */
const readFigures = (marks: string, mayHoldTime: boolean): Read | null => {
  const figures = marks.match(/\d+/g) ?? [];
  const day = longYear(figures) ?? shortYear(figures, marks) ?? yearless(figures, marks);
  if (!day || day.month < 1 || day.month > 12 || day.date < 1 || day.date > 31) return null;
  const { after, ...rest } = day;
  if (after.length === 0) return { ...rest, time: null };
  const time = mayHoldTime ? bareTime(after) : null;
  return time ? { ...rest, time } : null;
};

type Split = Figures & { after: string[] };

const bareTime = (figures: readonly string[]): string | null => {
  const [hours = '', minutes = ''] =
    figures.length === 1 ? (/^(\d\d)(\d\d)(?:\d\d)?$/.exec(figures[0] ?? '') ?? []).slice(1) : figures;
  return figures.length <= 2 && minutes.length === 2 ? parseTime(`${hours}:${minutes}`) : null;
};

/** `2024 8 20`, `20248 20`, `202408 20`, `2024 0820`, `20240820`. */
const longYear = ([first = '', ...others]: readonly string[]): Split | null => {
  if (!/^(?:19|20)\d\d/.test(first)) return null;
  const glued = first.slice(4);
  const year = Number(first.slice(0, 4));
  const parts = [...(glued === '' ? [] : [glued]), ...others];
  const [month = '', date = '', ...after] = parts;
  if (/^\d{4}(?:\d{4}|\d{6})?$/.test(month) && !(glued === '' && month.length > 4)) {
    const time = month.slice(4);
    return {
      year,
      month: Number(month.slice(0, 2)),
      date: Number(month.slice(2, 4)),
      after: [...(time ? [time] : []), ...parts.slice(1)],
    };
  }
  return /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(date)
    ? { year, month: Number(month), date: Number(date), after }
    : null;
};

/** `24.05-31`, `240531`, `24.0531`; marks that lists use too (`10.1, 3`) or that may stand for another order (`01/02/17`) say nothing. */
const shortYear = (figures: readonly string[], marks: string): Split | null => {
  const [first = '', second = '', third = '', ...after] = figures;
  const year = (digits: string) => 2000 + Number(digits);
  if (/^\d{6}$/.test(first) && figures.length <= 2) {
    const [, yy = '', mm = '', dd = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(first) ?? [];
    return { year: year(yy), month: Number(mm), date: Number(dd), after: figures.slice(1) };
  }
  if (!/^\d\d$/.test(first) || /[,/]/.test(marks) || !/[.\-년']/.test(marks)) return null;
  if (/^(?:0\d|1[0-2])\d\d$/.test(second) && third === '') {
    return { year: year(first), month: Number(second.slice(0, 2)), date: Number(second.slice(2)), after: [] };
  }
  if (!/^\d{1,2}$/.test(second) || !/^\d{1,2}$/.test(third)) return null;
  return { year: year(first), month: Number(second), date: Number(third), after };
};

/** `11.21`, `11월21일`, `1121`. */
const yearless = (figures: readonly string[], marks: string): Split | null => {
  const [first = '', second = ''] = figures;
  if (/[,]/.test(marks)) return null;
  if (figures.length === 1 && /^(?:0[1-9]|1[0-2])\d\d$/.test(first)) {
    return { year: null, month: Number(first.slice(0, 2)), date: Number(first.slice(2)), after: [] };
  }
  const may = figures.length === 2 && /^\d{1,2}$/.test(first) && /^\d{1,2}$/.test(second) && /[.\-/월]/.test(marks);
  return may ? { year: null, month: Number(first), date: Number(second), after: [] } : null;
};
