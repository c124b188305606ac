import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines, type ExportRow, xlsxBytes } from '../../../src/spending/expense/export.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { fingerprint } from '../../../src/spending/expense/fingerprint.ts';
import type { Spend } from '../../../src/spending/expense/rules.ts';
import { readTable } from '../../../src/tables/table.ts';
import { ACCOUNTS, ACTIVITIES, PAYMENTS } from '../../../src/vocabulary/expense.ts';
import { collect } from '../../support/collect.ts';

const SPEND: Spend = {
  year: 2018,
  month: 3,
  spentOn: '2018-03-12',
  spentTime: '12:30',
  amount: 85_000,
  account: '203-01',
  activity: '4-나',
  category: '간담회 등',
  place: '한뫼촌',
  address: '종로구 북촌로',
  purpose: '시정 자문 간담회',
  headcount: 5,
  attendees: '시장 외 4명',
  payment: 'card',
  spender: '시장',
  department: '총무과',
};
const rowOf = (change: Partial<Spend>): ExportRow => ({
  record: 'E1',
  spend: { ...SPEND, ...change },
  budget: null,
  accountBudget: null,
  note: null,
});

const csvOf = async (rows: ExportRow[]) => (await collect(csvLines(rows))).join('');
const xlsxOf = async (rows: ExportRow[]) => Buffer.concat(await collect(xlsxBytes(rows)));

async function readBack(bytes: Uint8Array): Promise<Spend[]> {
  const file = await openExpenses(bytes, 'export', { today: '2018-06-01' });
  if ('refusal' in file) throw new Error(file.refusal);
  const rows = await collect(file.rows);
  return rows.map(({ result }) => {
    if ('held' in result) throw new Error(JSON.stringify(result));
    return result.spend;
  });
}

test('writes the columns of the official disclosure, then what makes a row whole', async () => {
  const csv = await csvOf([
    { ...rowOf({}), budget: 380_200_000, accountBudget: 277_200_000 },
    rowOf({ attendees: null, spentTime: null, amount: -5000, purpose: '"오찬", 2차' }),
  ]);

  expect(csv).toBe(
    '\ufeff연번,사용자,부서명,집행일시,집행장소,집행목적,대상인원,금액(원),결제방법,비목,회계연도,회계월,분야,직무활동코드,주소,인원수,참석자,연간예산,과목예산,기록번호,비고\r\n' +
      '1,시장,총무과,2018-03-12 12:30,한뫼촌,시정 자문 간담회,시장 외 4명,85000,카드,203-01 기관운영업무추진비,2018,3,간담회 등,4-나,종로구 북촌로,5,시장 외 4명,380200000,277200000,E1,\r\n' +
      '2,시장,총무과,2018-03-12,한뫼촌,"""오찬"", 2차",5,-5000,카드,203-01 기관운영업무추진비,2018,3,간담회 등,4-나,종로구 북촌로,5,,,,E1,\r\n',
  );
});

test('writes the headings when there is nothing under them', async () => {
  expect(await csvOf([])).toMatch(/^\ufeff연번,.*비고\r\n$/);
  expect(await readBack(await xlsxOf([]))).toEqual([]);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+82', "'+82"],
  ['-5', "'-5"],
  ['@sum', "'@sum"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ["'17년 송년회", "'17년 송년회"],
  ['1=1', '1=1'],
])('disarms %j in CSV, and writes it as text into a workbook', async (purpose, cell) => {
  const csv = await readTable(new TextEncoder().encode(await csvOf([rowOf({ purpose })])));
  const xlsx = await readTable(await xlsxOf([rowOf({ purpose })]));
  const said = await Promise.all(
    [csv, xlsx].map(async (table) => {
      if ('refusal' in table) throw new Error(table.refusal);
      return (await collect(table.rows))[1]?.cells[5];
    }),
  );
  expect(said).toEqual([cell, purpose]);
});

/** What a spreadsheet would run, as it may stand in the words of a list. */
const formula = fc
  .tuple(
    fc.constantFrom('', ' ', '  ', "'", "''", '\t'),
    fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '=-', '=+@'),
    fc.constantFrom(
      '1+1',
      'HYPERLINK("http://x.test","y")',
      "cmd|' /C calc'!A0",
      'SUM(A1:A9)',
      '82-2-000-0000',
      ' 회의 다과',
    ),
  )
  .map((parts) => parts.join(''));

test('words that look like a formula are text in a workbook, without a mark, and disarmed in CSV by one apostrophe', async () => {
  const { readXlsx } = await import('hucre/xlsx');
  await fc.assert(
    fc.asyncProperty(
      fc.array(formula, { minLength: 3, maxLength: 3 }),
      async ([place = '', purpose = '', attendees = '']) => {
        const words = { place, purpose, attendees };
        const book = await readXlsx(await xlsxOf([rowOf(words)]));
        const written = book.sheets[0]?.rows[1] ?? [];
        expect([written[4], written[5], written[16]]).toEqual(Object.values(words));

        const csv = await readTable(new TextEncoder().encode(await csvOf([rowOf(words)])));
        if ('refusal' in csv) throw new Error(csv.refusal);
        const [, row] = await collect(csv.rows);
        for (const [at, said] of [
          [4, place],
          [5, purpose],
          [16, attendees],
        ] as const)
          expect(row?.cells[at]).toBe(`'${said}`);
      },
    ),
    { numRuns: 150 },
  );
});

const SHORT = fc.string({
  unit: fc.constantFrom(
    '가',
    '소',
    '계',
    'a',
    '1',
    '-',
    '=',
    '@',
    "'",
    '"',
    ',',
    ';',
    ' ',
    '\n',
    '(',
    ')',
    '　',
    '（',
    '㈜',
    '😀',
    '\t',
    '_',
  ),
  minLength: 1,
  maxLength: 12,
});
const text = fc
  .oneof(SHORT, fc.constantFrom('합계', '-', '.', '0', '없음', '※', '카드', '2018-01-01', '5명', '5'))
  .filter((words) => words.trim() !== '');
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const two = (number: number) => String(number).padStart(2, '0');
const anySpend: fc.Arbitrary<Spend> = fc.record({
  year: fc.integer({ min: 2000, max: 2099 }),
  month: orNull(fc.integer({ min: 1, max: 12 })),
  spentOn: orNull(
    fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
  ),
  spentTime: orNull(
    fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`),
  ),
  amount: fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
  account: orNull(fc.constantFrom(...ACCOUNTS)),
  activity: orNull(fc.constantFrom(...ACTIVITIES)),
  category: orNull(text),
  place: orNull(text),
  address: orNull(text),
  purpose: text,
  headcount: orNull(fc.integer({ min: 1, max: 10 ** 6 })),
  attendees: orNull(text),
  payment: orNull(fc.constantFrom(...PAYMENTS)),
  spender: orNull(text),
  department: orNull(text),
});

test('any spends come back from CSV as they were, with the same identity', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySpend, { minLength: 1, maxLength: 5 }), async (spends) => {
      const rows = spends.map((spend, index) => ({
        record: `E${index + 1}`,
        spend,
        budget: null,
        accountBudget: null,
        note: null,
      }));
      const back = await readBack(new TextEncoder().encode(await csvOf(rows)));
      expect(back).toEqual(spends);
      expect(back.map(fingerprint)).toEqual(spends.map(fingerprint));
    }),
    { numRuns: 300 },
  );
});

test('any spends come back from XLSX as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySpend, { minLength: 1, maxLength: 5 }), async (spends) => {
      const rows = spends.map((spend, index) => ({
        record: `E${index + 1}`,
        spend,
        budget: null,
        accountBudget: null,
        note: null,
      }));
      expect(await readBack(await xlsxOf(rows))).toEqual(spends);
    }),
    { numRuns: 100 },
  );
});

test('an export that was saved as CP949 by a spreadsheet comes back', async () => {
  const { default: iconv } = await import('iconv-lite');
  const csv = (await csvOf([rowOf({ place: '똠얌꿍' })])).replace('\ufeff', '').replaceAll(',12:30', ',12:30');
  expect(await readBack(iconv.encode(csv, 'cp949'))).toEqual([{ ...SPEND, place: '똠얌꿍' }]);
});

test('numbers are numbers in a workbook, and its heading stays in sight', async () => {
  const { readXlsx } = await import('hucre/xlsx');
  const book = await readXlsx(await xlsxOf([rowOf({ amount: -5000 })]), { readStyles: true });
  const [sheet] = book.sheets;
  expect(sheet?.rows[1]?.slice(0, 12)).toEqual([
    1,
    '시장',
    '총무과',
    '2018-03-12 12:30',
    '한뫼촌',
    '시정 자문 간담회',
    '시장 외 4명',
    -5000,
    '카드',
    '203-01 기관운영업무추진비',
    2018,
    3,
  ]);
  expect(sheet?.freezePane).toMatchObject({ rows: 1 });
});
