import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDamage, type Limits, readTable } from '../../src/tables/table.ts';
import { collect } from '../support/collect.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const cp949 = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

async function read(bytes: Uint8Array | AsyncIterable<Uint8Array>, limits?: Limits) {
  const table = await readTable(bytes, limits);
  if ('refusal' in table) return table.refusal;
  return collect(table.rows);
}

const cellsOf = async (text: string): Promise<(number | string)[][]> => {
  const rows = await read(bytesOf(text));
  if (typeof rows === 'string') throw new Error(rows);
  return rows.map(({ line, cells }) => [line, ...cells]);
};

test.each([
  [
    'plain',
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'no line break at the end',
    'a,b\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'Windows line ends',
    'a,b\r\n1,2\r\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'old Mac line ends',
    'a,b\r1,2\r',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'line ends of every kind',
    'a,b\r\n1,2\r3,4\n5,6',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ],
  ],
  [
    'a byte order mark',
    '\ufeffa,b\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'blank lines, which count as lines',
    'a,b\n\n\n1,2',
    [
      [1, 'a', 'b'],
      [4, '1', '2'],
    ],
  ],
  [
    'quotes',
    'a,b\n"1,000","say ""hi"""\n',
    [
      [1, 'a', 'b'],
      [2, '1,000', 'say "hi"'],
    ],
  ],
  [
    'a line break in quotes',
    'a,b\n"1\r\n2",3\n4,5',
    [
      [1, 'a', 'b'],
      [2, '1\r\n2', '3'],
      [4, '4', '5'],
    ],
  ],
  [
    'spaces after a quote',
    'a,b\n"1" ,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1,000\t2,000\n',
    [
      [1, 'a', 'b'],
      [2, '1,000', '2,000'],
    ],
  ],
  [
    'semicolons',
    'a;b;c\n1,5;2,5;3\n',
    [
      [1, 'a', 'b', 'c'],
      [2, '1,5', '2,5', '3'],
    ],
  ],
  [
    'a delimiter that the file names',
    'sep=;\na;b\n1;2',
    [
      [1, 'sep=', ''],
      [2, 'a', 'b'],
      [3, '1', '2'],
    ],
  ],
  [
    'a quote that never closes',
    'a,b\n1,"2\n3,4\n5,6',
    [
      [1, 'a', 'b'],
      [2, '1', '"2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ],
  ],
  [
    'a quote inside a word',
    'a,b\n5" pipe,2\n3,4',
    [
      [1, 'a', 'b'],
      [2, '5" pipe', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'words after a quoted one',
    'a,b\n"미진" 본점,2\n3,4',
    [
      [1, 'a', 'b'],
      [2, '"미진" 본점', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'unescaped quotes in quotes',
    'a,b\n"서울 "중구" 식당, 2층",2\n3,4',
    [
      [1, 'a', 'b'],
      [2, '서울 "중구" 식당, 2층', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'two stray quotes rows apart',
    'a,b\n1,"2\n3"4,5\n6,7',
    [
      [1, 'a', 'b'],
      [2, '1', '"2'],
      [3, '3"4', '5'],
      [4, '6', '7'],
    ],
  ],
  [
    'two stray quotes that could pair',
    'a,b,c,d,e\n1,"2,3,4,5\n6,7",8,9,0',
    [
      [1, 'a', 'b', 'c', 'd', 'e'],
      [2, '1', '"2', '3', '4', '5'],
      [3, '6', '7"', '8', '9', '0'],
    ],
  ],
])('reads %s', async (_, text, rows) => {
  expect(await cellsOf(text)).toEqual(rows);
});

test('keeps a row as it stood', async () => {
  const rows = await read(bytesOf('a,b\n"1\n2" ,3\n'));
  expect(rows[1]).toMatchObject({ raw: '"1\n2" ,3', sheet: null });
});

test.each([
  ['UTF-8', bytesOf('일자,금액\n가,1')],
  ['CP949', cp949('c0cf c0da 2c b1dd bed7 0a b0a1 2c 31')],
  ['UTF-16', Buffer.from('\ufeff일자,금액\n가,1', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('\ufeff일자,금액\n가,1', 'utf16le').swap16()],
])('reads %s', async (_, bytes) => {
  expect(await read(bytes)).toMatchObject([{ cells: ['일자', '금액'] }, { cells: ['가', '1'] }]);
});

test('reads CP949 letters that EUC-KR lacks', async () => {
  expect(await read(cp949('61 2c 62 0a 8c63 2c 31'))).toMatchObject([{}, { cells: ['똠', '1'] }]);
});

test('reads a name that was cut in the middle of a letter', async () => {
  const bytes = Buffer.concat([
    bytesOf(`일자,장소\n${'2025-10-01,미진 광화문점\n'.repeat(40)}2025-10-02,미`),
    cp949('eab4 0a'),
  ]);
  const rows = await read(bytes);
  expect(rows.at(-1)).toMatchObject({ cells: ['2025-10-02', '미\ufffd'] });
});

test('reads Korean that begins late', async () => {
  const late = `${'a,b\n'.repeat(30_000)}${'가,나\n'.repeat(3)}`;
  const rows = await read(bytesOf(late));
  expect(rows.at(-1)).toMatchObject({ line: 30_003, cells: ['가', '나'] });
});

test('reads what comes in small pieces', async () => {
  const bytes = bytesOf('날짜,"장\r\n소"\r\n1,"""2"""\r\n');
  async function* pieces() {
    for (const byte of bytes) yield Uint8Array.of(byte);
  }
  expect(await read(pieces())).toEqual(await read(bytes));
});

test.each([
  ['nothing', bytesOf(''), 'empty'],
  ['a byte order mark alone', bytesOf('\ufeff'), 'empty'],
  ['blank lines', bytesOf('\n \r\n'), 'empty'],
  ['a web page', bytesOf('\n<!DOCTYPE html><html><body>no</body></html>'), 'html'],
  ['a PDF', bytesOf('%PDF-1.7 …'), 'not_a_table'],
  ['JSON', bytesOf('[{"a": 1}]'), 'not_a_table'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 13, 0xff, 0xd8]), 'binary'],
  [
    'letters of no encoding',
    Uint8Array.from({ length: 400 }, (_, index) => (index % 9 ? 0xff : 0x2c)),
    'unreadable_text',
  ],
  ['old Excel', Buffer.concat([cp949('d0cf11e0a1b11ae1'), Buffer.from('Workbook', 'utf16le')]), 'old_excel'],
  ['locked Excel', Buffer.concat([cp949('d0cf11e0a1b11ae1'), Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
  ['a Hangul document', Buffer.concat([cp949('d0cf11e0a1b11ae1'), Buffer.from('BodyText', 'utf16le')]), 'not_a_table'],
  ['half an archive', cp949('504b0304 1400 0000 0800'), 'damaged'],
])('refuses %s', async (_, bytes, refusal) => {
  expect(await read(bytes)).toBe(refusal);
});

test('reads back any cells', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '가', ' ', ',', '"', '\n', '\r', "'", '='), maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = ['a,b,c', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n');
      expect((await cellsOf(text)).slice(1).map((row) => row.slice(1))).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('loses no row to stray quotes', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '가', ' ', '"'), maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
      const text = ['연번,일자,장소,목적,금액', ...rows.map(([a, b], index) => `${index},${a},${b},c,d`)].join('\n');
      const read = await cellsOf(text);
      expect(read.slice(1).map((row) => row[1])).toEqual(rows.map((_, index) => String(index)));
    }),
    { numRuns: 500 },
  );
});

async function workbook(sheets: { name: string; rows: unknown[][]; hidden?: boolean; merges?: object[] }[]) {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({ sheets } as Parameters<typeof writeXlsx>[0]);
}

test('reads the sheets of a workbook: numbers, dates, sparse rows', async () => {
  const bytes = await workbook([
    {
      name: '10월',
      rows: [
        ['2025년 10월', null, null],
        [],
        ['일자', '금액', '비고'],
        [new Date(Date.UTC(2025, 9, 1, 12, 30)), 252000.00000000003, true],
        [null, -5000, ' x '],
      ],
    },
    { name: '감춤', rows: [['안 보임']], hidden: true },
    { name: '11월', rows: [['일자'], [new Date(Date.UTC(2025, 10, 2))]] },
  ]);

  expect(await read(bytes)).toEqual([
    { line: 1, sheet: '10월', cells: ['2025년 10월'], raw: '2025년 10월' },
    { line: 3, sheet: '10월', cells: ['일자', '금액', '비고'], raw: '일자\t금액\t비고' },
    { line: 4, sheet: '10월', cells: ['2025-10-01 12:30', '252000', 'TRUE'], raw: '2025-10-01 12:30\t252000\tTRUE' },
    { line: 5, sheet: '10월', cells: ['', '-5000', ' x '], raw: '\t-5000\t x ' },
    { line: 1, sheet: '11월', cells: ['일자'], raw: '일자' },
    { line: 2, sheet: '11월', cells: ['2025-11-02'], raw: '2025-11-02' },
  ]);
});

test('refuses a workbook that unpacks to more than it may', async () => {
  const bytes = await workbook([{ name: 'a', rows: Array.from({ length: 5000 }, () => ['가'.repeat(100)]) }]);
  expect(await read(bytes, { workbook: 10_000_000, unpacked: 100_000 })).toBe('too_large');
  expect(await read(bytes, { workbook: 1000, unpacked: 1e9 })).toBe('too_large');
});

test('refuses an archive that is no workbook', async () => {
  const bytes = Buffer.from(await workbook([{ name: 'a', rows: [['b']] }]));
  const other = Buffer.from(bytes.toString('latin1').replaceAll('workbook.xml', 'document.xml'), 'latin1');
  expect(await read(other)).toBe('not_a_table');
});

test('says that a workbook is damaged', async () => {
  const bytes = Buffer.from(
    await workbook([{ name: 'a', rows: Array.from({ length: 99 }, (_, index) => ['b', index]) }]),
  );
  const at = bytes.indexOf('xl/worksheets/sheet1.xml');
  bytes.fill(0x41, at + 40, at + 80);

  const error = await read(bytes).then(
    () => null,
    (error: unknown) => error,
  );

  expect(isDamage(error)).toBe(true);
});
