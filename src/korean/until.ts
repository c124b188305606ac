import type { Day } from '../vocabulary/day.ts';
import { addDays, addMonths, dayOf, lastOfMonth, partsOf } from './days.ts';
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
const KOREAN = /^(.*?)(까지|이내|안으로|안에|내로|내에|중으로)(?:는|로|요|만|에)?[.,;!)\]]*$/;
const ENGLISH = /^\(?(?:by|until|till|before|within|due)$/;

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
    if (!ENGLISH.test(word)) continue;
    for (let end = Math.min(small.length, at + 1 + LONGEST_RUN); end > at + 1; end--) {
      const run = small
        .slice(at + 1, end)
        .join(' ')
        .replace(/[.,;!)\]]+$/, '');
      const due = free.slice(at, end).every(Boolean) ? dayUntil(run, word === 'within', context) : null;
      if (due) return { start: at, length: end - at, due };
    }
  }
  return null;
}

/** `counts`: `3일` is three days from now, not the third. */
function dayUntil(run: string, counts: boolean, { today, since = today }: Context): Day | null {
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
  return day ?? endOf(run, today);
}

function spanFrom(run: string, today: Day): Day | null {
  const [, digits, unit = ''] = /^(\d{1,3}) ?(일|주일?|개월|달|days?|weeks?|months?)$/.exec(run) ?? [];
  const spoken = { 일주일: 7, 열흘: 10, 보름: 15, 'a week': 7 }[run];
  if (spoken) return addDays(today, spoken);
  const count = Number(digits ?? 0);
  if (count === 0) return null;
  if (/^(?:일|day)/.test(unit)) return addDays(today, count);
  return /^(?:주|week)/.test(unit) ? addDays(today, count * 7) : addMonths(today, count);
}

/** The last day of what is said; of a week its Friday. A part of a year that is over is next year's. */
function endOf(run: string, today: Day): Day | null {
  const [year] = partsOf(today);
  const joined = run.replaceAll(' ', '');
  if (/^(?:연말|년말|(?:올해|금년)(?:연)?말|yearend|year-end|(?:the)?endof(?:the)?year)$/.test(joined))
    return dayOf(year, 12, 31);
  if (/^(?:월말|(?:이번)?달말|monthend|month-end|(?:the)?endof(?:the)?month)$/.test(joined)) return lastOfMonth(today);
  const named = run.replace(/ ?말$/, '').replace(/^(?:the )?end of /, '');
  if (/^\d{4}$/.test(named)) return null;
  const period =
    [named, `${year}년 ${named}`, `${year} ${named}`, `${year + 1}년 ${named}`, `${year + 1} ${named}`]
      .map((words) => parsePeriod(words, today))
      .find((it) => it !== null && it.kind !== 'range' && it.kind !== 'day' && it.to >= today) ?? null;
  if (!period) return null;
  return period.kind === 'week' ? addDays(period.to, -2) : period.to;
}
