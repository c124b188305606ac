import type { Day } from '../vocabulary/day.ts';
import { addDays, addMonths, dayOf, lastOfMonth, mondayOf, partsOf } from './days.ts';
import { parsePeriod } from './period.ts';
import { rest, type Tokens, take, tokensOf } from './tokens.ts';
import { plainly } from './typed.ts';
import { parseDayTime } from './typed-days.ts';

/** `since`: the day of the record that a line belongs to, where it lies before today. */
type Context = { today: Day; since?: Day };

/** A line, and the day until which it wants something. Where that stands at the line's end it leaves the words. */
export type Wanted = { words: string; due: Day | null };

/** `주차장 답변 12/10까지`, `다음 주까지 조사`, `(연말까지)`, `2주 이내`, `by Friday`, `until year end`: of each line its words and its day. */
export function readWanted(line: string, context: Context): Wanted {
  const tokens = tokensOf(line);
  const found = findUntil(tokens, context);
  if (!found) return { words: line, due: null };
  const { start, length, due } = found;
  if (start === 0 || start + length < tokens.words.length) return { words: line, due };
  take(tokens, start, length);
  return { words: rest(tokens).replace(/[\s(,:–-]+$/, '') || line, due };
}

/** The same for what is read word by word: what says the day is taken. */
export function takeUntil(tokens: Tokens, context: Context): Day | null {
  const found = findUntil(tokens, context);
  if (!found) return null;
  take(tokens, found.start, found.length);
  return found.due;
}

/** Looking for a day is slow work; further on a line is a story. */
const MOST_WORDS = 60;
const LONGEST_RUN = 5;
const KOREAN = /^(.*?)(까지|이내|안으로|안에|내로|내에|내|중으로)(?:는|로|요|만|에)?[.,;!)\]]*$/;
const ENGLISH = /^\(?(?:by|until|till|before|within|due|기한:?)$/;
/** `~12/10` */
const TILDE = /^\(?~(?=.)/;
/** What needs no 까지 at the end of a line: `이달 말`, `연내`, `다음 주 중`. */
const BARE = /^(?:\S+ )*(?:\S*(?:달|월|년|해) ?(?:말|초|[상중하]순)|[월연년]말|말일|연내|\S+ 중)[.!)\]]*$/;
/** A part of a year, a month or a week, or one of these days: not what is under way (`공사 중`). */
const NEAR = /^(?:오늘|금일|내일|명일)$/;

type Found = { start: number; length: number; due: Day };

function findUntil({ words, free }: Tokens, context: Context): Found | null {
  const small = words.slice(0, MOST_WORDS).map(plainly);
  for (const [at, word] of small.entries()) {
    const [ends, before = '', particle = ''] = KOREAN.exec(word) ?? [];
    if (ends) {
      for (let start = Math.max(0, at - LONGEST_RUN + 1); start <= at; start++) {
        const run = [...small.slice(start, at), before].filter(Boolean).join(' ').replace(/^[([]/, '');
        const due = free.slice(start, at + 1).every(Boolean) ? dayUntil(run, particle !== '까지', context) : null;
        if (due) return { start, length: at + 1 - start, due };
      }
    }
    const tilde = TILDE.test(word);
    if (!tilde && !ENGLISH.test(word)) continue;
    const from = tilde ? at : at + 1;
    for (let end = Math.min(small.length, from + LONGEST_RUN); end > from; end--) {
      const run = small
        .slice(from, end)
        .join(' ')
        .replace(TILDE, '')
        .replace(/[.,;!)\]]+$/, '');
      const due = free.slice(at, end).every(Boolean) ? dayUntil(run, word === 'within', context) : null;
      if (due) return { start: at, length: end - at, due };
    }
  }
  return words.length > MOST_WORDS ? null : bareEnd(small, free, context);
}

function bareEnd(small: readonly string[], free: readonly boolean[], { today }: Context): Found | null {
  for (let start = Math.max(0, small.length - LONGEST_RUN); start < small.length; start++) {
    const said = small.slice(start).join(' ').replace(/^[([]/, '');
    if (!BARE.test(said) || !free.slice(start).every(Boolean)) continue;
    const run = said.replace(/[.!)\]]+$/, '').replace(/ 중$/, '');
    const day = NEAR.test(run) ? (parseDayTime(run, { today, towards: 'future' })?.day ?? null) : null;
    const due = day ?? thirdOf(run, today) ?? endOf(run, today);
    if (due) return { start, length: small.length - start, due };
  }
  return null;
}

/** `counts`: `3일` is three days from now, not the third. */
function dayUntil(said: string, counts: boolean, { today, since = today }: Context): Day | null {
  const run = said.replace(HOUR, '');
  if (run === '' || run.length > 30) return null;
  const span = counts ? spanFrom(run, today) : null;
  if (span) return span;
  if (/^\d+$/.test(run) || /^\d{1,2}:\d{2}$/.test(run)) return null;
  const day = parseDayTime(run, { today, towards: 'future' })?.day ?? null;
  if (day && since < today && day > addDays(today, 180)) {
    // A day without a year that has passed since the record's own day is that one, not next year's.
    const then = parseDayTime(run, { today: since, towards: 'future' })?.day;
    if (then && then < today && then.slice(5) === day.slice(5)) return then;
  }
  return dayInMonth(run, today) ?? day ?? thirdOf(run, today) ?? endOf(run, today);
}

/** A part of a day says no other day. */
const HOUR = / (?:오전|오후|아침|점심|저녁|밤|퇴근|업무 ?시간|morning|noon|afternoon|evening)(?: ?전| ?중)?$/;

const SPOKEN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function spanFrom(run: string, today: Day): Day | null {
  const [, digits = '', unit = ''] = /^(\d{1,3}|[a-z]{1,6}) ?(일|주일?|개월|달|days?|weeks?|months?)$/.exec(run) ?? [];
  const spoken = { 일주일: 7, 열흘: 10, 보름: 15, 'a week': 7 }[run];
  if (spoken) return addDays(today, spoken);
  const count = SPOKEN.indexOf(digits) + 1 || Number(digits);
  if (!(count > 0)) return null;
  if (/^(?:일|day)/.test(unit)) return addDays(today, count);
  return /^(?:주|week)/.test(unit) ? addDays(today, count * 7) : addMonths(today, count);
}

const MONTH = /^(이번 ?달|이달|금월|당월|this month|다음 ?달|내달|담달|익월|next month)$/;

/** `다음 달 5일`: that day of that month. */
function dayInMonth(run: string, today: Day): Day | null {
  const [, named = '', day] = /^(.+?) (\d{1,2})일?$/.exec(run) ?? [];
  const month = MONTH.test(named) ? monthOf(named, today) : null;
  return month && day ? dayOf(month.year, month.month, Number(day)) : null;
}

/** The last days of a month's thirds; of 말일 the month's own. */
const THIRDS: readonly [RegExp, number | null][] = [
  [/(?:^| ?)(?:초순|상순)$|(?<=.) ?초$|^(?:the )?(?:early|beginning of)[ -]/, 10],
  [/(?:^| ?)중순$|^(?:the )?(?:mid|middle of)[ -]/, 20],
  [/(?:^| ?)(?:하순|말일)$|^late[ -]/, null],
];

/** `12월 중순`, `이달 초`, `중순`, `mid-December`: of a third that is over the next one. */
function thirdOf(run: string, today: Day): Day | null {
  for (const [third, last] of THIRDS) {
    if (!third.test(run)) continue;
    const named = run.replace(third, '').trim();
    const month = monthOf(named, today);
    if (!month) return null;
    const inYear = (year: number, of: number) =>
      last === null ? lastOfMonth(`${year}-${String(of).padStart(2, '0')}-01`) : dayOf(year, of, last);
    const day = inYear(month.year, month.month);
    if (day === null || day >= today || MONTH.test(named)) return day;
    if (named === '') {
      const [year, next] = partsOf(addMonths(`${today.slice(0, 8)}01`, 1));
      return inYear(year, next);
    }
    return inYear(month.year + 1, month.month);
  }
  return null;
}

/** The month that is meant: the next one of its name. */
function monthOf(named: string, today: Day): { year: number; month: number } | null {
  const [year] = partsOf(today);
  if (named === '') return monthOf('이번 달', today);
  const found = [named, `${year}년 ${named}`, `${year} ${named}`, `${year + 1}년 ${named}`, `${year + 1} ${named}`]
    .map((words) => parsePeriod(words, today))
    .find((it) => it?.kind === 'month' && it.to >= today);
  if (!found) return null;
  const [of, month] = partsOf(found.from);
  return { year: of, month };
}

/** The last day of what is said; of a week its Friday. A part of a year that is over is next year's. */
function endOf(run: string, today: Day): Day | null {
  const [year] = partsOf(today);
  const joined = run.replaceAll(' ', '');
  if (/^(?:연말|년말|연내|연|(?:올해|금년)(?:연)?말|yearend|year-end|eoy|(?:the)?endof(?:the)?year)$/.test(joined))
    return dayOf(year, 12, 31);
  if (/^(?:월말|(?:이번)?달말|monthend|month-end|eom|(?:the)?endof(?:the)?month)$/.test(joined))
    return lastOfMonth(today);
  if (/^(?:weekend|eow|(?:the)?endof(?:the|this)?week)$/.test(joined)) return addDays(mondayOf(today), 4);
  if (/^(?:이번 ?주말|주말|weekend|the weekend|this weekend)$/.test(run)) return addDays(mondayOf(today), 6);
  const named = run.replace(/ ?말$/, '').replace(/^(?:the )?end of /, '');
  if (/^\d{4}$/.test(named)) return null;
  const period =
    [named, `${year}년 ${named}`, `${year} ${named}`, `${year + 1}년 ${named}`, `${year + 1} ${named}`]
      .map((words) => parsePeriod(words, today))
      .find((it) => it !== null && it.kind !== 'range' && it.kind !== 'day' && it.to >= today) ?? null;
  if (!period) return null;
  return period.kind === 'week' ? addDays(period.to, -2) : period.to;
}
