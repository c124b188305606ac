import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { openExpensesApart } from '../../../src/spending/expense/reading.ts';
import { refusalOf } from '../../../src/tables/table.ts';
import { collect } from '../../support/collect.ts';

const context = { today: '2026-11-30' };
const HEAD = '집행일시,집행장소,집행목적,금액,연간예산';
const row = (won: number) => `2026-03-02,미진,간담회,${won},5000000`;
const bytesOf = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));

/** What comes of a file on a thread of its own: its refusal, now or while it is read. */
async function refusalIn(bytes: Uint8Array): Promise<string | null> {
  const file = await openExpensesApart(bytes, 'a.csv', context);
  if ('refusal' in file) return file.refusal;
  try {
    await collect(file.rows);
    return null;
  } catch (error) {
    return refusalOf(error);
  } finally {
    await file.close();
  }
}

test('a thread of its own reads what this one would, over many batches, and what the file states', async () => {
  const bytes = bytesOf(HEAD, ...Array.from({ length: 2_300 }, (_, index) => row(index + 1)));
  const [here, apart] = [await openExpenses(bytes, 'a.csv', context), await openExpensesApart(bytes, 'a.csv', context)];
  if ('refusal' in here || 'refusal' in apart) throw new Error('refused');
  const read = await collect(here.rows);
  expect(await collect(apart.rows)).toEqual(read.map((it) => ({ ...it, raw: 'held' in it.result ? it.raw : [] })));
  expect(apart.stated()).toEqual(here.stated());
  expect(apart.stated().budgets).toHaveLength(1);
});

test('a file that nobody reads to its end can be closed', async () => {
  const file = await openExpensesApart(bytesOf(HEAD, ...Array.from({ length: 5_000 }, () => row(1))), 'a.csv', context);
  if ('refusal' in file) throw new Error('refused');
  for await (const it of file.rows) {
    expect(it.line).toBe(2);
    break;
  }
  await file.close();
});

test.each([
  [
    'a cell of more letters than any spreadsheet holds',
    bytesOf(HEAD, row(1), `2026-03-02,${'가'.repeat(32_768)},간담회,1,`),
    'cell_too_long',
  ],
  ['more than 1,000 columns', bytesOf(HEAD, row(1), row(1) + ','.repeat(1_000)), 'too_many_columns'],
  ['a line of more than 1 MB', bytesOf(HEAD, row(1), 'x'.repeat(2 ** 20 + 1)), 'line_too_long'],
  ['a heading and no row that ends', bytesOf(`${HEAD}\n${'x'.repeat(3 * 2 ** 20)}`), 'line_too_long'],
])('refuses %s', async (_, bytes, refusal) => {
  expect(await refusalIn(bytes)).toBe(refusal);
});

const HUGE = [
  ['cell_too_long', (more: number) => `2026-03-02,${'가'.repeat(32_768 + more)},간담회,1,`],
  ['cell_too_long', (more: number) => `2026-03-02,미진,"${'가 '.repeat(16_384 + more)}",1,`],
  ['too_many_columns', (more: number) => row(1) + ','.repeat(1_000 + more)],
  ['line_too_long', (more: number) => 'x'.repeat(2 ** 20 + 1 + more)],
] as const;

test('whatever is too large, wherever it stands, is refused for what it is, and what is just not is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...HUGE), fc.nat(300), fc.nat(40), async ([refusal, huge], more, above) => {
      const rows = Array.from({ length: above }, (_, index) => row(index + 1));
      const file = await openExpenses(bytesOf(HEAD, ...rows, huge(more), row(1)), 'a.csv', context);
      if ('refusal' in file) throw new Error(file.refusal);
      await expect(collect(file.rows)).rejects.toSatisfy((error) => refusalOf(error) === refusal);
    }),
    { numRuns: 30 },
  );
  const large = `2026-03-02,미진,${'가'.repeat(32_767)},1,`;
  const file = await openExpenses(bytesOf(HEAD, large), 'a.csv', context);
  if ('refusal' in file) throw new Error(file.refusal);
  expect(await collect(file.rows)).toHaveLength(1);
});

test('refuses a sheet that unpacks to more than memory should hold, and one that unpacks to more than it says', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const rows = [HEAD.split(','), ['2026-03-02', '미진', '간담회', 1_000, null]];
  const honest = Buffer.from(await writeXlsx({ sheets: [{ name: '3월', rows }] }));
  expect(await refusalIn(honest)).toBeNull();

  const name = 'xl/worksheets/sheet1.xml';
  const entry = honest.lastIndexOf(name) - 46; // in the table of contents
  const huge = Buffer.from(honest);
  huge.writeUInt32LE(2 ** 30, entry + 24);
  expect(await refusalIn(huge)).toBe('too_large');

  const small = Buffer.from(honest);
  small.writeUInt32LE(20, entry + 24);
  expect(await refusalIn(small)).not.toBeNull();
});

test('refuses a workbook with a row that is too wide', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const heading = HEAD.split(',');
  const book = (cells: (string | number | null)[]) => writeXlsx({ sheets: [{ name: '3월', rows: [heading, cells] }] });
  const good = ['2026-03-02', '미진', '간담회', 1_000];
  expect(await refusalIn(await book([...good, ...Array.from({ length: 1_000 }, () => null), 'x']))).toBe(
    'too_many_columns',
  );
});
