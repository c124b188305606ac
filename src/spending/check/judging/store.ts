import { setImmediate } from 'node:timers/promises';
import { anyOfIds, insertMany } from '../../../base/db/bulk.ts';
import type { Database } from '../../../base/db/database.ts';
import { addDays, lastOfMonth } from '../../../korean/days.ts';
import type { Evidence } from '../../../vocabulary/check.ts';
import type { Day } from '../../../vocabulary/day.ts';
import { isHandout, type Judgement, openBook } from '../book/rules.ts';
import { bookOf, findBeside, findBook, findDayless, findOffice, toJudged } from '../book/store.ts';
import { deleteDue, NO_MONTH, putDueMonth } from '../due/store.ts';
import { placeKey, userOf } from '../meeting.ts';
import type { Finding, Judged } from '../rule.ts';
import { toFinding } from '../store.ts';
import { outcomeOf } from './rules.ts';

/** How long after a spend another use of the same place, or another gift, is noticed at once because of it; later, with its month. */
const AFTER_DAYS = 30;

/** More than that beside one record are judged later. */
const MOST_BESIDE = 20;

/** A record that was entered, changed or voided; where it was before, if its day or place changed. */
type Touched = Pick<Judged, 'id' | 'spentOn' | 'place'>;

/**
 * Judges records again, and those that stand beside them: the same days, the next uses of the same places. In the transaction that
 * changed them, or right after.
 */
export async function judgeAgain(db: Database, touched: readonly Touched[], at: Date): Promise<void> {
  const ids = new Set(touched.map(({ id }) => id));
  const days = new Map<Day, Set<string>>();
  for (const { spentOn, place } of touched) {
    if (spentOn) days.set(spentOn, (days.get(spentOn) ?? new Set<string>()).add(placeKey({ place })));
  }
  const done = new Set<number>();
  for (const [day, places] of days) {
    const book = await findBook(db, { from: day, to: addDays(day, AFTER_DAYS) });
    const own = book.filter(({ id }) => ids.has(id));
    const handedOut = own.length === 0 || own.some(isHandout);
    const beside = book.filter(
      (it) =>
        !ids.has(it.id) &&
        (it.spentOn === day
          ? own.some((one) => mayConcern(one, it)) || own.length === 0
          : laterUse(it, day, places) || (handedOut && laterHandout(it, day))),
    );
    // Many alike on one day are judged with their month: nobody waits for that.
    if (beside.length > MOST_BESIDE) await putDueMonth(db, day.slice(0, 7));
    const targets = [...own, ...(beside.length > MOST_BESIDE ? [] : beside)].filter(({ id }) => !done.has(id));
    for (const { id } of targets) done.add(id);
    await judgeAndKeep(db, targets, book, at);
  }
  const rest = [...ids].filter((id) => !done.has(id));
  if (rest.length > 0) await judgeAlone(db, rest, at);
}

/** Whether one record can change what is found about another of the same day. */
const mayConcern = (one: Judged, other: Judged): boolean =>
  one.amount === other.amount ||
  one.headcount === other.headcount ||
  placeKey(one) === placeKey(other) ||
  (userOf(one) !== null && userOf(one) === userOf(other));

const laterUse = (it: Judged, day: Day, places: ReadonlySet<string>): boolean =>
  (it.spentOn ?? '') > day && placeKey(it) !== '' && places.has(placeKey(it));

/** What is given again within a month is noticed because of what was given before. */
const laterHandout = (it: Judged, day: Day): boolean => (it.spentOn ?? '') > day && isHandout(it);

/** Records that were judged before and may be judged otherwise now: what is open about them, when someone looks. */
export async function judgeRecords(db: Database, expenseIds: readonly number[], at: Date): Promise<void> {
  const rows = await db
    .selectFrom('expense')
    .select(['id', 'spent_on', 'place'])
    .where('id', 'in', anyOfIds(expenseIds))
    .execute();
  const touched = rows.map((row) => ({ id: row.id, spentOn: row.spent_on, place: row.place }));
  await judgeAgain(db, touched, at);
}

async function judgeAlone(db: Database, ids: readonly number[], at: Date): Promise<void> {
  const rows = await db.selectFrom('expense').selectAll().where('id', 'in', ids).execute();
  const inForce = rows.filter((row) => row.voided_at === null).map(toJudged);
  await judgeAndKeep(db, inForce, inForce, at);
  const voided = rows.filter((row) => row.voided_at !== null).map(({ id }) => id);
  if (voided.length === 0) return;
  await db
    .updateTable('finding')
    .set({ state: 'gone' })
    .where('expense_id', 'in', voided)
    .where('state', '=', 'open')
    .execute();
}

/** How many records a month is judged with, at most. */
export async function countInBook(db: Database, month: string): Promise<number> {
  if (month === NO_MONTH) return 0;
  const { from, to } = bookOf(daysOf(month));
  const { count } = await db
    .selectFrom('expense')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('spent_on', '>=', from)
    .where('spent_on', '<=', to)
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Judges a month's records and strikes it off the list of what is due. Returns how many there were. They are judged as they stood at
 * one moment, while others go on entering; only what came of it is written in one go, less what was changed meanwhile: that is judged anew.
 */
export async function judgeMonth(db: Database, month: string, at: Date): Promise<number> {
  const { judged, seen } = await db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const seen = await findLastChange(db);
      const book = month === NO_MONTH ? await findDayless(db) : await findBook(db, daysOf(month));
      const targets = month === NO_MONTH ? book : book.filter(({ spentOn }) => spentOn?.startsWith(month));
      return { judged: await judgementsOf(db, targets, book), seen };
    });
  return db.transaction().execute(async (db) => {
    const { records, others } = await findChangedSince(db, seen);
    await keep(
      db,
      judged.filter(({ id }) => !records.has(id)),
      at,
    );
    if (!others) await deleteDue(db, month);
    if (records.size > 0) await judgeRecords(db, [...records], at);
    return judged.length;
  });
}

const daysOf = (month: string): { from: Day; to: Day } => ({ from: `${month}-01`, to: lastOfMonth(`${month}-01`) });

async function findLastChange(db: Database): Promise<number> {
  const row = await db
    .selectFrom('history')
    .select((eb) => eb.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** What a month's judgement may have changed by, besides its records: then it stays due. */
const JUDGED_BY = ['import_file', 'spending_limit', 'spending_rule', 'budget', 'office_setting', 'district'];

async function findChangedSince(db: Database, seen: number): Promise<{ records: Set<number>; others: boolean }> {
  const rows = await db
    .selectFrom('history')
    .select(['noun', 'record'])
    .where('id', '>', seen)
    .where('noun', 'in', ['expense', ...JUDGED_BY])
    .execute();
  const records = new Set(rows.flatMap(({ noun, record }) => (noun === 'expense' ? [Number(record)] : [])));
  return { records, others: rows.some(({ noun }) => noun !== 'expense') };
}

async function judgeAndKeep(
  db: Database,
  targets: readonly Judged[],
  book: readonly Judged[],
  at: Date,
): Promise<void> {
  await keep(db, await judgementsOf(db, targets, book), at);
}

type Judgements = { id: number; given: Evidence; judgement: Judgement }[];

/** So many are judged before others get their turn. */
const TURN = 50;

async function judgementsOf(db: Database, targets: readonly Judged[], book: readonly Judged[]): Promise<Judgements> {
  if (targets.length === 0) return [];
  const days = targets.flatMap(({ spentOn }) => spentOn ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  const office = await findOffice(db, from && to ? { from, to } : null);
  const judge = openBook(book, office);
  const beside = await findBeside(db, targets);
  const judged: Judgements = [];
  for (const spend of targets) {
    const known = beside(spend);
    judged.push({ id: spend.id, given: known.given, judgement: judge(spend, known) });
    if (judged.length % TURN === 0) await setImmediate();
  }
  return judged;
}

async function keep(db: Database, judged: Readonly<Judgements>, at: Date): Promise<void> {
  if (judged.length === 0) return;
  const before = await findAll(
    db,
    judged.map(({ id }) => id),
  );
  const news: (string | number)[][] = [];
  for (const { id, given, judgement } of judged) {
    const known = before.get(id) ?? [];
    for (const { rule, severity, asks, figures, state } of outcomeOf(judgement, given, known)) {
      const was = known.find((finding) => finding.rule === rule);
      if (!was) {
        news.push([id, rule, severity, asks.join(','), figures, state]);
        continue;
      }
      const reopened = state === 'open' ? { answer: null, settled_by: null, settled_at: null } : {};
      await db
        .updateTable('finding')
        .set({ severity, asks: asks.join(','), figures, state, ...reopened })
        .where('id', '=', was.id)
        .execute();
    }
  }
  const columns = ['expense_id', 'rule', 'severity', 'asks', 'figures', 'state'];
  await insertMany(db, 'finding', columns, news, { found_at: at.toISOString() });
}

async function findAll(db: Database, ids: readonly number[]): Promise<Map<number, Finding[]>> {
  const those = db.withoutPlugins().selectFrom('finding').where('expense_id', 'in', anyOfIds(ids));
  const rows = await those.selectAll().execute();
  const found = new Map<number, Finding[]>();
  for (const row of rows) {
    const finding = toFinding(row);
    found.set(finding.expenseId, [...(found.get(finding.expenseId) ?? []), finding]);
  }
  return found;
}
