import { inFigures, isPeople, parseHeadcount } from '../../korean/headcount.ts';
import { type Half, halfIn, parseTime } from '../../korean/times.ts';
import { LONGEST_LINE } from '../../korean/typed.ts';
import { type DayTime, parseDay, parseDayTime } from '../../korean/typed-days.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Account, Activity, Payment } from '../../vocabulary/expense.ts';
import { takeActivity } from './line-activity.ts';
import { takeAmount } from './line-amount.ts';
import { type Doubt, doubtsOf, refundDoubts, takeCalled, takeSmallWords } from './line-doubts.ts';
import { ACCOUNT_NAMES, PAYMENT_NAMES, takeNamed } from './line-names.ts';
import { type IsPlace, takePlace } from './line-place.ts';
import { type Line, LONGEST, phrases, splitLine, take } from './typed-line.ts';

/** What a line says. Every word typed is in `taken`, `place` or `purpose`. */
export type Understood = {
  /** Whole won; negative for a refund. */
  amount: number | null;
  /** What was meant as money and can't be read as won (`85,00`, `$85`), as typed. */
  amountTyped: string | null;
  spentOn: Day | null;
  /** `HH:MM` */
  spentTime: string | null;
  headcount: number | null;
  /** `시장 외 4명`; null where a number is all that was said. */
  attendees: string | null;
  /** `@Lee`: who is called and is nobody of the workspace. */
  called: string[];
  account: Account | null;
  payment: Payment | null;
  activity: Activity | null;
  place: string | null;
  purpose: string | null;
  /** The words that became a field of their own, as typed. */
  taken: string[];
  doubts: Doubt[];
};

/**
 * Reads `85000 미진 4명 조례 개정 간담회 시책 카드` and `45000 lunch with 3 people at Mijin policy card` in any order. `@place` or
 * `@"two words"` is the place, else what `takePlace` finds. A second amount, day, headcount, account or payment stays in the purpose: of
 * amounts the one with a won sign or unit counts, then the larger; of accounts the fuller name, then the last; of payments the last; of
 * the others the first.
 */
export const readLine = (
  typed: string,
  { today, isPlace = () => false }: { today: Day; isPlace?: IsPlace },
): Understood => {
  if (typed.length > LONGEST_LINE) return { ...NOTHING_READ, purpose: typed.trim() };
  const line = splitLine(typed);
  const activity = takeActivity(line);
  const { day, time } = takeDayAndTime(line, { today, half: halfIn(typed) });
  const people = takePeople(line);
  const amount = takeAmount(line);
  const account = takeNamed(line, ACCOUNT_NAMES);
  const payment = takeNamed(line, PAYMENT_NAMES);
  const called = takeCalled(line);
  takeSmallWords(line);
  const doubts = doubtsOf(line, today);
  const before = [...line.free];
  const place = takePlace(line, isPlace);
  if (/^for$/i.test(line.words[line.free.indexOf(true)] ?? '')) take(line, line.free.indexOf(true), 1);
  const own = line.words.filter((_, index) => before[index] && !line.free[index]).join(' ');
  const asTyped = own.replace(/(?<=.),$/, '') === place;

  return {
    amount: amount.won,
    amountTyped: amount.typed,
    spentOn: day,
    spentTime: time,
    headcount: people.headcount,
    attendees: people.words,
    called,
    account,
    payment,
    activity,
    place,
    purpose: line.words.filter((_, index) => line.free[index]).join(' ') || null,
    taken: line.words.filter((_, index) => !line.free[index] && !(asTyped && before[index])),
    doubts: [
      ...doubts,
      ...refundDoubts(line, amount.won),
      ...amount.others.map((words): Doubt => ({ why: 'second_amount', words })),
      ...called.map((words): Doubt => ({ why: 'nobody', words })),
    ],
  };
};

const NOTHING_READ: Understood = {
  amount: null,
  amountTyped: null,
  spentOn: null,
  spentTime: null,
  headcount: null,
  attendees: null,
  called: [],
  account: null,
  payment: null,
  activity: null,
  place: null,
  purpose: null,
  taken: [],
  doubts: [],
};

// Day and time.

type Hours = { today: Day; half: Half };

const takeDayAndTime = (line: Line, hours: Hours): DayTime => {
  const found: DayTime = { day: null, time: null };
  const end = Math.min(line.words.length, MOST_WORDS);
  for (let start = 0; start < end && !(found.day && found.time); start++) {
    if (!MAY_BEGIN_A_DAY.test(line.words[start] ?? '') || endsADay(line, start)) continue;
    for (const { text, length } of phrases(line, start, 4)) {
      const read = momentIn(text, hours);
      if (!(read.day || read.time) || (read.day && found.day) || (read.time && found.time)) continue;
      found.day ??= read.day;
      found.time ??= read.time;
      take(line, start, length);
      break;
    }
  }
  return found;
};

/** The 30일 of 2월 30일, a day that does not exist, is no day of this month. */
const endsADay = ({ words, free }: Line, at: number): boolean =>
  free[at - 1] === true && /^\d{1,2}월$/.test(words[at - 1] ?? '') && /^\d{1,2}일/.test(words[at] ?? '');

/** Looking for a day is slow work; further on a line is a story. */
const MOST_WORDS = 200;
const MAY_BEGIN_A_DAY = /^['\d오금어그내명익모글지저이다담월화수목토일새아낮점밤정자a-z]/i;

/**
 * Several words are a day or a time, one can be both. 5.18 and 3.1 are the names of days more often than days, `11-21` is a number of
 * something, and eight digits far from now are an amount.
 */
const momentIn = (text: string, { today, half }: Hours): DayTime => {
  const none = { day: null, time: null };
  if (text.length > LONGEST || /^\d{1,2}[.-]\d{1,2}$|^\S*\d\S* \d{1,2}:\d{2}/.test(text)) return none;
  if (/^\d{8}$/.test(text) && Math.abs(Number(text.slice(0, 4)) - Number(today.slice(0, 4))) > 2) return none;

  const said = text.replace(/(?<=[\d시분일])에$/, '').replace(/(?<=^| )(\d{1,2}:\d{2}) ?[~-] ?\d{1,2}:\d{2}$/, '$1');
  if (!said.includes(' ')) return parseDayTime(said, { today, half }) ?? none;
  const day = parseDay(said, { today });
  return { day, time: day ? null : parseTime(said, half) };
};

// People.

const COUNT =
  /^(?:(?:\S*외|등|총|약|and) ?){0,2}\d[\d,]* ?여? ?(?:[명먕인](?:과|이랑|하고|이서|이|은|의|끼리)?|people|persons?|pax|ppl|guests?|staff|reporters?|officials?|(?:council )?members?|others?)$|^\S*외 ?\d[\d,]*$/i;

/** The first count, with the people named before it and the counts of others right after it. */
const takePeople = (line: Line): { headcount: number | null; words: string | null } => {
  let first = -1;
  let end = -1;
  for (let start = 0; start < line.words.length; start++) {
    const count = countAt(line, start);
    const goesOn = first < 0 || start > end || /^(?:외|등|총|and)/i.test(count?.text ?? '');
    if (count && goesOn) {
      if (first < 0) first = start;
      end = start + count.length;
      start = end - 1;
    } else if (first >= 0 && !isFreePeople(line, start)) break;
  }
  if (first < 0) return { headcount: null, words: null };
  while (first > 0 && isFreePeople(line, first - 1)) first--;
  if (first > 0 && line.free[first - 1] && isNamed(line.words[first - 1] ?? '', line.words[first] ?? '')) first--;

  const words = line.words.slice(first, end).join(' ').replace(/,$/, '');
  take(line, first, end - first);
  return { headcount: parseHeadcount(words), words: /^\d[\d,]* ?\p{L}+$/u.test(inFigures(words)) ? null : words };
};

/** `김서연 주무관 외 3명`: the name before somebody's post. */
const isNamed = (name: string, post: string): boolean =>
  /^[김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우민진지엄채원천방공현함변염여추석선설길연위표명기반왕금옥육인맹제모탁국은편용][가-힣]{2}$/.test(
    name,
  ) && /^(?:주무관|사무관|과장|국장|팀장|실장|비서관|보좌관|의원|기자|대표|위원장|교수|회장|원장)$/.test(post);

const countAt = (line: Line, start: number): { text: string; length: number } | undefined =>
  phrases(line, start, 4).find(
    ({ text }) => text.length <= LONGEST && COUNT.test(inFigures(text)) && parseHeadcount(text) !== null,
  );

const isFreePeople = ({ words, free }: Line, at: number): boolean =>
  free[at] === true && isPeople((words[at] ?? '').replace(/,$/, ''));
