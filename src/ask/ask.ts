import type { Database } from '../base/db/database.ts';
import { parsePeriod } from '../korean/period.ts';
import { planPeriod } from '../korean/plan-period.ts';
import type { Day } from '../vocabulary/day.ts';
import { type Answer, answerTo } from './answer.ts';
import { namesFor } from './names.ts';
import type { Query, Reading } from './query.ts';
import { type FindWord, readQuestion } from './read.ts';
import { stemsOf } from './segments.ts';
import { hasWord } from './store.ts';

export type Asked =
  | { answer: Answer; corrected: readonly [typed: string, meant: string][] }
  | Exclude<Reading, { query: Query }>;

/** Reads a question and answers it; what was not understood comes back as that, and nothing else is answered in its place. */
export async function ask(
  db: Database,
  typed: string,
  { today, userId, before }: { today: Day; userId: string | null; before: Query | null },
): Promise<Asked> {
  const reading = await (await readerFor(db, { today, before }))(typed);
  if (!('query' in reading)) return reading;
  if (reading.query.scope === 'mine' && userId === null) return { unknown: [], noun: reading.query.noun, asked: [] };
  const answer = await answerTo(db, reading.query, { today, userId });
  // Words that stand in records, but in none of these at any time, were meant as something else.
  const { words } = reading.query.filters;
  if (words !== undefined && answer.count === 0) {
    const ever = await answerTo(db, { ...reading.query, periods: [], when: null }, { today, userId });
    if (ever.count === 0) {
      const others = isMembers(reading.query, typed) ? null : askedByOthers(reading.query);
      const wider = others && (await answerTo(db, others, { today, userId }));
      if (wider?.count) return { answer: wider, corrected: reading.corrected };
      return { unknown: words.split(' '), noun: reading.query.noun, asked: [] };
    }
  }
  return { answer, corrected: reading.corrected };
}

/** `대변인실 요청`: a request is a member's, unless nobody but others asked for what is so called. */
const askedByOthers = ({ filters: { kind, ...filters }, ...query }: Query): Query | null =>
  kind === 'member_request' ? { ...query, filters } : null;
const isMembers = ({ filters }: Query, typed: string): boolean =>
  filters.member !== undefined || /의원|member|councill?or/i.test(typed);

/** Reads any number of questions about what the office has now. */
export async function readerFor(
  db: Database,
  { today, before }: { today: Day; before: Query | null },
): Promise<(typed: string) => Promise<Reading>> {
  const { findNames, findEveryName } = await namesFor(db, today);
  return async (typed) =>
    readQuestion(typed, {
      today,
      names: await findNames(typed),
      findEveryName,
      readPeriod: (words) => (isAboutPlans(typed) ? planPeriod(words, today) : parsePeriod(words, today)),
      before,
      findWord: remembered(async (noun, word) => {
        const stems = [...stemsOf(word), ...(noun === 'expense' ? costOf(word) : cityOf(word))].filter(
          (it) => it.length > 1,
        );
        for (const stem of stems) if (await hasWord(db, noun, 'place', stem)) return { place: stem };
        // All begin alike: where the shortest is nowhere, no other is.
        const [shortest] = stems.toSorted((a, b) => a.length - b.length);
        if (shortest === undefined || !(await hasWord(db, noun, 'words', shortest))) return null;
        for (const stem of stems)
          if (stem === shortest || (await hasWord(db, noun, 'words', stem))) return { words: stem };
        return null;
      }),
    });
}

/** The same word is looked for again and again while one question is read. */
function remembered(find: FindWord): FindWord {
  const found = new Map<string, ReturnType<FindWord>>();
  return (noun, word) => {
    const key = `${noun} ${word}`;
    const known = found.get(key) ?? find(noun, word);
    found.set(key, known);
    return known;
  };
}

/** `물품 구입비` is what 물품 구입 cost. */
const costOf = (word: string): string[] =>
  stemsOf(word).flatMap((it) => (/^.{2,}[비값]$/.test(it) ? [it.slice(0, -1)] : []));

/** `세종시` may stand in a title as 세종특별자치시. */
const cityOf = (word: string): string[] =>
  stemsOf(word).flatMap((it) => (/^[가-힣]{2,}[시군]$/.test(it) ? [it.slice(0, -1)] : []));

/** What has no year is still to come where plans are spoken of, or a time of day is asked for that nobody says was. */
const isAboutPlans = (typed: string): boolean =>
  ABOUT_PLANS.test(typed) || (/몇 ?시(?!간)|(?<![a-z])when is|what time/i.test(typed) && !/[었았했갔]/.test(typed));

const ABOUT_PLANS =
  /일정|예정|스케[줄쥴]|약속|일과|동선|계획|할 ?일|기한|마감|발표|뭐 ?있|어디 ?로? ?가|schedule|calendar|appointment|engagement|upcoming|due|to-?dos?/i;
