import { addDays } from '../../korean/days.ts';
import { type Half, halfIn, parseTime } from '../../korean/times.ts';
import { type DayTime, parseDay, parseDayTime } from '../../korean/typed-days.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Doubt } from './line-doubts.ts';
import { type Line, LONGEST, phrases, take } from './typed-line.ts';

type Hours = { today: Day; half: Half };
type Moment = DayTime & { doubts: Doubt[] };

/** The first day and the first time; of a span its beginning. What can be read otherwise is told. */
export const takeDayAndTime = (line: Line, typed: string, today: Day): Moment => {
  const hours = { today, half: halfIn(typed) };
  const found: Moment = { day: null, time: null, doubts: [] };
  const end = Math.min(line.words.length, MOST_WORDS);
  for (let start = 0; start < end && !(found.day && found.time); start++) {
    if (!MAY_BEGIN_A_DAY.test(line.words[start] ?? '') || endsADay(line, start)) continue;
    for (const { text, length } of phrases(line, start, LONGEST_MOMENT)) {
      const read = text.length > LONGEST ? NOTHING : momentIn(text, hours);
      if (!(read.day || read.time) || (read.day && found.day) || (read.time && found.time)) continue;
      if (read.day && isLongSpan(text, hours)) {
        start += length - 1;
        break;
      }
      found.day ??= read.day;
      found.time ??= read.time;
      if (read.day) found.doubts.push(...doubtsOfDay(text, read.day, today));
      take(line, start, length);
      break;
    }
  }
  return found.day ? found : (bareDay(line, hours, found) ?? found);
};

/** The 30일 of 2월 30일, a day that does not exist, is no day of this month. */
const endsADay = ({ words, free }: Line, at: number): boolean =>
  free[at - 1] === true && /^\d{1,2}월$/.test(words[at - 1] ?? '') && /^\d{1,2}일/.test(words[at] ?? '');

/** Looking for a day is slow work; further on a line is a story. */
const MOST_WORDS = 200;
/** `2014년 1월 1일 ~ 12월 31일` */
const LONGEST_MOMENT = 7;
const MAY_BEGIN_A_DAY = /^['\d오금어그내명익모글지저이다담월화수목토일새아낮점밤정자간작하사나엊a-z]/i;
const NOTHING: DayTime = { day: null, time: null };

/**
 * Several words are a day or a time, one can be both. 5.18 and 3.1 are the names of days more often than days, `11-21` is a number of
 * something, and eight digits far from now are an amount.
 */
const momentIn = (text: string, hours: Hours): DayTime => {
  const { today, half } = hours;
  if (/^\d{1,2}[.-]\d{1,2}$|^\S*\d\S* \d{1,2}:\d{2}/.test(text)) return NOTHING;
  if (/^\d{8}$/.test(text) && Math.abs(Number(text.slice(0, 4)) - Number(today.slice(0, 4))) > 2) return NOTHING;
  const span = SPAN.exec(text);
  if (span) return startOf(span[1] ?? '', span[2] ?? '', hours);

  const said = text.replace(/(?<=[\d시분일])에$/, '');
  if (!said.includes(' ')) return parseDayTime(said, { today, half }) ?? NOTHING;
  const day = parseDay(said, { today });
  return { day, time: day ? null : parseTime(said, half) };
};

/** `11/20~11/22`, `오후 2시부터 4시까지`, `12:30-13:30`, `2-4pm` */
const SPAN = /^([^~]*?\S) ?(?:~|부터|(?<=[\d시분]) ?[-–] ?(?=\d{1,2}(?::|시| ?[ap]\.?m))) ?([^~]*\S)$/i;

function startOf(first: string, end: string, { today, half }: Hours): DayTime {
  const last = end.replace(/까지$/, '').trim();
  const half_ = / ?[ap]\.?m\.?$/i.exec(last)?.[0] ?? '';
  const times = [first, `${first}${half_}`, `${first}시`].map((words) => parseTime(words, half));
  const time = parseTime(last, half) && times.find((read) => read !== null);
  if (time) return { day: null, time };
  const day = parseDay(first, { today });
  const [year, month] = (day ?? today).split('-').map(Number);
  const stop = parseDay(last, { today, year, month }) ?? parseDay(last, { today });
  return { day: day && stop && day <= stop ? day : null, time: null };
}

/** Of a year's work no day is said: only what took a few days has a first one. */
function isLongSpan(text: string, hours: Hours): boolean {
  const [, first, last = ''] = SPAN.exec(text) ?? [];
  const day = first && parseDay(first, hours);
  const stop = day && parseDay(last.replace(/까지$/, '').trim(), { ...hours, year: Number(day.slice(0, 4)) });
  return Boolean(day && stop && stop > addDays(day, LONGEST_STAY));
}
const LONGEST_STAY = 14;

/** What was not said of a day: the year of one long past, which day of several. */
function doubtsOfDay(words: string, day: Day, today: Day): Doubt[] {
  const dated = /\d{4}|'\d\d|\d{2}[.년-] ?\d{1,2}[.월-] ?\d/.test(words);
  if (SPAN.test(words)) return [{ why: 'first_of_span', words }];
  return !dated && day < addDays(today, -LONG_AGO) ? [{ why: 'long_ago', words }] : [];
}
const LONG_AGO = 180;

/** 4.5 is a figure sooner than a day of months ago. */
const LATELY = 45;

/** Days that are called by their figures. */
const REMEMBERED = /^(?:3\.1|4\.3|4\.16|4\.19|5\.16|5\.18|6\.10|6\.15|6\.25|6\.29|7\.4|8\.15|9\.11|10\.26|12\.12)$/;
const NO_DAY_BEFORE =
  /^(?:억|만|천|배|%|k$|m$|kg|km|톤|점|점대|절|기념|운동|민주|항쟁|전쟁|참전|사변|million|thousand|billion|won|원)/i;

/** `11.26`, `11-26`, where no other day is said: taken for one, and told. */
function bareDay(line: Line, { today }: Hours, found: Moment): Moment | null {
  const at = line.words.slice(0, MOST_WORDS).findIndex((word, index) => {
    const isNumber = /(?:로|길|동|가|번지|번)\d*$/.test(line.words[index - 1] ?? '');
    const figures = line.free[index] && /^\d{1,2}[.-]\d{1,2}\.?,?$/.test(word) && !REMEMBERED.test(word);
    return figures && !isNumber && !NO_DAY_BEFORE.test(line.words[index + 1] ?? '');
  });
  const words = (line.words[at] ?? '').replace(/,$/, '');
  const day = at < 0 ? null : parseDay(words, { today });
  if (!day || (!/\d\d\.?$/.test(words) && day < addDays(today, -LATELY))) return null;
  take(line, at, 1);
  const doubts: Doubt[] = [{ why: 'perhaps_day', words }, ...doubtsOfDay(words, day, today)];
  return { ...found, day, doubts: [...found.doubts, ...doubts.slice(0, 1)] };
}
