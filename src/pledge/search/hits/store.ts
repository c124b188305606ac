import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../../base/db/bulk.ts';
import type { Database } from '../../../base/db/database.ts';
import { placeIn } from '../../../base/db/like.ts';
import { FEW, narrowedBy } from '../../../base/db/words.ts';
import { fieldName, type ListEntry } from '../../list/rules.ts';
import type { Total } from '../../state.ts';
import { hitIn, type Look, lookFor, type Place, placesOf, WEIGHTS } from '../rules.ts';

/** `score`: what comes first; null where it is the order of the register. `isNarrowed`: they are looked up one by one. */
export type Fits = { where: RawBuilder<SqlBool>; score: RawBuilder<number> | null; isNarrowed?: boolean };

export const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
const any = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;

/** What is little enough to be looked through by itself: what pledges of these terms add up to, and the office's lists. */
type Known = { totals: readonly Total[]; lists: readonly ListEntry[] };

/** Which pledges these words fit, and how well. */
export async function fitsOf(db: Database, words: readonly string[], isHalf: boolean, known: Known): Promise<Fits> {
  const hits = [];
  for (const word of words) hits.push(await hitsOf(db, lookFor(word, isHalf), isHalf, known));
  const each = all(hits.map(({ where }) => where));
  const sum = sql<number>`${sql.join(
    hits.map(({ score }) => score),
    sql` + `,
  )}`;
  // What holds all of them joined holds each of them, unless they are looked for in different ways.
  const looks = words.map((word) => lookFor(word, isHalf));
  const whole = lookFor(words.join(''), isHalf);
  if (looks.every(({ of }) => of === whole.of) && looks.map(({ as }) => as).join('') === whole.as)
    return { where: each, score: sum, isNarrowed: hits.some((it) => it.isNarrowed) };
  const joined = await hitsOf(db, whole, isHalf, known);
  return {
    isNarrowed: joined.isNarrowed && hits.some((it) => it.isNarrowed),
    where: any([each, joined.where]),
    score: sql<number>`case when ${each} then ${sum} else ${joined.score} end`,
  };
}

/** Where one word is found, and what that counts: the best of its places. */
async function hitsOf(db: Database, look: Look, isHalf: boolean, known: Known) {
  const places = placesOf(isHalf).map((place) => ({
    place,
    ...foundIn(place, look, known),
  }));
  const levels = places
    .flatMap(({ place, begins, holds }) => [
      { score: WEIGHTS[place] * look.begin, fits: begins },
      { score: WEIGHTS[place] * look.inside, fits: holds },
    ])
    .flatMap(({ score, fits }) => (fits ? [{ score, fits }] : []))
    .sort((a, b) => b.score - a.score);
  const held = any(places.flatMap(({ holds }) => holds ?? []));
  const among = await narrowed(db, look, places, known);
  return {
    isNarrowed: among !== null,
    where: among ? all([among, held]) : held,
    score: sql<number>`case ${sql.join(
      levels.map(({ score, fits }) => sql`when ${fits} then ${sql.lit(score)}`),
      sql` `,
    )} else 0 end`,
  };
}

type FoundIn = {
  /** Null where no pledge can say it there. */
  begins: RawBuilder<SqlBool> | null;
  holds: RawBuilder<SqlBool> | null;
};

const COLUMNS = {
  title: {
    plain: 'plain_title',
    initials: 'title_initials',
    letters: 'title_letters',
  },
  goal: { plain: 'plain_goal', initials: 'goal_initials', letters: null },
} as const;

function foundIn(place: Place, look: Look, known: Known): FoundIn {
  if (place === 'title' || place === 'goal') {
    const column = COLUMNS[place][look.of];
    if (column === null) return { begins: null, holds: null };
    const at = placeIn(sql.ref(`pledge.${column}`), look.as);
    return { begins: sql<SqlBool>`${at} = 1`, holds: sql<SqlBool>`${at} > 0` };
  }
  const said = valuesOf(place, known).map((it) => ({
    ...it,
    hit: hitIn(it.text, look),
  }));
  return {
    begins: saying(
      place,
      said.filter(({ hit }) => hit === look.begin),
    ),
    holds: saying(
      place,
      said.filter(({ hit }) => hit > 0),
    ),
  };
}

/** What pledges can say in a place, and how it reads. */
type Value = { term: number | null; value: string; text: string };

function valuesOf(place: 'field' | 'department' | 'type', { totals, lists }: Known): Value[] {
  if (place === 'field')
    return lists
      .filter(({ kind }) => kind === 'field')
      .map(({ term, code, name }) => ({ term, value: code, text: name }));
  const values = new Set(totals.flatMap((total) => total[place] ?? []));
  return [...values].map((value) => ({ term: null, value, text: value }));
}

function saying(place: 'field' | 'department' | 'type', values: readonly Value[]): RawBuilder<SqlBool> | null {
  const terms = [...new Set(values.map(({ term }) => term))];
  if (terms.length === 0) return null;
  const column = sql.ref(`pledge.${place}`);
  return any(
    terms.map((term) => {
      const own = anyOf(values.filter((it) => it.term === term).map(({ value }) => value));
      return term === null
        ? sql<SqlBool>`${column} in ${own}`
        : sql<SqlBool>`(pledge.term = ${term} and ${column} in ${own})`;
    }),
  );
}

/** That a pledge is one of those few that the index of words, and what groups of them say, leave; null where they are many. */
async function narrowed(
  db: Database,
  look: Look,
  places: readonly (FoundIn & { place: Place })[],
  { totals, lists }: Known,
): Promise<RawBuilder<SqlBool> | null> {
  const isHit = (text: string | null | undefined) => hitIn(text ?? '', look) > 0;
  const groups = totals.filter((it) => isHit(it.type) || isHit(it.department) || isHit(fieldName(it, lists)));
  if (groups.reduce((sum, { pledges }) => sum + pledges, 0) > FEW) return null;
  const words = await narrowedBy(db, 'pledge', [look.as]);
  if (!words?.few) return null;
  const held = places.flatMap(({ place, holds }) => (place === 'title' || place === 'goal' ? [] : (holds ?? [])));
  if (groups.length === 0) return sql<SqlBool>`pledge.id in ${words.few}`;
  const terms = [...new Set(groups.map(({ term }) => term))];
  return any([
    sql<SqlBool>`pledge.id in ${words.few}`,
    sql<SqlBool>`pledge.id in (select pledge.id from pledge where pledge.term in (${sql.join(terms)}) and pledge.voided_at is null and ${any(held)})`,
  ]);
}
