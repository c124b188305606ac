import type { Database } from '../base/db/database.ts';
import { findToldOf } from '../council/list/store.ts';
import { isTold, stateOf } from '../council/policies/rules.ts';
import { findBriefings, findMembership } from '../council/policies/store.ts';
import { rate } from '../korean/won.ts';
import { findDistricts } from '../people/districts/store.ts';
import { findWaitingFor } from '../spending/approval/store.ts';
import { valuesOf } from '../spending/check/limit/known.ts';
import { findLimits } from '../spending/check/limit/store.ts';
import { findStatus } from '../spending/ledger/store.ts';
import { NOBODYS } from '../visit/notice/rules.ts';
import { isLimitName, LIMIT_NAMES, type LimitName } from '../vocabulary/check.ts';
import type { Day } from '../vocabulary/day.ts';
import { budgetFigures } from './budgets.ts';
import { averageOf, differenceOf, hasMine, shareOf } from './figures.ts';
import { eitherOf, partsOf } from './filters.ts';
import type { Query } from './query.ts';
import { countWithout, findFigures, findShares, type Row, unitOf } from './store.ts';
import { findUnmet } from './unmet/store.ts';

/** What a query comes to. `value` is null where it can't be computed; percents have one decimal. */
export type Answer = {
  query: Query;
  value: number | null;
  unit: 'won' | 'count' | 'people' | 'percent' | null;
  rows: Row[];
  /** How many records it is about; null where it is about none. */
  count: number | null;
  /** The same figure of the asker's own records, where it was asked for nobody's. */
  mine: number | null;
  /** How many of those records say what is summed or averaged; null where nothing is. */
  valued: number | null;
  /** What listed spends come to; null for anything else. */
  sum: number | null;
  /** Rows that an import holds back: they are in no figure. */
  held: { rows: number; won: number };
};

type Asker = { today: Day; userId: string | null };

const NOTHING_HELD = { rows: 0, won: 0 };
/** What an answer has that is about no records. */
const NO_FIGURES = {
  value: null,
  unit: null,
  rows: [],
  count: null,
  valued: null,
  mine: null,
  sum: null,
  held: NOTHING_HELD,
} satisfies Partial<Answer>;

export async function answerTo(db: Database, query: Query, { today, userId }: Asker): Promise<Answer> {
  if (query.noun === 'budget') return { ...NO_FIGURES, ...(await budgetFigures(db, query, today)) };
  if (query.noun === 'rule') return limitAnswer(db, query, today);
  if (query.noun === 'approval' && query.filters.state !== 'asked' && query.scope !== 'office' && userId)
    return waitingAnswer(db, query, userId, today);
  if (query.noun === 'announcement' && query.filters.state) return unbriefedAnswer(db, query, today);

  const asking = { today, userId: userId ?? '' };
  if (query.noun === 'visit' && query.groupBy === 'district' && query.order && COUNTED.has(query.measure))
    return districtAnswer(db, query, asking);
  if (query.noun === 'contact' && query.order === 'none') {
    const unmet = await findUnmet(db, query, asking);
    return { ...NO_FIGURES, query, value: unmet.length, unit: 'count', rows: unmet.slice(0, 10), count: unmet.length };
  }
  const figures = await findFigures(db, query, asking);
  const value = await figureOf(db, query, figures, asking);
  const both = userId !== null && hasMine(query);
  const own = both && figures.mine.count > 0 && figures.mine.count < figures.count ? figures.mine : null;
  const mine = own && figureOfMine(query, own);
  const money = query.noun === 'expense' && (query.measure === 'sum' || query.measure === 'average');
  return {
    query,
    value,
    unit: figureUnit(query),
    rows: query.measure === 'share' && query.groupBy ? await shares(db, query, figures.rows, asking) : figures.rows,
    count: figures.count,
    valued: MEASURED.has(query.measure) && query.per !== 'month' && unitOf(query) ? figures.valued : null,
    mine,
    sum: query.noun === 'expense' && query.measure === 'list' && !query.groupBy ? figures.sum : null,
    held: money ? await heldOf(db, query, today) : NOTHING_HELD,
  };
}

const COUNTED: ReadonlySet<Query['measure']> = new Set(['count', 'sum']);
const MEASURED: ReadonlySet<Query['measure']> = new Set(['sum', 'average']);

const figureOfMine = (query: Query, own: { count: number; sum: number | null }): number | null =>
  query.measure === 'sum' ? own.sum : query.measure === 'list' || query.measure === 'count' ? own.count : null;

function figureUnit(query: Query): Answer['unit'] {
  const { measure, order, groupBy, per, noun } = query;
  if (measure === 'share') return 'percent';
  if (per === 'month') return noun === 'expense' ? 'won' : 'count';
  if (order && !groupBy) return unitOf(query);
  if (measure === 'sum' || measure === 'average') return unitOf(query) ?? 'count';
  return 'count';
}

async function figureOf(
  db: Database,
  query: Query,
  figures: Awaited<ReturnType<typeof findFigures>>,
  asking: { today: Day; userId: string },
): Promise<number | null> {
  const { measure, order } = query;
  const { count, sum, rows } = figures;
  if (query.periods.length > 1 && !order && rows.length > 1) return differenceOf(rows);
  if (order && measure !== 'share') return rows[0]?.value ?? null;
  if (measure === 'first' || measure === 'last' || measure === 'next') return rows.length;
  if (measure === 'sum') return sum ?? count;
  if (measure === 'average') return averageOf(query, figures, asking.today);
  if (measure === 'share') {
    const parts = partsOf(query.filters);
    if (parts.length === 0) return null;
    const whole = await countWithout(db, query, parts, asking);
    return shareOf(query.noun, figures, whole);
  }
  return count;
}

/** What part of each group it is; where nothing was said to be the part, what part of all each group is. */
async function shares(
  db: Database,
  query: Query,
  rows: readonly Row[],
  asking: { today: Day; userId: string },
): Promise<Row[]> {
  const parts = partsOf(query.filters);
  if (parts.length > 0) return findShares(db, query, parts, asking);
  const whole = rows.reduce((sum, { value }) => sum + value, 0);
  return rows.map((row) => ({ ...row, value: rate(row.value, whole) ?? 0 }));
}

async function heldOf(db: Database, { periods, filters }: Query, today: Day) {
  if (Object.keys(filters).length > 0 || periods.length > 1) return NOTHING_HELD;
  const [from, to] = [periods[0]?.from ?? today, periods[0]?.to ?? today];
  if (from.slice(0, 4) !== to.slice(0, 4)) return NOTHING_HELD;
  return (await findStatus(db, Number(from.slice(0, 4)))).status.held;
}

/** The limits of today, with the day since when; in won, times or minutes of the day, as each is. */
async function limitAnswer(db: Database, query: Query, today: Day): Promise<Answer> {
  const set = await findLimits(db);
  const names: readonly LimitName[] = isLimitName(query.filters.limit) ? [query.filters.limit] : LIMIT_NAMES;
  const rows = names.flatMap((name): Row[] => {
    const limit = valuesOf(name, set).findLast(({ from }) => from <= today);
    return limit ? [{ label: name, value: limit.value, day: limit.from }] : [];
  });
  const one = names.length === 1 ? (rows[0]?.value ?? null) : null;
  return { ...NO_FIGURES, query, value: one, rows };
}

async function waitingAnswer(db: Database, query: Query, userId: string, today: Day): Promise<Answer> {
  const waiting = await findWaitingFor(db, { userId }, today);
  const kept = waiting.filter(
    ({ expense }) => !query.filters.account || eitherOf(query.filters.account).includes(expense.account ?? ''),
  );
  const rows = kept.slice(0, 10).map(
    ({ expense }): Row => ({
      label: expense.purpose,
      value: expense.amount,
      record: `E${expense.id}`,
      day: expense.spentOn,
    }),
  );
  const sum = kept.reduce((total, { expense }) => total + expense.amount, 0);
  const isSum = query.measure === 'sum';
  return {
    ...NO_FIGURES,
    query: { ...query, scope: 'mine' },
    value: isSum ? sum : kept.length,
    unit: isSum ? 'won' : 'count',
    rows,
    count: kept.length,
  };
}

/** The city's own districts, those that nobody went to among them. */
async function districtAnswer(db: Database, query: Query, asking: { today: Day; userId: string }): Promise<Answer> {
  const { order, most } = query;
  const known = await findFigures(db, { ...query, order: null, most: MOST_LOOKED_AT }, asking);
  const value = new Map(known.rows.map((row) => [row.label, row.value]));
  const own = (await findDistricts(db)).filter((it) => !NOBODYS.includes(it));
  const all = own.map((name): Row => ({ label: name, value: value.get(name) ?? 0 }));
  const sorted =
    order === 'none'
      ? all.filter((row) => row.value === 0)
      : all.toSorted((a, b) => (order === 'least' ? a.value - b.value : b.value - a.value));
  const rows = order === 'none' ? sorted : sorted.slice(0, most ?? 10);
  const first = order === 'none' ? rows.length : (rows[0]?.value ?? null);
  const unit = order === 'none' ? 'count' : figureUnit(query);
  return { ...NO_FIGURES, query, value: first, unit, rows, count: order === 'none' ? rows.length : known.count };
}

const MOST_LOOKED_AT = 200;

/** Announcements still to come, or in the period asked about, of which somebody has not heard. */
async function unbriefedAnswer(db: Database, query: Query, today: Day): Promise<Answer> {
  const [span] = query.periods;
  const from = span?.from ?? today;
  const { briefings } = await findBriefings(db, { from }, { offset: 0, limit: MOST_LOOKED_AT });
  const rows: Row[] = [];
  for (const briefing of briefings) {
    if (span && briefing.announcedOn > span.to) continue;
    const told = (await findToldOf(db, briefing.id)).map(({ id, ...contact }) => ({ ...contact, contactId: id }));
    if (stateOf(briefing, await findMembership(db, briefing), told).every(isTold)) continue;
    rows.push({ label: briefing.policy, value: 0, record: `B${briefing.id}`, day: briefing.announcedOn });
  }
  return { ...NO_FIGURES, query, value: rows.length, unit: 'count', rows: rows.slice(0, 10), count: rows.length };
}
