import { sql } from 'kysely';
import { anyOf } from '../base/db/bulk.ts';
import type { Database } from '../base/db/database.ts';
import { findGroups, findTerm } from '../council/members/store.ts';
import { findDistricts } from '../people/districts/store.ts';
import { findPeople } from '../people/store.ts';
import { valuesOf } from '../spending/check/limit/known.ts';
import { findLimits } from '../spending/check/limit/store.ts';
import { committeesInEnglish } from '../text/en/committees.ts';
import { textFor } from '../text/index.ts';
import { districtNames, programNames } from '../visit/names.ts';
import { findPrograms } from '../visit/programs/store.ts';
import type { Meaning } from '../vocabulary/ask.ts';
import type { Day } from '../vocabulary/day.ts';
import { eitherOf } from './filters.ts';
import { ENDINGS } from './lexicon.ts';
import type { Query } from './query.ts';
import { isKnown, type Names, piecesOf } from './segments.ts';
import type { Called } from './words.ts';

/**
 * What the office's own names mean: in one question, which only members of the council are read for whose names occur in it, and in any, for
 * finding the one that was meant.
 */
export async function namesFor(db: Database, today: Day) {
  const office = await findOffice(db);
  const own = namesOf(office, [], today);
  return {
    async findNames(asked: string): Promise<Names> {
      const members = await findMembers(db, piecesOf(asked));
      return members.length === 0 ? own : namesOf(office, members, today);
    },
    findEveryName: async (): Promise<Names> => namesOf(office, await findMembers(db), today),
  };
}

type Office = Awaited<ReturnType<typeof findOffice>>;
async function findOffice(db: Database) {
  const [programs, districts, people, parties, committees, categories, fields, limits] = await Promise.all([
    findPrograms(db),
    findDistricts(db),
    findPeople(db),
    findParties(db),
    findGroups(db, 'committee'),
    findCategories(db),
    findFields(db),
    findLimits(db),
  ]);
  return { programs, districts, people, parties, committees, categories, fields, limits };
}

function namesOf(
  { programs, districts, people, parties, committees, categories, fields, limits }: Office,
  members: readonly { id: number; name: string }[],
  today: Day,
): Names {
  const names = new Map<string, Meaning[]>();
  const put = (name: string, meaning: Meaning) => {
    const word = name.toLowerCase().replace(/[\s'’]/g, '');
    if (word.length < 2) return;
    const known = names.get(word);
    if (!known) names.set(word, [meaning]);
    else if (!known.some((it) => JSON.stringify(it) === JSON.stringify(meaning))) known.push(meaning);
  };
  const titles = new Map(programs.map(({ id, name }) => [String(id), name]));
  for (const { value, names: called } of programNames(programs))
    for (const name of called) put(name, { noun: 'visit', filters: { program: titles.get(value) ?? name } });
  // 외빈 says 외빈 접견 where no other program has the word.
  const words = programs.flatMap(({ name }) => name.split(' ').map((word) => ({ name, word })));
  for (const { name, word } of words)
    if (word !== name && words.filter((it) => it.word === word).length === 1 && !isKnown(word))
      put(word, { noun: 'visit', filters: { program: name } });
  for (const { value, names: called } of districtNames(districts))
    for (const name of called) put(name, { filters: { district: value } });
  for (const { userId, name } of people) {
    put(name, { filters: { person: userId } });
    // 우리 is also somebody's name, but few would mean them.
    if (/^[가-힣]{3,4}$/.test(name) && !isKnown(name.slice(1)) && !ENDINGS.has(name.slice(1)))
      put(name.slice(1), { filters: { person: userId } });
  }
  for (const { id, name } of members) {
    const word = wordOf(name);
    names.set(word, [...(names.get(word) ?? []), { filters: { member: String(id) } }]);
  }
  for (const party of parties) put(party, { filters: { party } });
  for (const { name: committee } of committees) {
    put(committee, { filters: { committee } });
    for (const name of [committee.replace(/원회$/, ''), ...committeesInEnglish(committee)])
      put(name, { filters: { committee } });
    const short = shortOf(committee);
    if (short && committees.filter(({ name }) => shortOf(name) === short).length === 1 && !isKnown(short)) {
      put(short, { filters: { committee } });
      put(`${short}원장`, { noun: 'member', filters: { committee, role: '위원장' } });
    }
    for (const role of ['위원장', '부위원장'])
      put(committee.replace(/위원회$/, role), { noun: 'member', filters: { committee, role } });
  }
  for (const field of fields) {
    put(field, { filters: { field } });
    put(`${field} 분야`, { filters: { field } });
  }
  for (const [limit, name] of Object.entries(textFor('ko').check.limits.names))
    put(name, { noun: 'rule', filters: { limit } });
  for (const [kind, name] of Object.entries(textFor('ko').followup.kinds))
    if (!isKnown(name.replaceAll(' ', ''))) put(name, { noun: 'followup', filters: { kind } });
  const [from, to] = (['night_from', 'night_to'] as const).map((name) =>
    clockOf(valuesOf(name, limits).findLast((it) => it.from <= today)?.value ?? 0),
  );
  const night: Meaning = { filters: { hours: `${from}-${to}` } };
  for (const word of [...NIGHT, textFor('ko').ask.night(`${from}~${to}`)]) put(word, night);
  for (const category of categories) {
    put(category, { filters: { category } });
    const short = category.replace(/ ?등$/, '');
    for (const said of [short, `${short}비`]) put(said, { filters: { category } });
  }
  return names;
}

/** `문체위` of 문화체육관광위원회: the first letters of its first two words. */
const shortOf = (committee: string): string | null =>
  /^[가-힣]{4,}위원회$/.test(committee) ? `${committee[0]}${committee[2]}위` : null;

/** The hours that the office calls night in its rules. */
const NIGHT =
  '심야|심야시간|심야시간대|야간|야간시간|야간시간대|밤에|밤늦게|늦은밤|한밤|night|nights|atnight|latenight|lateatnight'.split(
    '|',
  );

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((it) => String(it).padStart(2, '0')).join(':');

const wordOf = (name: string): string => name.replaceAll(' ', '').toLowerCase();

/** Of the latest term; `words`: only who is called so. */
async function findMembers(db: Database, words?: readonly string[]) {
  return db
    .selectFrom('council_member')
    .select(['id', 'name'])
    .where('term', '=', await findTerm(db))
    .$if(words !== undefined, (query) => query.where(sql`lower(replace(name, ' ', ''))`, 'in', anyOf(words ?? [])))
    .orderBy('id')
    .execute();
}

/** Of the latest term. */
async function findParties(db: Database): Promise<string[]> {
  const rows = await db
    .withoutPlugins() // what a question may mean: nobody is shown it
    .selectFrom('council_member')
    .select('party')
    .distinct()
    .where(sql`term + 0`, '=', await findTerm(db)) // along the index of terms all of them would be read in disorder
    .orderBy('party')
    .execute();
  return rows.flatMap(({ party }) => party ?? []);
}

const MOST_NAMES = 100;

/** From the kept totals: the ledger itself may be long. */
async function findCategories(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('expense_total')
    .select('category')
    .distinct()
    .where('category', '<>', '')
    .orderBy('category')
    .limit(MOST_NAMES)
    .execute();
  return rows.map(({ category }) => category);
}

/** Of the pledges of the latest term, as their list calls them. */
async function findFields(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('pledge_list')
    .select('name')
    .where('kind', '=', 'field')
    .where('term', '=', (eb) => eb.selectFrom('pledge').select((max) => max.fn.max('term').as('term')))
    .limit(MOST_NAMES)
    .execute();
  return rows.map(({ name }) => name);
}

/** What ids of people and of the member who was asked about are called in an answer. */
export async function findCalled(db: Database, { filters }: Pick<Query, 'filters'>): Promise<Called> {
  const [people, members] = await Promise.all([
    findPeople(db),
    filters.member === undefined
      ? []
      : db
          .selectFrom('council_member')
          .select(['id', 'name'])
          .where('id', 'in', eitherOf(filters.member).map(Number))
          .execute(),
  ]);
  return {
    people: new Map(people.map(({ userId, name }) => [userId, name])),
    members: new Map(members.map(({ id, name }) => [String(id), name])),
  };
}
