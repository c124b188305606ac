import { addDays } from '../korean/days.ts';
import { looksCalled } from '../korean/roman-surnames.ts';
import { type Half, halfIn, parseTime } from '../korean/times.ts';
import { LONGEST_LINE, normalise } from '../korean/typed.ts';
import { parseDay, parseDayTime } from '../korean/typed-days.ts';
import type { Day } from '../vocabulary/day.ts';
import { isPlaceWord, placeIn } from './place.ts';
import { minutesOf } from './rules.ts';

/** Something that can be named in a line: by its own name, or another language's. */
export type Named = { value: string; names: readonly string[] };
export type Names = { today: Day; programs: readonly Named[]; districts: readonly Named[] };

/** What a line says of a visit. Every word typed is in a field, in the title or in `unread`. */
export type VisitLine = {
  program: string | null;
  title: string | null;
  date: Day | null;
  start_time: string | null;
  end_date: Day | null;
  end_time: string | null;
  more_dates: string | null;
  place: string | null;
  district: string | null;
  people: string[];
  /** What looks like a day or an hour and is none: `2/31`, `20166-11-09`, `25:00`. */
  unread: { date: string | null; start_time: string | null };
  /** What a person should look at once more: a second district, somebody called whom nobody is called. */
  doubts?: { why: 'second_district' | 'nobody'; words: string }[];
};

/** Reads `11/9 14:00~15:30 우이신설 공사현장 점검 강북구 민생현장` in any order. `@우이역` is the place. */
export function readVisitLine(typed: string, { today, programs, districts }: Names): VisitLine {
  const isStory = typed.length > LONGEST_LINE;
  const words = (isStory ? '' : normalise(typed)).match(/<@[UW][A-Z0-9]+(?:\|[^>]*)?>|@"[^"]+"|@'[^']+'|\S+/g) ?? [];
  const free = words.map(() => true);
  const line: VisitLine = {
    program: null,
    title: isStory ? typed.trim() : null,
    date: null,
    start_time: null,
    end_date: null,
    end_time: null,
    more_dates: null,
    place: null,
    district: null,
    people: [],
    unread: { date: null, start_time: null },
  };
  if (isStory) return line;
  const more: Day[] = [];
  const doubts: NonNullable<VisitLine['doubts']> = [];
  const half = halfIn(typed);

  for (let at = 0; at < words.length && at < MOST_WORDS; at++) {
    const word = words[at] ?? '';
    const person = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(word)?.[1];
    if (person) {
      line.people.push(person);
      free[at] = false;
      continue;
    }
    if (/^@\S/.test(word) && looksCalled(word.slice(1))) {
      doubts.push({ why: 'nobody', words: word });
      free[at] = false;
      continue;
    }
    if (/^@\S/.test(word) && line.place === null) {
      line.place = word.replace(/^@(["']?)(.*)\1$/, '$2').trim() || null;
      free[at] = false;
      continue;
    }
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
      const phrase = words
        .slice(at, at + length)
        .join(' ')
        .replace(/,$/, '');
      if (phrase.length > LONGEST_WORDS || !takePhrase(phrase, at, words[at + length] ?? '')) continue;
      free.fill(false, at, at + length);
      at += length - 1;
      break;
    }
  }

  function takePhrase(phrase: string, at: number, next: string): boolean {
    const program = line.program === null ? valueNamed(phrase, programs) : null;
    if (program) line.program = program;
    const district = program ? null : valueNamed(phrase.replace(/(?<=구)(?:에서|에|의)$/, ''), districts);
    if (district && line.district !== null && line.district !== district) {
      doubts.push({ why: 'second_district', words: phrase });
      return false;
    }
    if (district) line.district = district;
    // 강남 of 강남 주차장 is a part of its name, too.
    if (district && !/구$|-gu$/i.test(phrase) && isPlaceWord(next)) return false;
    if (program || district) return true;

    const moment = momentIn(phrase, at === 0, { since: line.date ?? today, half });
    if (!moment || (moment.days.length === 0 && line.start_time !== null)) return false;
    const [first, last] = moment.days;
    if (moment.separate) more.push(...moment.days.slice(line.date === null ? 1 : 0));
    else if (line.date !== null && first) more.push(first);
    if (line.date === null && first) {
      line.date = first;
      if (!moment.separate && last && last !== first) line.end_date = last;
    }
    line.start_time ??= moment.time;
    if (moment.time && line.start_time === moment.time) line.end_time ??= moment.endTime;
    return true;
  }

  for (const [at, word] of words.entries()) {
    if (!free[at]) continue;
    if (line.date === null && line.unread.date === null && LIKE_A_DAY.test(word)) line.unread.date = word;
    else if (line.start_time === null && line.unread.start_time === null && LIKE_A_TIME.test(word))
      line.unread.start_time = word;
    else continue;
    free[at] = false;
  }
  const at = words.findIndex((word, index) => free[index] && /^at$/i.test(word));
  const title = words.filter((_, index) => free[index] && !isSmallWord(words, free, index));
  line.title = title.join(' ') || null;
  line.more_dates = more.length > 0 ? more.join(', ') : null;
  line.place ??= placeIn(title, at >= 0 ? title.indexOf(words[at] ?? '') : -1);
  line.district ??= officeOf(title, districts);
  return doubts.length > 0 ? { ...line, doubts } : line;
}

/** `on` before a day that was taken, `at` before an hour. */
const isSmallWord = (words: readonly string[], free: readonly boolean[], at: number): boolean =>
  /^(?:on|at|in|from|with)$/i.test(words[at] ?? '') && free[at + 1] === false;

/** `강남구청` and `강남구보건소` are in 강남구. */
const officeOf = (title: readonly string[], districts: readonly Named[]): string | null =>
  districts.find(
    ({ value }) => /구$/.test(value) && title.some((word) => word.length > value.length && word.startsWith(value)),
  )?.value ?? null;

const MOST_WORDS = 200; // further on a line is a story
const LONGEST_PHRASE = 6; // 2018년 11월 21일 오전 10시 30분
const LONGEST_WORDS = 60;
const LIKE_A_DAY = /^'?\d{1,5}[./-]\d{1,2}(?:[./-]\d{1,4})?\.?$|^(?:\d{1,2}월)?\d{1,3}일$/;
const LIKE_A_TIME = /^\d{1,2}:\d{1,2}$|^\d{1,2}시$/;

/** The one that is called so, whatever the spaces, hyphens and capitals. */
export function valueNamed(phrase: string, named: readonly Named[]): string | null {
  const wanted = squeezed(phrase);
  return named.find(({ names }) => names.some((name) => squeezed(name) === wanted))?.value ?? null;
}

const squeezed = (name: string): string => name.replace(/[\s'’-]/g, '').toLowerCase();

type Moment = {
  days: Day[];
  /** Several days that are each a visit of its own: `3.7/11.9`. */
  separate: boolean;
  time: string | null;
  endTime: string | null;
};

function momentIn(phrase: string, first: boolean, { since, half }: { since: Day; half: Half }): Moment | null {
  const said = phrase.replace(/(?<=[\d시분일])에$/, '');
  const nothing = { days: [], separate: false, time: null, endTime: null };
  if (/^\d{1,2}\.\d{1,2}(?:\/\d{1,2}\.\d{1,2})+$/.test(said)) {
    const days: Day[] = [];
    for (const day of said.split('/')) {
      const read = parseDay(day, { today: days.at(-1) ?? since, towards: 'future' });
      if (!read) return null;
      days.push(read);
    }
    return { ...nothing, days, separate: true };
  }
  if (/^\d{1,2}[.-]\d{1,2}$/.test(said) && !first) return null; // 3.1, 5.18 and 11-21 are the names of things

  const [from = '', to, ...rest] = said.split(/ ?[~〜∼] ?|(?<=\d:\d\d) ?[-–—] ?(?=\d{1,2}:)/);
  if (rest.length > 0) return null;
  const start = parseDayTime(from, { today: since, towards: 'future', half });
  if (!start) return null;
  const days = start.day ? [start.day] : [];
  if (to === undefined) return { ...nothing, days, time: start.time };

  if (start.time) {
    const end = endTime(start.time, to, half);
    return end ? { ...nothing, days, time: start.time, endTime: end } : null;
  }
  const last = start.day && lastDay(start.day, to);
  return start.day && last ? { ...nothing, days: [start.day, last] } : null;
}

/** Of `오후 2시~4시` the end is in the afternoon too, of `새벽 1시~3시` before the morning. */
function endTime(start: string, to: string, half: Half): string | null {
  const end = parseTime(to, half);
  const early = Number(start.slice(0, 2)) < 12 ? parseTime(`오전 ${to}`) : null;
  if (early && early > start && start < '06:00') return early;
  if (!end) return null;
  const hour = Number(end.slice(0, 2));
  return minutesOf(end) <= minutesOf(start) && hour < 12 ? `${hour + 12}${end.slice(2)}` : end;
}

/** Of `10/6~8` the end is the 8th of the same month. */
function lastDay(first: Day, to: string): Day | null {
  const date = /^(\d{1,2})일?\.?$/.exec(to)?.[1];
  const inMonth = date ? parseDay(`${first.slice(0, 8)}${date.padStart(2, '0')}`, { today: first }) : null;
  if (inMonth && inMonth >= first) return inMonth;
  return parseDay(to, { today: date ? addDays(first, 1) : first, towards: 'future' });
}
