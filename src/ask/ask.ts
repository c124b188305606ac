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
    if (ever.count === 0) return { unknown: words.split(' '), noun: reading.query.noun, asked: [] };
  }
  return { answer, corrected: reading.corrected };
}

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
      readPeriod: (words) => (ABOUT_PLANS.test(typed) ? planPeriod(words, today) : parsePeriod(words, today)),
      before,
      findWord: remembered(async (noun, word) => {
        const stems = [...stemsOf(word), ...(noun === 'expense' ? costOf(word) : cityOf(word))].filter(
          (it) => it.length > 1,
        );
        for (const stem of stems) if (await hasWord(db, noun, 'place', stem)) return { place: stem };
        for (const stem of stems) if (await hasWord(db, noun, 'words', stem)) return { words: stem };
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

/** What has no year is still to come where plans are spoken of. */
const ABOUT_PLANS =
  /일정|예정|스케줄|계획|할 ?일|기한|마감|발표|뭐 ?있|어디 ?로? ?가|schedule|calendar|upcoming|due|to-?dos?/i;
