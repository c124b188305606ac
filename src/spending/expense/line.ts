import { isPeople, parseHeadcount } from '../../korean/headcount.ts';
import { parseTime } from '../../korean/times.ts';
import { normalise } from '../../korean/typed.ts';
import { type DayTime, parseDay, parseDayTime } from '../../korean/typed-days.ts';
import { parseWon } from '../../korean/won.ts';
import type { Day } from '../../vocabulary/day.ts';
import { type Account, type Activity, isActivity, type Payment } from '../../vocabulary/expense.ts';

/** What a line says. Every word typed is in `taken`, `place` or `purpose`. */
export type Understood = {
  /** Whole won; negative for a refund. */
  amount: number | null;
  spentOn: Day | null;
  /** `HH:MM` */
  spentTime: string | null;
  headcount: number | null;
  /** `시장 외 4명`; null where a number is all that was said. */
  attendees: string | null;
  account: Account | null;
  payment: Payment | null;
  activity: Activity | null;
  place: string | null;
  purpose: string | null;
  /** The words that became a field of their own, as typed. */
  taken: string[];
};

/**
 * Reads `85000 미진 4명 조례 개정 간담회 시책 카드` in any order. `@place` or `@"two words"` is the place, else the first word that is nothing
 * else. A second amount, day, headcount, account or payment stays in the purpose: of amounts the one with a won sign or unit counts,
 * then the larger; of accounts the fuller name, then the last; of payments the last; of the others the first.
 */
export const readLine = (typed: string, { today }: { today: Day }): Understood => {
  const line = splitLine(typed);
  const marked = takePlace(line);
  const activity = takeActivity(line);
  const { day, time } = takeDayAndTime(line, today);
  const people = takePeople(line);
  const amount = takeAmount(line);
  const account = takeNamed(line, ACCOUNT_NAMES);
  const payment = takeNamed(line, PAYMENT_NAMES);

  const free = line.words.filter((_, index) => line.free[index]);
  const place = marked ?? free[0]?.replace(/(?<=.),$/, '') ?? null;
  const purpose = (marked === null ? free.slice(1) : free).join(' ');
  return {
    amount,
    spentOn: day,
    spentTime: time,
    headcount: people.headcount,
    attendees: people.words,
    account,
    payment,
    activity,
    place,
    purpose: purpose || null,
    taken: line.words.filter((_, index) => !line.free[index]),
  };
};

export const accountNamed = (words: string): Account | null => bestNamed(words, ACCOUNT_NAMES)?.code ?? null;

export const paymentNamed = (words: string): Payment | null => bestNamed(words, PAYMENT_NAMES)?.code ?? null;

type Line = { words: string[]; free: boolean[] };

const splitLine = (typed: string): Line => {
  const words = normalise(typed).match(/@"[^"]+"|@'[^']+'|\S+/g) ?? [];
  return { words, free: words.map(() => true) };
};

const take = ({ free }: Line, start: number, length: number): void => {
  free.fill(false, start, start + length);
};

/** Characters of one phrase; longer words are only words. */
const LONGEST = 60;

/** The free words from here on, longest run first, without the commas that part them. */
const phrases = ({ words, free }: Line, start: number, longest: number): { text: string; length: number }[] => {
  let end = start;
  while (end < words.length && end < start + longest && free[end] && !words[end]?.startsWith('@')) end++;
  return Array.from({ length: end - start }, (_, shorter) => ({
    text: words
      .slice(start, end - shorter)
      .map((word) => word.replace(/,$/, ''))
      .join(' '),
    length: end - shorter - start,
  }));
};

const takePlace = (line: Line): string | null => {
  const at = line.words.findIndex((word) => /^@[^"'\s]|^@["'].+["']$/.test(word));
  if (at < 0) return null;
  take(line, at, 1);
  return line.words[at]?.replace(/^@(["']?)(.*)\1$/, '$2').trim() || null;
};

/** 9 is left out: alone it is mostly a number. */
const takeActivity = (line: Line): Activity | null => {
  const at = line.words.findIndex((word) => word !== '9' && isActivity(word));
  const code = line.words[at];
  if (!isActivity(code)) return null;
  take(line, at, 1);
  return code;
};

// Day and time.

const takeDayAndTime = (line: Line, today: Day): DayTime => {
  const found: DayTime = { day: null, time: null };
  const end = Math.min(line.words.length, MOST_WORDS);
  for (let start = 0; start < end && !(found.day && found.time); start++) {
    if (!MAY_BEGIN_A_DAY.test(line.words[start] ?? '') || endsADay(line, start)) continue;
    for (const { text, length } of phrases(line, start, 4)) {
      const read = momentIn(text, today);
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
const momentIn = (text: string, today: Day): DayTime => {
  const none = { day: null, time: null };
  if (text.length > LONGEST || /^\d{1,2}[.-]\d{1,2}$|^\S*\d\S* \d{1,2}:\d{2}/.test(text)) return none;
  if (/^\d{8}$/.test(text) && Math.abs(Number(text.slice(0, 4)) - Number(today.slice(0, 4))) > 2) return none;

  const said = text.replace(/(?<=[\d시분일])에$/, '');
  if (!said.includes(' ')) return parseDayTime(said, { today }) ?? none;
  const day = parseDay(said, { today });
  return { day, time: day ? null : parseTime(said) };
};

// People.

const COUNT =
  /^(?:(?:\S*외|등|총|약|and) ?){0,2}\d[\d,]* ?여? ?(?:[명먕인](?:과|이랑|하고)?|people|persons?|pax|ppl|guests?|staff|reporters?|officials?|(?:council )?members?|others?)$|^\S*외 ?\d[\d,]*$/i;

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

  const words = line.words.slice(first, end).join(' ').replace(/,$/, '');
  take(line, first, end - first);
  return { headcount: parseHeadcount(words), words: /^\d[\d,]* ?\p{L}+$/u.test(words) ? null : words };
};

const countAt = (line: Line, start: number): { text: string; length: number } | undefined =>
  phrases(line, start, 4).find(
    ({ text }) => text.length <= LONGEST && COUNT.test(text) && parseHeadcount(text) !== null,
  );

const isFreePeople = ({ words, free }: Line, at: number): boolean =>
  free[at] === true && isPeople((words[at] ?? '').replace(/,$/, ''));

// Money.

const BARE = /^-?[1-9]\d{3,}$/;
const YEAR = /^(?:19|20)\d\d$/;
const MARKED = /[₩원만억천백]|krw|won$/i;
const FIRST_WORD = /^(?:₩|krw$|[-−△▲]?₩?[\d])/i;
const LATER_WORD = /^(?:원정?|won|krw)$|^\d*[천백십만억]/i;

type Amount = { won: number; rank: number; start: number; length: number };

const takeAmount = (line: Line): number | null => {
  const amounts: Amount[] = [];
  for (let start = 0; start < line.words.length; start++) {
    const found = amountAt(line, start);
    if (!found) continue;
    amounts.push(found);
    start += found.length - 1;
  }
  const best = Math.max(...amounts.map(({ rank }) => rank));
  const ranked = amounts.filter(({ rank }) => rank === best);
  const chosen =
    best === RANK.marked
      ? ranked[0]
      : ranked.toSorted((a, b) => Math.abs(b.won) - Math.abs(a.won) || a.start - b.start)[0];
  if (!chosen) return null;
  take(line, chosen.start, chosen.length);
  return chosen.won;
};

const RANK = { marked: 3, grouped: 2, bare: 1, likeYear: 0 } as const;

const amountAt = (line: Line, start: number): Amount | null => {
  for (const { text, length } of phrases(line, start, 3)) {
    const rank = text.length <= LONGEST ? rankOf(text) : null;
    const read = rank === null ? null : parseWon(text);
    if (rank !== null && read && 'won' in read && read.won !== 0) return { won: read.won, rank, start, length };
  }
  return null;
};

/** Null for what is no amount in a line though it may be in a field of its own: `4`, `(1000)`, `1e5`, `1조`, `천원의`, `02`. */
const rankOf = (text: string): number | null => {
  const [first = '', ...later] = text.split(' ');
  const spelled = /^[일이삼사오육칠팔구십백천만억]{2,}원$/.test(text) && /[십백천만억]/.test(text);
  if (spelled) return RANK.marked;
  if (!FIRST_WORD.test(first) || /[()e=조]|^\D*0\d/i.test(text)) return null;
  if (!later.every((word, index) => LATER_WORD.test(word) || (index === 0 && /^(?:₩|krw)$/i.test(first)))) return null;
  if (MARKED.test(text)) return RANK.marked;
  if (text.includes(',')) return RANK.grouped;
  if (YEAR.test(text)) return text.endsWith('00') ? RANK.likeYear : null;
  return BARE.test(text) ? RANK.bare : null;
};

// Accounts and payments by name.

type Name<Code> = { code: Code; full: RegExp; short?: RegExp };

const ACCOUNT_NAMES: Name<Account>[] = [
  { code: '203-01', full: /^(?:203-01|기관 ?운영(?: ?업무추진비| ?업추비|비)?)$/, short: /^(?:기관|institution)$/i },
  { code: '203-02', full: /^(?:203-02|정원 ?가산(?: ?업무추진비| ?업추비|금)?|staff allowance)$/i, short: /^정원$/ },
  { code: '203-03', full: /^(?:203-03|시책 ?추진(?: ?업무추진비| ?업추비|비)?)$/, short: /^(?:시책|policy)$/i },
  { code: '203-04', full: /^(?:203-04|부서 ?운영(?: ?업무추진비| ?업추비|비)?)$/, short: /^(?:부서|department)$/i },
];

const PAYMENT_NAMES: Name<Payment>[] = [
  { code: 'card', full: /^(?:카드|법카|(?:법인|신용|체크|관용|구매) ?카드|(?:credit |corporate )?card)$/i },
  { code: 'zeropay', full: /^(?:제로 ?페이|zero ?pay)$/i },
  { code: 'transfer', full: /^(?:이체|계좌|계좌 ?이체|계좌 ?입금|현금 ?\(계좌 ?이체\)|(?:bank )?transfer)$/i },
  { code: 'cash', full: /^(?:현금|cash)$/i },
];

const bestNamed = <Code>(words: string, names: Name<Code>[]): { code: Code; full: boolean } | null => {
  const typed = words.length > LONGEST ? '' : normalise(words);
  const full = names.find((name) => name.full.test(typed));
  const code = (full ?? names.find((name) => name.short?.test(typed)))?.code;
  return code === undefined ? null : { code, full: full !== undefined };
};

const takeNamed = <Code>(line: Line, names: Name<Code>[]): Code | null => {
  let best: { code: Code; full: boolean; start: number; length: number } | null = null;
  for (let start = 0; start < line.words.length; start++) {
    for (const { text, length } of phrases(line, start, 2)) {
      const found = bestNamed(text, names);
      if (!found || (best?.full && !found.full)) continue;
      best = { ...found, start, length };
      start += length - 1;
      break;
    }
  }
  if (!best) return null;
  take(line, best.start, best.length);
  return best.code;
};
