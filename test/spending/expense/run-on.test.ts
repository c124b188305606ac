import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/korean/days.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import type { RowResult } from '../../../src/spending/expense/row-result.ts';
import { collect } from '../../support/collect.ts';

// Words that were too long for their cell go on in a row of their own, as tables out of documents come.

const RUNS = { numRuns: 60 };
const HEAD = ['연번', '일자', '장소', '집행목적', '집행대상', '금액'];
const [PLACE, PURPOSE, PEOPLE] = [2, 3, 4];
type Cells = readonly (string | number)[];

async function readBytes(bytes: Uint8Array, name: string): Promise<RowResult[]> {
  const file = await openExpenses(bytes, name, { today: '2026-11-30' });
  if ('refusal' in file) throw new Error(JSON.stringify(file));
  return collect(file.rows);
}

const read = (rows: readonly Cells[]) =>
  readBytes(
    new TextEncoder().encode(rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')),
    'list.csv',
  );

const spendOf = ({ result }: RowResult) => ('spend' in result ? result.spend : null);
const spend = (index: number, cells: Partial<Record<number, string>> = {}): Cells =>
  [index + 1, addDays('2025-03-01', index), '미진', '업무협의 간담회', '직원 4명', '10,000'].map(
    (cell, column) => cells[column] ?? cell,
  );
const alone = (column: number, words: string): Cells => HEAD.map((_, index) => (index === column ? words : ''));

const words = fc
  .array(fc.constantFrom('시정', '현안', '관련', '업무협의', '간담회', '(오찬)', '참석자', '격려', '추진'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.join(' '));
const list = fc.array(fc.tuple(words, fc.array(words, { maxLength: 3 })), { minLength: 1, maxLength: 8 });
const column = fc.constantFrom(PLACE, PURPOSE, PEOPLE);

test('words that go on in the rows below are one spend with all of its words', async () => {
  await fc.assert(
    fc.asyncProperty(list, column, async (spends, at) => {
      const rows = spends.flatMap(([first, more], index) => [
        spend(index, { [at]: first }),
        ...more.map((it) => alone(at, it)),
      ]);
      const found = (await read([HEAD, ...rows])).map(spendOf);

      const whole = spends.map(([first, more]) => [first, ...more].join(' '));
      expect(found.map((it) => [it?.place, it?.purpose, it?.attendees][at - PLACE])).toEqual(whole);
      expect(found.map((it) => it?.amount)).toEqual(spends.map(() => 10_000));
    }),
    RUNS,
  );
});

test('words that stand around the middle of their row, as many lines above as below, are one spend with all of its words', async () => {
  const around = fc.array(fc.tuple(words, fc.integer({ min: 0, max: 3 }), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(around, column, async (spends, at) => {
      // Between two such rows one whose words fit: else nobody could say whose a line is.
      const rows = spends.flatMap(([said, lines, isLast], index) => {
        const above = Array.from({ length: lines }, (_, line) => alone(at, `${said} 위${line}`));
        const below = Array.from({ length: lines }, (_, line) => alone(at, `${said} 밑${line}`));
        const whole = spend(2 * index + 1, { [at]: '간담회' });
        const high = [...above, spend(2 * index, { [at]: lines > 0 ? '' : said }), ...below];
        return isLast && index === spends.length - 1 ? high : [...high, whole];
      });
      const found = (await read([HEAD, ...rows])).map(spendOf);

      const wholes = spends.flatMap(([said, lines, isLast], index) => {
        const each = (where: string) => Array.from({ length: lines }, (_, line) => `${said} ${where}${line}`);
        const high = lines > 0 ? [...each('위'), ...each('밑')].join(' ') : said;
        return isLast && index === spends.length - 1 ? [high] : [high, '간담회'];
      });
      expect(found.map((it) => [it?.place, it?.purpose, it?.attendees][at - PLACE])).toEqual(wholes);
    }),
    RUNS,
  );
});

test('where more lines stand above a row than below it, nobody can say whose they are', async () => {
  const rows = [
    spend(0),
    alone(PURPOSE, '시정'),
    alone(PURPOSE, '현안'),
    spend(1, { [PURPOSE]: '' }),
    alone(PURPOSE, '격려'),
  ];
  const found = await read([HEAD, ...rows, spend(2)]);
  expect(found.map((it) => spendOf(it)?.purpose ?? null)).toEqual([
    '업무협의 간담회',
    null,
    null,
    null,
    null,
    '업무협의 간담회',
  ]);
  expect(
    found.reduce((sum, { result }) => sum + ('spend' in result ? result.spend.amount : (result.won ?? 0)), 0),
  ).toBe(30_000);
});

test('merged cells beside them change nothing; a row that has a day and lost its amount stays a row', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const rows = [HEAD, [1, '2025-03-02', '미진', '시정 현안', '4명', 10_000], alone(PURPOSE, '업무협의 간담회')];
  const book = (columns: readonly number[]) =>
    writeXlsx({
      sheets: [
        {
          name: '3월',
          rows: rows.map((cells) => [...cells]),
          merges: columns.map((at) => ({ startRow: 1, endRow: 2, startCol: at, endCol: at })),
        },
      ],
    });

  const [whole, ...others] = await readBytes(await book([0, 1, 2, 4, 5]), 'list.xlsx');
  expect(others).toEqual([]);
  expect(whole && spendOf(whole)).toMatchObject({ purpose: '시정 현안 업무협의 간담회', amount: 10_000 });
  const [first, second] = await readBytes(await book([1, 2]), 'list.xlsx');
  expect(first && spendOf(first)).toMatchObject({ purpose: '시정 현안' });
  expect(second?.result).toMatchObject({ held: [{ code: 'amount_missing' }] });
});

test('where it is not sure whose words they are, they are held with all else and no word is lost', async () => {
  const beginning = alone(PURPOSE, '주민과의 대화');
  const cases: Cells[][] = [
    [beginning, spend(0)], // nothing above
    [spend(0), beginning, spend(1, { [PURPOSE]: '' })], // they may be the beginning of what is below
    [spend(0, { [PURPOSE]: '' }), beginning],
    [spend(0), ['', '', '', '', '', ''], beginning],
    [spend(0), ['', '', '', '소계', '', '10,000'], beginning],
  ];
  for (const rows of cases) {
    const found = await read([HEAD, ...rows]);
    expect(found.some((it) => spendOf(it)?.purpose.includes('주민'))).toBe(false);
    expect(found.filter(({ result, raw }) => 'held' in result && raw.includes('주민과의 대화'))).toHaveLength(1);
  }
});

test.each(['소계', '이하 여백', '백', '※ 매월 공개', '3건', '12', '작성자: 홍아무', '2025년 4월 업무추진비'])(
  '%j below a spend is none of its words',
  async (line) => {
    const found = await read([HEAD, spend(0), alone(PURPOSE, line), spend(1)]);
    expect(found.map((it) => spendOf(it)?.purpose ?? null).filter((it) => it !== null)).toEqual([
      '업무협의 간담회',
      '업무협의 간담회',
    ]);
  },
);
