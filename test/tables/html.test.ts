import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '../../src/tables/table.ts';
import { collect } from '../support/collect.ts';

async function read(page: string) {
  const table = await readTable(new TextEncoder().encode(page));
  return 'refusal' in table ? table.refusal : collect(table.rows);
}

async function cellsOf(page: string): Promise<string[][]> {
  const rows = await read(page);
  if (typeof rows === 'string') throw new Error(rows);
  return rows.map(({ cells }) => cells);
}

const ROW = '<tr><td>일자<td>금액</tr>';

test.each([
  ['ends of cells and rows that nobody wrote', '<table><tr><td>일자<td>금액<tr><td>1<td>2</table>', ['1', '2']],
  [
    'attributes without quotes',
    `<table border=0>${ROW}<tr height=22><td class=x nowrap>1<td colspan=1>2</tr></table>`,
    ['1', '2'],
  ],
  ['what only a program reads', `<table>${ROW}<tr><td>1<!-- 3 --><script>4</script><td>2</tr></table>`, ['1', '2']],
  ['named letters and hard spaces', `<table>${ROW}<tr><td>&nbsp;A&amp;B&nbsp;<td>&#50;</tr></table>`, ['A&B', '2']],
  ['lines within a cell', `<table>${ROW}<tr><td>가<br/>나<td><p>다</p>\n <p>라</p></tr></table>`, ['가\n나', '다\n라']],
  ['columns that a cell goes over', `<table>${ROW}<tr><td colspan=2>1<td>2</tr></table>`, ['1', '', '2']],
  ['what fills a sheet up to its border', `<table>${ROW}<tr><td>1<td>2<td colspan=16382></tr></table>`, ['1', '2']],
])('reads %s', async (_, table, cells) => {
  expect(await cellsOf(`<html><body>${table}</body></html>`)).toEqual([['일자', '금액'], cells]);
});

test('the lines above a table come with it, those below it do not, and a table within a table is read by itself', async () => {
  const page = `<html><head><title>목록</title><style>td { color: red }</style></head><body><div>2026년 3월</div><table>
    <tr><td>메뉴<table><caption>총무과</caption>${ROW}<tr><td>1<td>2</tr></table></td><td>광고</td></tr></table><p>만족도</body></html>`;
  expect(await cellsOf(page)).toEqual([['목록'], ['2026년 3월'], ['메뉴'], ['총무과'], ['일자', '금액'], ['1', '2']]);
});

test.each([
  ['breaks off within a cell', `<table>${ROW}<tr><td>1<td>12,0`],
  ['breaks off between the cells of a row', `<table>${ROW}<tr><td>1</td>`],
])('a page that %s is damaged', async (_, page) => {
  const table = await readTable(new TextEncoder().encode(page));
  if ('refusal' in table) throw new Error(table.refusal);
  await expect(collect(table.rows)).rejects.toThrow('damaged');
});

test.each([
  [
    'a cell of more letters than any spreadsheet holds',
    `<table><tr><td>${'가'.repeat(32_768)}</td></tr></table>`,
    'cell_too_long',
  ],
  ['more than 1,000 columns', `<table><tr>${'<td>1</td>'.repeat(1_001)}</tr></table>`, 'too_many_columns'],
  ['a cell over more than 1,000 columns', '<table><tr><td colspan=1001>1</td></tr></table>', 'too_many_columns'],
  ['tags within tags without end', `<table>${'<b>'.repeat(2_000)}`, 'damaged'],
  ['a page without a table', '<html><body>로그인해 주세요.</body></html>', 'html'],
])('refuses %s', async (_, page, refusal) => {
  expect(await read(page)).toBe(refusal);
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

test('reads back any table, its merged cells covering the rows below', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '가', '<', '&', "'", '"'), minLength: 1, maxLength: 6 });
  const rows = fc.array(fc.tuple(cell, cell, cell, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const said: { cells: string[]; covered?: object[] }[] = [];
      let page = '';
      let open: { text: string; from: number; rest: number } | null = null;
      for (const [index, [left, middle, right, span]] of table.entries()) {
        const isFree: boolean = open === null;
        if (open === null) open = { text: middle, from: index + 1, rest: span };
        const cells = [left, isFree ? middle : '', right];
        said.push(isFree ? { cells } : { cells, covered: [{ column: 1, text: open.text, from: open.from }] });
        page += `<tr><td>${escaped(left)}</td>${isFree ? `<td rowspan="${span}">${escaped(middle)}</td>` : ''}<th>${escaped(right)}\n</tr>`;
        open = open.rest > 1 ? { ...open, rest: open.rest - 1 } : null;
      }
      const came = await read(`<table>${page}</table>`);
      expect(came).toMatchObject(said);
    }),
    { numRuns: 200 },
  );
});
