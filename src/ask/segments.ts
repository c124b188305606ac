import type { Period } from '../korean/period.ts';
import { plainly } from '../korean/typed.ts';
import { askSoft } from '../text/ko/ask-words.ts';
import type { Meaning } from '../vocabulary/ask.ts';
import { ENDINGS, goesOn, isGlued, leans, meaningsIn, OF_PERIOD, WRITTEN } from './lexicon.ts';
import { patternsAt } from './patterns.ts';
import type { Segment } from './query.ts';

/** Names that the office has given: programs, districts, people, members, committees, parties, categories. */
export type Names = ReadonlyMap<string, readonly Meaning[]>;

const LONGEST_QUESTION = 200;
/** What somebody put in quotes is looked for as it stands. */
const QUOTED = /["“「『]([^"“”「」『』]{2,60})["”」』]|(?<=^|\s)['‘]([^'‘’]{2,60})['’](?=$|[\s가-힣])/g;
/** As it comes, with blanks and marks that go. */
const LONGEST_RAW = 5 * LONGEST_QUESTION;

/**
 * Cuts a question into the fewest pieces that are known. Korean is written with and without spaces, so the cut is looked for over the
 * letters; a piece that nothing explains stays whole, from one gap or known word to the next.
 */
export function segmentsOf(asked: string, names: Names, readPeriod: (words: string) => Period | null): Segment[] {
  const quoted = [...asked.slice(0, LONGEST_QUESTION).matchAll(QUOTED)].map(([, double, single]) =>
    (double ?? single ?? '').trim(),
  );
  const line = lineOf(asked);
  const { letters, gaps, origin } = squeezed(line);
  const text = letters.join('');
  const best: ({ cost: number; from: number; segment: Segment } | undefined)[] = [];
  const costAt = (at: number): number => (at === 0 ? 0 : (best[at]?.cost ?? Number.POSITIVE_INFINITY));
  const offer = (from: number, to: number, cost: number, segment: Segment) => {
    const total = costAt(from) + cost;
    if (total < (best[to]?.cost ?? Number.POSITIVE_INFINITY)) best[to] = { cost: total, from, segment };
  };
  const written = (from: number, to: number) => line.slice(origin[from], (origin[to - 1] ?? 0) + 1).join('');

  for (let from = 0; from < letters.length; from++) {
    if (costAt(from) === Number.POSITIVE_INFINITY) continue;
    for (let to = from + 1; to <= Math.min(letters.length, from + LONGEST_WORD); to++) {
      const word = text.slice(from, to);
      const alone = standsAlone(word, from, to, gaps);
      // 다다음주 is not all of the next week.
      const isStuck = !gaps.has(from) && isShort(best[from]?.segment);
      const stuck = isStuck && !isGlued(best[from]?.segment.text ?? '') && !isSoft(best[from]?.segment, word);
      // 에 서면 is no 에서, and 다시 의회 no 시의회: such words lie across a gap by chance.
      const isChance =
        !gaps.has(from) &&
        crosses(from, to, gaps) &&
        (!gaps.has(to) || isShort(best[from]?.segment) || isLooseEnding(best[from], gaps));
      const known = stuck || isChance ? null : alone ? meaningsOf(word, names) : leansOn(best[from]?.segment, word);
      const glued = !gaps.has(from) && best[from]?.segment.text === '';
      const across = !alone || glued || (!gaps.has(to) && crosses(from, to, gaps)) ? ACROSS : 0;
      if (known)
        offer(
          from,
          to,
          across + (known.every((it) => it.nothing) ? NOTHING : known.some((it) => it.stops) ? STOPS : KNOWN),
          { text: word, meanings: known },
        );
      if (OF_PERIOD.has(word) && best[from]?.segment.period && gaps.has(to))
        offer(from, to, ENDING, { text: '', meanings: [] });
      if (ENDINGS.has(word) && !crosses(from, to, gaps) && !isWornOut(best, from) && mayEnd(best[from]?.segment, word))
        offer(from, to, gaps.has(from) ? LOOSE_ENDING : VERBAL.test(word) ? ENDING_VERB : ENDING, {
          text: '',
          meanings: [],
        });
      // 내 일 is mine, 내일 is tomorrow.
      if (word.startsWith('내일') && gaps.has(from + 1)) continue;
      if (isStuck || !PERIODISH.test(word) || word.length < 2 || (!gaps.has(to) && CUT_NUMBER.test(word))) continue;
      const period = readPeriod(written(from, to));
      if (period)
        offer(from, to, PERIOD, {
          text: written(from, to),
          meanings: [{ nothing: true }],
          period,
        });
    }
    for (const { length, segment, isSure } of patternsAt(text, from, gaps))
      offer(from, from + length, isSure ? SURE : KNOWN, segment);
    for (let to = from + 1; to <= letters.length && !gaps.has(to - 1 === from ? -1 : to - 1); to++)
      offer(from, to, UNKNOWN + (gaps.has(to) ? 0 : BROKEN), {
        text: written(from, to),
        meanings: [],
      });
  }

  const found: Segment[] = [];
  for (let at = letters.length; at > 0; ) {
    const step = best[at];
    if (!step) break;
    if (step.segment.text !== '') found.unshift(step.segment);
    at = step.from;
  }
  return [...found, ...quoted.map((text) => ({ text, meanings: [] }))];
}

/** All that may be a word of it: only names among them can be meant. */
export function piecesOf(asked: string): string[] {
  const text = squeezed(lineOf(asked)).letters.join('');
  const pieces = new Set<string>();
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= Math.min(text.length, from + LONGEST_WORD); to++) pieces.add(text.slice(from, to));
  return [...pieces];
}

/** The letters that are cut: without what is quoted, and without marks. */
const lineOf = (asked: string): string[] =>
  [
    ...plainly(asked.replace(QUOTED, ' ').slice(0, LONGEST_RAW))
      .replace(/'s(?![a-z])/g, ' ')
      .replace(/\([일월화수목금토]\)/g, '')
      .replace(/(?<=\s)·(?=\s)|[?!,"“”‘’]|\.+(?=\s|$)|(?<![\w가-힣])'|'(?![\w가-힣])/g, ' '),
  ].slice(0, LONGEST_QUESTION);

export const isUnknown = (segment: Segment): boolean => segment.meanings.length === 0;

/** A word without what Korean glues to its end, for looking it up: `미진에서` is also `미진`. */
export function stemsOf(word: string): string[] {
  const stems = [word];
  for (const ending of ENDINGS)
    if (word.length > ending.length + 1 && word.endsWith(ending)) stems.push(word.slice(0, -ending.length));
  return stems.toSorted((a, b) => b.length - a.length);
}

/** Every word that means something, for finding the one that was meant. */
export const knownWords = (names: Names): string[] => [
  ...WRITTEN,
  ...[...names.keys()].filter((word) => word.length > 1),
];

/** Whether a word already says something by itself. */
export const isKnown = (word: string): boolean => meaningsIn(word) !== undefined;

export const meaningsOf = (word: string, names: Names): readonly Meaning[] | null => {
  const own = meaningsIn(word);
  const named = names.get(word) ?? titled(word, names);
  return own && named ? [...named, ...own] : (named ?? own ?? null);
};

/** `임라온 의원`, `김가람 의장`: somebody with their title. */
function titled(word: string, names: Names): readonly Meaning[] | null {
  const member = TITLED.exec(word)?.[1];
  const person = RANKED.exec(word)?.[1];
  const meanings = [
    ...(names.get(member ?? '') ?? []).filter((it) => it.filters?.member !== undefined),
    ...(names.get(person ?? '') ?? []).filter((it) => it.filters?.person !== undefined),
  ];
  return meanings.length > 0 ? meanings : null;
}
const TITLED = /^([가-힣]{2,5}?)(?:시?의원|부?의장|부?위원장)님?$/;
/** `이준호 주무관`, `한지우 실장님`: whom the office has under that name. */
const RANKED =
  /^([가-힣]{2,4}?)(?:총괄|정무|수행)?(?:주무관|비서관|사무관|서기관|담당관|보좌관|실장|국장|과장|팀장|계장|부장|차장|대리|매니저|선생)님?$/;

// One known word costs less than two; anything is better than not to know a piece.
const KNOWN = 1;
const SURE = 0.95;
/** Of plans 주말 is a period; of spends it says when. */
const PERIOD = 0.99;
const NOTHING = 0.9;
/** `안한 거` is what was not done before it is 안 and something. */
const STOPS = 1.3;
const ENDING = 0.6;
/** `처리했어` is what was done before it is 처리 and an ending. */
const ENDING_VERB = 0.9;
const VERBAL = /^[하해했합한할되돼됐된될]/;
const LOOSE_ENDING = 9.5;
/** `집행 건수` is 건수 of 집행, not 집행건 with something behind it; nor does a word like to begin where an ending ended. */
const ACROSS = 0.5;
const UNKNOWN = 10;
const BROKEN = 2;
const LONGEST_WORD = 24;

const PERIODISH =
  /\d(?:년|월|일|분기|주|달|q|[./~'-]\d)|^'?\d{2,4}년?$|^\d{4}|올해|금년|작년|전년|지난|저번|재작년|내년|[이요]번|올한해|연말|월말|(?:mon|tues|wednes|thurs|fri|satur|sun)day|이달|담[주달]|회계|이후|이래|since|다음|내달|금주|차주|전주|오늘|어제|그제|그저께|내일|모레|글피|[상하]반기|분기|요일|주말|weekend|최근|전월|전달|금월|당월|연초|today|yesterday|tomorrow|last|this|next|past|year|month|half|quarter|이틀|사흘|일주일|^q[1-4]|h[12]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** `중요한` is no 중 with two endings behind it: a word of one letter takes one. */
function isWornOut(best: readonly ({ from: number; segment: Segment } | undefined)[], at: number): boolean {
  const ending = best[at];
  if (ending?.segment.text !== '') return false;
  const word = best[ending.from]?.segment;
  return word !== undefined && word.text.length === 1 && !isUnknown(word);
}

/** `중요한`, `가을` and `오래` only begin like 중, 가 and 오: what goes on behind a word of one letter is written out. */
function mayEnd(before: Segment | undefined, ending: string): boolean {
  // 이번 주 말고 is no weekend.
  if (before?.period && ending === '고') return false;
  return !before || !isShort(before) || goesOn(before.text, ending);
}

const isShort = (segment: Segment | undefined): boolean =>
  segment !== undefined && /^[가-힣]$/.test(segment.text) && !isUnknown(segment);

/** `임` of 임시 의원: an ending that stands where a word begins leaves no word behind it. */
const isLooseEnding = (before: { from: number; segment: Segment } | undefined, gaps: ReadonlySet<number>): boolean =>
  before?.segment.text === '' && gaps.has(before.from);

function crosses(from: number, to: number, gaps: ReadonlySet<number>): boolean {
  for (let at = from + 1; at < to; at++) if (gaps.has(at)) return true;
  return false;
}

/** `2016년 1` of `2016년 1인당`: a number whose unit would be cut off is no month; a whole year may stand before anything. */
const CUT_NUMBER = /(?<!\d{2})\d{1,2}$/;

/** A word of one letter, or of Latin letters, is itself only between gaps; so is a Latin one before a Korean particle. */
function standsAlone(word: string, from: number, to: number, gaps: ReadonlySet<number>): boolean {
  if (/^[가-힣]$/.test(word)) return gaps.has(from);
  return /^[^가-힣]/.test(word) ? gaps.has(from) && (gaps.has(to) || /[가-힣]$/.test(word)) : true;
}

/** `공약좀`, `집행총몇건`, `얼마썼어`: few words of one letter follow a known one without a space; 외국인 is not 외국 and 인. */
function leansOn(before: Segment | undefined, word: string): readonly Meaning[] | null {
  return before && !isUnknown(before) && (isSoft(before, word) || (before.text.length > 1 && leans(word)))
    ? (meaningsIn(word) ?? null)
    : null;
}

/** `지난것좀`: it follows endings, and words of one letter that lean themselves. */
const isSoft = (before: Segment | undefined, word: string): boolean =>
  before !== undefined && word === askSoft && (before.text === '' || leans(before.text));

/** The letters without spaces, where there was one (both ends count), and where each letter stood. */
function squeezed(line: readonly string[]): {
  letters: string[];
  gaps: Set<number>;
  origin: number[];
} {
  const [letters, origin, gaps]: [string[], number[], Set<number>] = [[], [], new Set([0])];
  for (const [at, letter] of line.entries()) {
    if (/\s/.test(letter)) gaps.add(letters.length);
    else {
      letters.push(letter);
      origin.push(at);
    }
  }
  return { letters, gaps: gaps.add(letters.length), origin };
}
