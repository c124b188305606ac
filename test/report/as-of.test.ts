import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../src/base/db/database.ts';
import { addDays } from '../../src/korean/days.ts';
import { linesOf } from '../../src/report/changes.ts';
import type { Figure } from '../../src/report/figures/figure.ts';
import { figureOf } from '../../src/report/figures/list.ts';
import type { Records } from '../../src/report/records/records.ts';
import { findRecords } from '../../src/report/records/store.ts';
import { blockingGaps, findReport, ORGANISATION } from '../../src/report/report.ts';
import { MEASURES } from '../../src/report/staffing/rules.ts';
import { HOLE } from '../../src/report/teller.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { HEADINGS, TALLIES } from '../../src/vocabulary/council.ts';
import { ACCOUNTS } from '../../src/vocabulary/expense.ts';
import { AUDIT_KINDS, STATUSES } from '../../src/vocabulary/followup.ts';
import { newDatabase } from '../support/database.ts';

const NOW = new Date('2026-11-30T03:00:00Z');
const OFFICE = { timezone: 'Asia/Seoul', organisation: ORGANISATION };

const sampleOffice = () => newDatabase(undefined, 'every sample', (db) => addEverySample(db, NOW, '2026-11-30'));
const recordsOf = (db: Database, asOf: string, year = 2016) => findRecords(db, year, asOf, OFFICE);

const VISIT_MEASURES = [
  ...['count', 'places', 'participants', 'agenda', 'done', 'countries', 'metropolitan', 'basic', 'all'],
  ...['all.metropolitan', 'all.basic', 'partners.metropolitan', 'partners.basic', 'guests', 'award', 'awards', 'since'],
];
const ROUND = ['total', 'fulfilled', 'done', 'continued', 'normal', 'partial', 'stopped', 'unknown'];
const SHARED = ['fulfilled', 'normal', 'partial', 'stopped', 'unknown'];

/** Every key that a text or a table may name, of the report's year and the one before. */
function keysOf({ year, programs, pledges, spends, staffing, outside, visits }: Records): string[] {
  const categories = new Set(spends.map(({ category }) => category ?? '-'));
  const lines = staffing?.lines ?? [];
  const classes = new Set(lines.map((line) => line.class));
  return [
    ...[year, year - 1].flatMap((of) => [
      ...['budget', 'spent', 'balance', 'rate', 'count', 'change'].map((it) => `spending.${of}.${it}`),
      ...ACCOUNTS.flatMap((it) =>
        ['budget', 'spent', 'balance', 'rate', 'count'].map((measure) => `spending.${of}.${measure}.${it}`),
      ),
      ...[...categories].flatMap((it) => [`spending.${of}.spent.${it}`, `spending.${of}.count.${it}`]),
      ...programs.flatMap(({ name }) => VISIT_MEASURES.map((it) => `visits.${of}.${name}.${it}`)),
      ...TALLIES.flatMap((it) => [`council.${of}.${it}`, ...HEADINGS.map((of) => `council.${it}.${of}`)]),
      ...['grade', 'line', 'peers', 'peers_count', 'streak'].map((it) => `evaluation.${of}.${it}`),
    ]),
    'council.difference',
    'pledges.count',
    'pledges.fields',
    'pledges.difference',
    ...new Set(pledges.map(({ type }) => `pledges.count.${type}`)),
    ...[...ROUND, 'day', 'published', 'half'].map((it) => `pledges.round.${it}`),
    ...SHARED.map((it) => `pledges.round.${it}.share`),
    ...MEASURES.flatMap((it) => [
      `staffing.${it}`,
      ...[...classes].map((of) => `staffing.${it}.${of}`),
      ...lines.map((line) => `staffing.${it}.${line.class}.${line.grade}`),
    ]),
    ...outside.map(({ key }) => `outside.${key}`),
    'audit.total',
    ...AUDIT_KINDS.flatMap((kind) => [
      `audit.total.${kind}`,
      ...STATUSES.map((status) => `audit.total.${kind}.${status}`),
    ]),
    ...STATUSES.map((status) => `audit.total.${status}`),
    ...visits.map(({ id }) => `cite V${id}`),
  ];
}

/** What a figure that is no sum is computed from, computed again here. */
function computedFrom({ key, from }: Figure, value: (key: string) => number): number | undefined {
  const [a = 0, b = 0] = from.map(value);
  if (/^spending\.\d+\.rate/.test(key)) return Math.round((b / a) * 1000) / 10;
  if (/^spending\.\d+\.change$/.test(key)) return Math.round((a - b) * 10) / 10;
  return undefined;
}

test('on any day every figure adds up to its value from records that were there by then', async () => {
  const db = await sampleOffice();
  const years = { min: 2014, max: 2017 };
  const sums = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.integer(years), fc.integer({ min: 0, max: 500 }), async (year, days) => {
      const asOf = addDays(`${year}-01-01`, days);
      const records = await recordsOf(db, asOf, year);
      const ends = new Map(records.visits.map((it) => [`V${it.id}`, it.startsOn]));
      for (const { id, spentOn } of records.spends) ends.set(`E${id}`, spentOn ?? `${year}`);
      for (const { id, heldOn } of records.contacts) ends.set(`C${id}`, heldOn);
      const figures = new Map<string, Figure>();
      for (const key of keysOf(records)) {
        const it = figureOf(key, records);
        if (it === undefined) throw new Error(`no such figure: ${key}`);
        figures.set(key, it);
      }
      const value = (key: string) => Number((figures.get(key) ?? figureOf(key, records))?.value);
      for (const it of figures.values()) {
        const said = `${it.key} as of ${asOf}`;
        const names = it.sources.map(({ record }) => record);
        expect(new Set(names).size, said).toBe(names.length);
        if (!it.key.startsWith('cite '))
          for (const name of names) expect((ends.get(name) ?? '') <= asOf, `${said}: ${name}`).toBe(true);
        if (it.value === null) expect(it.printed, said).toBe('');
        else if (it.sums) {
          sums.add(it.key.replace(/\d{4}\./, ''));
          expect(
            it.sources.reduce((sum, { adds }) => sum + adds, 0),
            said,
          ).toBe(it.value);
        } else {
          const again = typeof it.value === 'number' ? computedFrom(it, value) : undefined;
          if (again !== undefined) expect(it.value, said).toBeCloseTo(again, 5);
          const isNone = it.value === '없음' || it.value === 0;
          expect(names.length + it.from.length > 0 || isNone, said).toBe(true);
        }
      }
      const shares = SHARED.map((it) => value(`pledges.round.${it}.share`));
      if (records.round) expect(shares.reduce((sum, it) => sum + it, 0)).toBeCloseTo(100, 5);
    }),
    { numRuns: 25 },
  );
  expect(sums.size).toBeGreaterThan(150);
  await db.destroy();
});

const changed = (db: Database, noun: string, record: string, at: string, [before, after]: [unknown, unknown]) =>
  db
    .insertInto('history')
    .values({
      ...{ noun, record, at, actor: 'U0OHMANAGE', action: before === null ? 'recorded' : 'changed', reason: null },
      ...{ before: before === null ? null : JSON.stringify(before), after: JSON.stringify(after) },
    })
    .execute();

test('a follow-up is in the state it had on the day of the report', async () => {
  const db = await sampleOffice();
  const { id } = await db
    .selectFrom('followup')
    .select('id')
    .where('audit_year', '=', 2015)
    .where('status', '=', 'done')
    .where('kind', '=', 'audit_correction')
    .executeTakeFirstOrThrow();
  const inProgress = async (asOf: string) =>
    figureOf('audit.total.in_progress', await recordsOf(db, asOf))?.sources.map(({ record }) => record);
  const states = [{ status: 'in_progress' }, { status: 'done' }] as [unknown, unknown];
  await changed(db, 'followup', String(id), '2016-11-10T05:00:00.000Z', states);

  expect(await inProgress('2016-11-09')).toContain(`F${id}`);
  expect(await inProgress('2016-11-10')).not.toContain(`F${id}`);
  await db.destroy();
});

test('a budget that was raised later is what it was on the day, and one that was put right is right on every day', async () => {
  const db = await sampleOffice();
  const budget = async (asOf: string, of = '203-01') =>
    figureOf(`spending.budget.${of}`, await recordsOf(db, asOf))?.value;
  const { won } = await db
    .selectFrom('budget')
    .select('won')
    .where('year', '=', 2016)
    .where('account', '=', '203-01')
    .executeTakeFirstOrThrow();
  await db.deleteFrom('history').where('noun', '=', 'budget').execute();
  const raised = (before: unknown, at: string) =>
    changed(db, 'budget', '2016/203-01', at, [before, { won }] as [unknown, unknown]);
  await raised({ won: won - 1_000_000 }, '2016-11-15T01:00:00.000Z');
  expect([await budget('2016-11-14'), await budget('2016-11-15')]).toEqual([won - 1_000_000, won]);

  await db.deleteFrom('history').where('noun', '=', 'budget').execute();
  await changed(db, 'budget', '2016/203-01', '2026-11-29T01:00:00.000Z', [null, { won: 5 }]);
  await raised({ won: 5 }, '2026-11-29T02:00:00.000Z');
  expect(await budget('2016-10-31')).toBe(won);
  await db.destroy();
});

test('the pledges of a report are those of its day, as they were then', async () => {
  const db = await sampleOffice();
  await db.updateTable('pledge').set({ created_at: '2015-01-05T00:00:00.000Z' }).execute();
  const [dropped, later, other] = await db
    .selectFrom('pledge')
    .selectAll()
    .where('term', '=', 6)
    .where('type', '=', '혁신')
    .limit(3)
    .execute();
  if (!dropped || !later || !other) throw new Error('no pledges');
  await db.updateTable('pledge').set({ voided_at: '2016-11-05T00:00:00.000Z' }).where('id', '=', dropped.id).execute();
  await db.updateTable('pledge').set({ created_at: '2016-11-20T00:00:00.000Z' }).where('id', '=', later.id).execute();
  await changed(db, 'pledge', String(other.id), '2016-11-25T00:00:00.000Z', [
    { ...other, type: '마을' },
    { ...other, type: '혁신' },
  ]);
  const counts = async (asOf: string) => {
    const records = await recordsOf(db, asOf);
    return ['pledges.count', 'pledges.count.혁신', 'pledges.count.마을'].map((key) => figureOf(key, records)?.value);
  };
  const all = await db.selectFrom('pledge').select('type').where('term', '=', 6).execute();
  const [whole, own] = [all.length, all.filter(({ type }) => type === '혁신').length];

  expect(await counts('2016-11-04')).toEqual([whole - 1, own - 2, 1]);
  expect(await counts('2016-11-05')).toEqual([whole - 2, own - 3, 1]);
  expect(await counts('2016-11-20')).toEqual([whole - 1, own - 2, 1]);
  expect(await counts('2016-11-25')).toEqual([whole - 1, own - 1, undefined]);
  await db.destroy();
});

/** A printed 0 that stands for itself, not in `10`, `0.5` or `'16.10.31`. */
const ZERO = /(?<![\d.,'~])0(?![\d.,])/;

test.each([
  ['an empty office', async () => newDatabase(), 2016],
  ['a year before the register', sampleOffice, 1999],
  ['a year after it', sampleOffice, 2019],
] as const)('%s prints no 0 for what nobody entered, and is held back part by part', async (_, open, year) => {
  const db = await open();
  await db.deleteFrom('report_text').execute();
  const report = await findReport(db, year, `${year}-12-31`, OFFICE);
  const texts = linesOf(report.document);
  expect(texts.filter((line) => ZERO.test(line))).toEqual([]);
  expect(texts.join('\n').split(HOLE).length).toBeGreaterThan(10);
  const parts = new Set(blockingGaps(report).map(({ section }) => section));
  expect([...parts]).toEqual(
    expect.arrayContaining(['staffing', 'budget', 'schedule', 'council', 'citizens', 'audit']),
  );
  await db.destroy();
});

test('in January what has not been yet is 0, and no hole', async () => {
  const db = await sampleOffice();
  const records = await recordsOf(db, '2016-01-01');
  for (const key of ['spending.spent', 'visits.일자리대장정.count', 'council.text'])
    expect(figureOf(key, records)?.value, key).toBe(0);
  await db.destroy();
});

test('last year’s texts name last year’s visits until somebody changes them', async () => {
  const db = await sampleOffice();
  const { gaps } = await findReport(db, 2017, '2017-12-31', OFFICE);
  const [first] = gaps.filter(({ code }) => code === 'cited_other_year');
  expect(first).toMatchObject({ severity: 'warn', detail: expect.stringContaining('(2016-') });
  expect((await findReport(db, 2016, '2016-10-31', OFFICE)).gaps.map(({ code }) => code)).not.toContain(
    'cited_other_year',
  );
  await db.destroy();
});
