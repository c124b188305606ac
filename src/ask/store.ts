import { type SqlBool, sql } from 'kysely';
import type { Database } from '../base/db/database.ts';
import { narrowedBy } from '../base/db/words.ts';
import { rate } from '../korean/won.ts';
import type { FilterName, Filters, Noun } from '../vocabulary/ask.ts';
import { approval, expense, finding, receipt } from './facts/expense.ts';
import { type Asking, all, type Condition, type Facts, weekdayOf } from './facts/facts.ts';
import { announcement, contact, member, visit } from './facts/visit.ts';
import { followup, person, pledge } from './facts/work.ts';
import { averageOf, hasMine, shareOf, type Total } from './figures.ts';
import { eitherOf, partsOf } from './filters.ts';
import type { Query, Span } from './query.ts';
import { findRows, lookThrough, type Row, SHOWN } from './rows/store.ts';

export type { Row };

/** What can be found in tables; budgets and rules of spending have their own answers. */
const FACTS: Partial<Record<Noun, Facts>> = {
  expense,
  approval,
  receipt,
  finding,
  visit,
  contact,
  member,
  announcement,
  followup,
  pledge,
  person,
};

function factsFor({ noun, measure }: Query): Facts {
  const facts = FACTS[noun];
  if (!facts) throw new Error(`${noun} is in no table.`);
  return measure === 'sum' && facts.money ? { ...facts, value: facts.money, unit: 'won' } : facts;
}

export const unitOf = (query: Query): Facts['unit'] => factsFor(query).unit;

export type Figures = Total & { rows: Row[] };

/** The figures of a query: how many, how much, and its first rows; in one snapshot. */
export async function findFigures(db: Database, query: Query, asking: Asking): Promise<Figures> {
  const facts = factsFor(query);
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const where = await conditionsOf(db, facts, query, asking);
      if (query.filters.words !== undefined) await lookThrough(db, facts, where);
      const total = await findTotal(db, toldOf(facts, query), where, hasMine(query) ? asking.userId : '');
      const rows =
        query.periods.length > 1 && (query.groupBy === 'period' || query.groupBy === 'year')
          ? await byPeriod(db, facts, query, asking)
          : query.groupBy
            ? await byGroup(db, facts, query, asking)
            : await findRows(db, facts, query, where, asking);
      return { ...total, rows };
    });
}

/** How many there would be without a filter: what a share is of. */
export async function countWithout(
  db: Database,
  query: Query,
  parts: readonly FilterName[],
  asking: Asking,
): Promise<{ count: number; sum: number | null }> {
  const facts = factsFor(query);
  const filters = without(query.filters, parts);
  return findTotal(db, facts, await conditionsOf(db, facts, { ...query, filters }, asking), '');
}

export const without = (filters: Filters, parts: readonly FilterName[]): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => !parts.includes(name as FilterName)));

/** Whether any record of a noun is at this place, or has this word where it can be looked for. */
export async function hasWord(db: Database, noun: Noun, name: 'place' | 'words', word: string): Promise<boolean> {
  const facts = FACTS[noun];
  const filter = facts?.filters[name];
  if (!facts || !filter) return false;
  const narrowing = name === 'words' ? await narrowingOf(db, facts, word) : [];
  const hit = sql<One>`(select 1 as one from ${facts.from} where ${all([...narrowing, filter(word, NOBODY)])} limit 1)`;
  return (await db.selectFrom(hit.as('hit')).select('one').executeTakeFirst()) !== undefined;
}

type One = { one: number };
const NOBODY: Asking = { today: '9999-12-31', userId: '' };

/** What an index knows of the words, where that is little: of much, looking at each record costs less than asking for each. */
async function narrowingOf(db: Database, facts: Facts, words: string): Promise<Condition[]> {
  const narrowed = facts.searched ? await narrowedBy(db, facts.searched, words.split(' ')) : null;
  return narrowed?.few ? [sql<SqlBool>`${facts.id} in ${narrowed.few}`] : [];
}

export async function conditionsOf(
  db: Database,
  facts: Facts,
  { filters, periods, scope, when }: Query,
  asking: Asking,
): Promise<Condition> {
  const spans = periods.map((span) => facts.within(span, filters));
  const given = Object.entries(filters).map(([name, value]) => {
    const filter = facts.filters[name as FilterName];
    if (!filter) throw new Error(`No filter ${name}.`);
    const each = eitherOf(value ?? '').map((it) => filter(it, asking));
    return each.length === 1 ? (each[0] as Condition) : sql<SqlBool>`(${sql.join(each, sql` or `)})`;
  });
  return all([
    facts.counted(asking, filters.state),
    ...(spans.length > 0 ? [sql<never>`(${sql.join(spans, sql` or `)})`] : []),
    ...(filters.words === undefined ? [] : await narrowingOf(db, facts, filters.words)),
    ...given,
    ...(scope === 'mine' ? [facts.mine(asking.userId)] : []),
    ...(when && facts.day ? [sql<SqlBool>`${facts.day} ${when === 'past' ? sql`<=` : sql`>=`} ${asking.today}`] : []),
  ]);
}

/** What of it is told: nothing is added up that no answer shows. */
function toldOf(facts: Facts, { noun, measure, per }: Query): Facts {
  const isAdded = measure === 'sum' || measure === 'average' || (noun === 'expense' && measure !== 'count');
  const { heads, ...rest } = isAdded ? facts : { ...facts, value: null };
  return heads && per === 'head' ? { ...rest, heads } : rest;
}

/** `userId`: whose own part of it is asked for, too; nobody's where it is empty. */
async function findTotal(db: Database, facts: Facts, where: Condition, userId: string): Promise<Total> {
  const heads = facts.heads ?? sql<number>`0`;
  const value = facts.value ?? sql<number>`0`;
  const mine = userId === '' ? sql<SqlBool>`1 = 0` : facts.mine(userId);
  const { rows } = await sql<Record<'count' | 'sum' | 'valued' | 'heads' | 'headed' | 'mine' | 'mine_sum', unknown>>`
    select count(*) as count, sum(${value}) as sum, count(${value}) as valued, sum(${heads}) as heads,
      sum(case when ${heads} > 0 then ${value} end) as headed,
      sum(case when ${mine} then 1 end) as mine, sum(case when ${mine} then ${value} end) as mine_sum
    from ${facts.from} where ${where}`.execute(db);
  const [row] = rows;
  const number = (it: unknown) => (it === null || it === undefined ? null : Number(it));
  return {
    count: number(row?.count) ?? 0,
    sum: facts.value ? (number(row?.sum) ?? 0) : null,
    heads: number(row?.heads),
    headed: number(row?.headed),
    valued: number(row?.valued) ?? 0,
    mine: { count: number(row?.mine) ?? 0, sum: number(row?.mine_sum) ?? 0 },
  };
}

/** Each group's part of its own whole, in percent: of every department's pledges, those that are done. */
export async function findShares(
  db: Database,
  query: Query,
  parts: readonly FilterName[],
  asking: Asking,
): Promise<Row[]> {
  const facts = factsFor(query);
  const group = query.groupBy && query.groupBy !== 'period' ? facts.groups[query.groupBy] : undefined;
  if (!group) throw new Error(`No group ${query.groupBy} of ${query.noun}.`);
  const [part, whole] = [
    await conditionsOf(db, facts, query, asking),
    await conditionsOf(db, facts, { ...query, filters: without(query.filters, parts) }, asking),
  ];
  const value = query.noun === 'expense' && facts.value ? facts.value : sql<number>`1`;
  const down = query.order === 'least' ? sql`asc` : sql`desc`;
  const { rows } = await sql<{
    label: unknown;
    part: number | null;
    whole: number;
  }>`
    select label, part, whole from (
      select ${group} as label, sum(case when ${part} then ${value} else 0 end) as part, sum(${value}) as whole
      from ${facts.from} where ${whole} group by ${group}) as grouped
    where label is not null and whole > 0 order by part * 1.0 / whole ${down}, label asc limit ${query.most ?? SHOWN}`.execute(
    db,
  );
  return rows.map(({ label, part, whole }) => ({
    label: String(label),
    value: rate(Number(part ?? 0), Number(whole)) ?? 0,
  }));
}

async function byGroup(db: Database, facts: Facts, query: Query, asking: Asking): Promise<Row[]> {
  const asked = query.groupBy === 'period' ? null : query.groupBy;
  const { spread } = facts;
  const isSpread = asked !== null && spread?.groups[asked] !== undefined;
  const within = isSpread ? { ...facts, ...spread, filters: { ...facts.filters, ...spread.filters } } : facts;
  const group = asked ? within.groups[asked] : undefined;
  if (!group) throw new Error(`No group ${query.groupBy}.`);
  const where = await conditionsOf(db, within, query, asking);
  const value = facts.value ?? sql<number>`1`;
  const figure =
    query.measure === 'sum' && facts.value
      ? sql<number>`sum(${value})`
      : query.measure === 'average' && facts.value
        ? query.per === 'head' && facts.heads
          ? sql<number>`sum(case when ${facts.heads} > 0 then ${value} end) * 1.0 / nullif(sum(${facts.heads}), 0)`
          : sql<number>`avg(${value})`
        : isSpread
          ? sql<number>`count(distinct ${facts.id})`
          : sql<number>`count(*)`;
  const inTime = ['year', 'quarter', 'month', 'weekday'].includes(query.groupBy ?? '');
  const down = query.order === 'least' ? sql`asc` : sql`desc`;
  const order = inTime && !query.order ? sql`label asc` : sql`figure ${down}, label asc`;
  // A weekday takes long to compute: of each day it is asked once. Joined with nothing, a day is in no index, along which SQLite would
  // read the records in the disorder of their days.
  const day = sql<string>`${facts.day} || ''`;
  const isOfDays = asked === 'weekday' && facts.day && query.measure !== 'average' && !isSpread;
  const grouped = isOfDays
    ? sql`select ${weekdayOf('day')} as label, sum(figure) as figure from (
        select ${day} as day, ${figure} as figure from ${within.from} where ${where} group by ${day}) as days group by ${weekdayOf('day')}`
    : sql`select ${group} as label, ${figure} as figure from ${within.from} where ${where} group by ${group}`;
  const { rows } = await sql<{ label: unknown; figure: number | null }>`
    select label, figure from (${grouped}) as grouped
    where label is not null or ${query.order ? sql`1 = 0` : sql`1 = 1`}
    order by ${order} limit ${query.most ?? (inTime ? 60 : SHOWN)}`.execute(db);
  return rows.map(({ label, figure }) => ({
    label: label === null ? null : String(label),
    value: Number(figure ?? 0),
  }));
}

async function byPeriod(db: Database, facts: Facts, query: Query, asking: Asking): Promise<Row[]> {
  const rows: Row[] = [];
  for (const span of query.periods) {
    const one = { ...query, periods: [span] };
    const total = await findTotal(db, toldOf(facts, one), await conditionsOf(db, facts, one, asking), '');
    const parts = partsOf(query.filters);
    const whole = query.measure === 'share' ? await countWithout(db, one, parts, asking) : null;
    const value = whole
      ? shareOf(query.noun, total, whole)
      : query.measure === 'average'
        ? averageOf(query, total, asking.today)
        : null;
    rows.push({
      label: labelOf(span),
      value: value ?? (query.measure === 'sum' && total.sum !== null ? total.sum : total.count),
    });
  }
  return rows;
}

/** A whole year is its number. */
const labelOf = ({ from, to }: Span): string =>
  from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)
    ? from.slice(0, 4)
    : `${from}~${to}`;
