import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../../src/base/db/database.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import type { RowResult } from '../../../src/spending/expense/row-result.ts';
import { type Intake, takeIn } from '../../../src/spending/imported/intake.ts';
import { findHeldTotal, findStatus } from '../../../src/spending/ledger/store.ts';
import { newDatabase } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';

const HEAD = '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액';
const row = (day: number, won: string) => `2018-03-${String(day).padStart(2, '0')} 12:00,미진,간담회,4명,카드,${won}`;

async function register(): Promise<Database> {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  return db;
}

async function take(
  db: Database,
  rows: string[],
  more: { dryRun?: boolean; onProgress?: (rows: number) => void } = {},
): Promise<Intake> {
  const bytes = new TextEncoder().encode([HEAD, ...rows].join('\n'));
  const file = await openExpenses(bytes, '2018년 3월.csv', { today: '2018-03-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  return takeIn(db, file, { fileName: '2018년 3월.csv', actor: 'U1', at: NOW, ...more });
}

const traces = async (db: Database) =>
  Promise.all(
    (['expense', 'held_row', 'import_file', 'expense_total', 'history'] as const).map(
      async (table) => (await db.selectFrom(table).selectAll().execute()).length,
    ),
  );

test('two equal rows in one file are two spends; the same file again adds nothing', async () => {
  const db = await register();
  const rows = [row(5, '10000'), row(5, '10000'), row(6, '얼마')];

  expect(await take(db, rows)).toMatchObject({ rows: 3, imported: 2, duplicates: 0, held: 1, won: 20_000 });
  expect(await take(db, rows)).toMatchObject({ rows: 3, imported: 0, duplicates: 3, held: 0, won: 0 });
  expect(await take(db, [...rows, row(5, '10000')])).toMatchObject({ imported: 1, duplicates: 3 });
  expect((await findStatus(db, 2018)).status).toMatchObject({ spent: 30_000, count: 3, held: { rows: 1 } });
});

/** A row, with what has to be told of it. */
const noticed = fc.constantFrom<[cells: string, flag: string | null]>(
  ['12:00,미진,간담회,4명,카드', null],
  ['25:70,미진,간담회,4명,카드', 'time_unread'],
  ['12:00 13:10,미진,간담회,4명,카드', 'two_times'],
  ['12:00,미진,간담회,4명,상품권', 'payment_unread'],
  ['12:00,미진,간\ufffd회,4명,카드', 'text_damaged'],
);

test('the answer tells how many rows carry which flag, with the first lines of each, and nothing of rows that were there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(noticed, { minLength: 1, maxLength: 20 }), async (list) => {
      const db = await newDatabase();
      const rows = list.map(([cells], index) => `2018-03-01 ${cells},${10_000 + index}`);
      const told: Record<string, { count: number; lines: number[] }> = {};
      for (const [index, [, flag]] of list.entries()) {
        if (flag === null) continue;
        const { count, lines } = told[flag] ?? { count: 0, lines: [] };
        told[flag] = { count: count + 1, lines: [...lines, index + 2].slice(0, 3) };
      }

      expect((await take(db, rows)).flags).toEqual(told);
      expect((await take(db, rows)).flags).toEqual({});
      await db.destroy();
    }),
    { numRuns: 15 },
  );
});

test('rows are counted across the borders of batches', async () => {
  const db = await register();
  const rows = Array.from({ length: 7_500 }, (_, i) => row((i % 28) + 1, String(1_000 + (i % 3_750))));
  const seen: number[] = [];

  const rehearsed = await take(db, rows, { dryRun: true });
  const intake = await take(db, rows, { onProgress: (count) => seen.push(count) });

  expect(intake).toMatchObject({ rows: 7_500, imported: 7_500 });
  expect(rehearsed).toEqual({ ...intake, importId: null });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toBe(7_500);
  expect((await findStatus(db, 2018)).status).toMatchObject({ spent: intake.won, count: 7_500 });
  expect(await take(db, rows)).toMatchObject({ imported: 0, duplicates: 7_500 });
});

test('a rehearsal counts as the import would and leaves no trace', async () => {
  const db = await register();
  const rows = [row(5, '10000'), row(6, '얼마')];

  const rehearsed = await take(db, rows, { dryRun: true });

  expect(await traces(db)).toEqual([0, 0, 0, 0, 0]);
  expect(await take(db, rows)).toEqual({ ...rehearsed, importId: expect.any(Number) });
});

test('a file that breaks off leaves nothing of itself', async () => {
  const db = await register();
  const bytes = new TextEncoder().encode([HEAD, ...Array.from({ length: 1_500 }, () => row(5, '10000'))].join('\n'));
  const file = await openExpenses(bytes, 'a.csv', { today: '2018-03-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  async function* broken(rows: AsyncIterable<RowResult>) {
    let count = 0;
    for await (const it of rows) {
      if (++count > 1_200) throw new Error('The line broke.');
      yield it;
    }
  }

  await expect(
    takeIn(db, { ...file, rows: broken(file.rows) }, { fileName: 'a.csv', actor: 'U1', at: NOW }),
  ).rejects.toThrow('The line broke.');

  expect(await traces(db)).toEqual([0, 0, 0, 0, 0]);
});

test('held rows are counted for their year, those of an unknown year for every year', async () => {
  const db = await register();
  await take(db, [row(6, '얼마'), '모름,미진,간담회,4명,카드,"5,000"']);

  expect((await findHeldTotal(db, null)).rows).toBe(2);
  expect((await findHeldTotal(db, { from: 2018, to: 2018 })).rows).toBe(2);
  expect((await findHeldTotal(db, { from: 2010, to: 2011 })).rows).toBeLessThan(2);
});
