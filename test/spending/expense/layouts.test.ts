import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/korean/days.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import type { RowResult } from '../../../src/spending/expense/row-result.ts';
import { collect } from '../../support/collect.ts';

// How districts, schools and councils lay their lists out, each kind made anew with other days, words and amounts.

// What a list is made of is drawn while it is made: shrinking such draws takes for ever.
const RUNS = { numRuns: 60, endOnFailure: true };
type Cells = readonly (string | number)[];

async function read(rows: readonly Cells[], name = 'list.csv'): Promise<RowResult[]> {
  const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
  const bytes = new TextEncoder().encode(rows.map((cells) => cells.map(quoted).join(',')).join('\n'));
  const file = await openExpenses(bytes, name, { today: '2026-11-30' });
  if ('refusal' in file) throw new Error(JSON.stringify(file));
  return collect(file.rows);
}

const dayOf = ({ result }: RowResult) => ('spend' in result ? result.spend.spentOn : null);
const wonOf = ({ result }: RowResult) => ('spend' in result ? result.spend.amount : null);
const paidOf = ({ result }: RowResult) => ('spend' in result ? result.spend.payment : null);
const codesOf = ({ result }: RowResult) => ('held' in result ? result.held.map(({ code }) => code) : []);
const commas = (won: number) => won.toLocaleString('en-US');

const won = fc.integer({ min: 1_000, max: 900_000 });
const wonList = fc.array(won, { minLength: 2, maxLength: 12 });
const year = fc.integer({ min: 2019, max: 2025 });
const monthOfYear = fc.integer({ min: 1, max: 12 });

const WAYS = [
  ['card', fc.constantFrom('카드', '신용카드', '법인카드', '카드(원)', '카드금액')],
  ['cash', fc.constantFrom('현금', '현금(원)', '현금 사용액')],
  ['zeropay', fc.constantFrom('제로페이')],
  ['transfer', fc.constantFrom('계좌이체', '이체')],
] as const;
const wayRow = fc.record({ way: fc.nat(3), won, none: fc.constantFrom('', '-', '0') });

test('a list with a column of amounts for each way of paying gives each row its amount and its way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(wayRow, { minLength: 1, maxLength: 12 }),
      fc.tuple(...WAYS.map(([, label]) => label)),
      fc.integer({ min: 2, max: 4 }),
      fc.constantFrom<'none' | 'before' | 'after'>('none', 'before', 'after'),
      fc.boolean(),
      async (list, labels, many, where, isTwoRows) => {
        const sum = where === 'none' ? [] : ['계'];
        const money = [...(where === 'before' ? sum : []), ...labels.slice(0, many), ...(where === 'after' ? sum : [])];
        const fixed = ['집행일자', '집행목적', '장소'];
        const heading = isTwoRows
          ? [
              [...fixed, '집행금액', ...money.slice(1).map(() => ''), '비고'],
              [...fixed.map(() => ''), ...money, ''],
            ]
          : [[...fixed, ...money, '비고']];
        const rows = list.map(({ way, won, none }, index) => {
          const cells = labels.slice(0, many).map((_, at) => (at === way % many ? commas(won) : none));
          const all = where === 'none' ? [] : [commas(won)];
          const paid = [...(where === 'before' ? all : []), ...cells, ...(where === 'after' ? all : [])];
          return [addDays('2025-03-01', index), '업무협의 간담회', '미진', ...paid, ''];
        });
        const total = ['합계', '', '', ...money.map(() => commas(7)), ''];
        const found = await read([...heading, ...rows, total]);
        expect(found.map((row) => [wonOf(row), paidOf(row)])).toEqual(
          list.map(({ way, won }) => [won, WAYS[way % many]?.[0]]),
        );
      },
    ),
    RUNS,
  );
});

test('what the ways of paying do not come to is held; two ways at once leave the way open', async () => {
  const heading = ['집행일자', '집행목적', '카드', '현금', '합계'];
  await fc.assert(
    fc.asyncProperty(won, won, fc.integer({ min: 1, max: 999 }), async (card, cash, off) => {
      const rows = await read([
        heading,
        ['2025-03-02', '간담회', card, cash, card + cash],
        ['2025-03-03', '간담회', card, cash, card + cash + off],
      ]);
      expect(wonOf(rows[0] as RowResult)).toBe(card + cash);
      expect(rows[0]?.result.flags).toEqual(['payment_unread']);
      expect(codesOf(rows[1] as RowResult)).toEqual(['amounts_disagree']);
    }),
    RUNS,
  );
});

test.each(['○', '●', 'V', '√'])('a %s in the column of a way of paying is a tick', async (mark) => {
  const rows = await read([
    ['집행일자', '집행목적', '금액', '카드', '현금'],
    ['2025-03-02', '간담회', '85,000', mark, ''],
    ['2025-03-03', '간담회', '50,000', '', mark],
  ]);
  expect(rows.map((row) => [wonOf(row), paidOf(row)])).toEqual([
    [85_000, 'card'],
    [50_000, 'cash'],
  ]);
});

const monthLine = (year: number, month: number) =>
  fc.constantFrom(
    `${month}월`,
    `○ ${month}월`,
    `<${month}월>`,
    `【${month}월】`,
    `${month}월분`,
    `${year}년 ${month}월`,
    `- ${month}월 -`,
  );
const dated = (month: number, date: number) =>
  fc.constantFrom(`${month}.${date}.`, `${month}/${date}`, `${month}월 ${date}일`, `${date}일`, `${date}`);

test('rows under the line of their month are of that month, in the year of the list, also where they name the day alone', async () => {
  const months = fc.uniqueArray(monthOfYear, { minLength: 1, maxLength: 5 }).map((them) => them.sort((a, b) => a - b));
  await fc.assert(
    fc.asyncProperty(year, months, fc.gen(), fc.nat(2), async (ofYear, list, gen, column) => {
      const expected: string[] = [];
      const rows = list.flatMap((month) => {
        const dates = gen(() => fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 4 }));
        const line = ['', '', '', ''];
        line[column] = gen(() => monthLine(ofYear, month));
        return [
          line,
          ...dates.map((date) => {
            expected.push(`${ofYear}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
            return [gen(() => dated(month, date)), '미진', '간담회', '10,000'];
          }),
          ['', '', '소계', commas(dates.length * 10_000)],
        ];
      });
      const found = await read([
        [`${ofYear}년 시장 업무추진비 집행내역`],
        ['일자', '장소', '집행목적', '금액'],
        ...rows,
      ]);
      expect(found.map(dayOf)).toEqual(expected);
    }),
    RUNS,
  );
});

test('under months of two years each is in the year that the list spans', async () => {
  await fc.assert(
    fc.asyncProperty(year, fc.constantFrom('. ', '년 '), async (first, mark) => {
      const title = `업무추진비 (${first}${mark}11월 ~ ${first + 1}${mark}2월)`;
      const rows = [11, 12, 1, 2].flatMap((month) => [[`${month}월`], [`${month}/10`, '미진', '간담회', '10,000']]);
      const found = await read([[title], ['일자', '장소', '집행목적', '금액'], ...rows]);
      const years = [first, first, first + 1, first + 1];
      const months = ['11', '12', '01', '02'];
      expect(found.map(dayOf)).toEqual(years.map((of, index) => `${of}-${months[index]}-10`));
    }),
    { numRuns: 15 },
  );
});

test('the month of a block stands for its rows; where the days turn, another may have begun and the row is held', async () => {
  const dates = fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(year, monthOfYear, dates, async (ofYear, month, list) => {
      const rising = [...list].sort((a, b) => a - b);
      const rows = [...rising, (rising[0] ?? 1) - 1].map((date, index) => [
        index === 0 ? month : '',
        date,
        '간담회',
        10_000,
      ]);
      const found = await read([[`${ofYear}년 업무추진비`], ['월', '일', '집행목적', '금액'], ...rows]);
      const prefix = `${ofYear}-${String(month).padStart(2, '0')}-`;
      expect(found.slice(0, -1).map(dayOf)).toEqual(rising.map((date) => prefix + String(date).padStart(2, '0')));
      const turns = (rising.at(-1) ?? 0) > (rising[0] ?? 0);
      if (turns) expect(dayOf(found.at(-1) as RowResult)).toBeNull();
    }),
    RUNS,
  );
});

const MARKS = fc.constantFrom('〃', '"', '″', '상동', '상 동', '위와 같음');

test('a mark for the same as above is what stands above, in every column but the amount', async () => {
  const cell = fc.tuple(fc.constantFrom('미진', '가온식당'), fc.constantFrom('간담회', '다과 구입'), won);
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 10 }), fc.gen(), async (list, gen) => {
      const whole = list.map(([place, purpose, won], index) => [
        addDays('2025-03-01', Math.floor(index / 2)),
        place,
        purpose,
        commas(won),
        '카드',
      ]);
      const marked = whole.map((cells, row) =>
        cells.map((it, at) =>
          at !== 3 && row > 0 && it === whole[row - 1]?.[at] && gen(() => fc.boolean()) ? gen(() => MARKS) : it,
        ),
      );
      const heading = ['사용일자', '사용장소', '사용목적', '금액', '결제방법'];
      const [plain, short] = [await read([heading, ...whole]), await read([heading, ...marked])];
      expect(short.map(({ result }) => result)).toEqual(plain.map(({ result }) => result));
    }),
    RUNS,
  );
  const [first] = await read([
    ['사용일자', '사용장소', '사용목적', '금액'],
    ['2025-03-02', '미진', '〃', '10,000'],
  ]);
  expect(codesOf(first as RowResult)).toEqual(['purpose_missing']);
});

test('a sum that stands above its rows is no row, whether it says so or says nothing', async () => {
  const word = fc.constantFrom('', '계', '합계', '총 3건', '3건');
  await fc.assert(
    fc.asyncProperty(
      fc.array(wonList, { minLength: 1, maxLength: 3 }),
      word,
      fc.boolean(),
      async (parts, said, whole) => {
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        const line = (list: readonly number[]) => ['', '', said, commas(sum(list))];
        const rows = parts.flatMap((list, part) => [
          ...(whole ? (part === 0 ? [line(parts.flat())] : []) : [line(list)]),
          ...list.map((won, index) => [addDays('2025-03-01', index), '미진', '간담회', commas(won)]),
          ...(whole ? [] : [['', '', '소계', commas(sum(list))]]),
        ]);
        const found = await read([['일자', '장소', '집행목적', '금액'], ...rows]);
        expect(found.map(wonOf)).toEqual(parts.flat());
      },
    ),
    RUNS,
  );
});

test('a sum of all parts that says nothing is no row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wonList, { minLength: 2, maxLength: 4 }), async (parts) => {
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      const rows = parts.flatMap((list) => [
        ...list.map((won, index) => [addDays('2025-03-01', index), '미진', '간담회', commas(won)]),
        ['', '', '소계', commas(sum(list))],
      ]);
      const all = ['', '', '', commas(sum(parts.flat()))];
      const found = await read([['일자', '장소', '집행목적', '금액'], ...rows, all]);
      expect(found.map(wonOf)).toEqual(parts.flat());
    }),
    RUNS,
  );
});

test('that nothing was spent is no row, in one cell or a letter a cell; a dated spend at such a place is one', async () => {
  const note = fc.constantFrom(
    '해당없음',
    '해당 사항 없음',
    '집행내역없음',
    '내용없음',
    '없음',
    '이하빈칸',
    '이하여백',
  );
  const label = fc.constantFrom('', '1', '회의 및 간담회', '시책추진 (203-03)');
  await fc.assert(
    fc.asyncProperty(note, label, fc.gen(), async (said, of, gen) => {
      const letters = [...said];
      const cells = [of, '', '', '', gen(() => fc.constantFrom('', '0', '-'))];
      const spread = gen(() => fc.boolean());
      for (const [index, letter] of letters.entries()) {
        const at = spread ? 1 + Math.floor((index * 3) / letters.length) : 2;
        cells[at] += letter;
      }
      const spend = ['', '2025-03-02', '걱정없음 식당', '간담회', '10,000'];
      const found = await read([['구분', '사용일시', '사용장소', '집행목적', '금액'], cells, spend, cells]);
      expect(found.map(wonOf)).toEqual([10_000]);
    }),
    RUNS,
  );
});

test('a month without its day counts in that month, and the day is open', async () => {
  await fc.assert(
    fc.asyncProperty(year, monthOfYear, async (ofYear, month) => {
      const cells = [
        `${ofYear}.${month}.`,
        `${ofYear}-${String(month).padStart(2, '0')}`,
        `${ofYear}년 ${month}월`,
        `${month}월`,
      ];
      const found = await read([
        [`${ofYear}년 업무추진비`],
        ['일자', '장소', '집행목적', '금액'],
        ...cells.map((cell) => [cell, '', '직원 경조사비 지급', '50,000']),
      ]);
      for (const { result } of found)
        expect(result).toMatchObject({ spend: { year: ofYear, month, spentOn: null, amount: 50_000 } });
    }),
    RUNS,
  );
});

test.each([
  ['(26.8월분) 업무추진비 집행내역(구청장)', '8.3.', '2026-08-03'],
  ['2026 행정관리국 기관운영업무추진비 집행내역(4월)', '4/3', '2026-04-03'],
  ['2026 3월 자동차관리과시책추진업무추진비 공개', '3.4', '2026-03-04'],
  ["업무추진비 집행내역('25.12월)", '12.3.', '2025-12-03'],
  ['업무추진비 (2024. 11. ~ 2025. 2.)', '12.3.', '2024-12-03'],
  ["업무추진비 ('24.11 ~ '25.2)", '1.3.', '2025-01-03'],
])('the title %j gives %j its year', async (title, cell, day) => {
  const [only] = await read([[title], ['일자', '장소', '집행목적', '금액'], [cell, '미진', '간담회', '10,000']]);
  expect(only && dayOf(only)).toBe(day);
});

test.each([
  [['연번', '집행일시', '집행장소1)', '집행목적2)', '집행금액']],
  [['연번', '집행일시', '3)장소', '집행목적²', '집행금액']],
  [['연번', '지출일', '채주', '적요', '지출액']],
])('reads the headings %j', async (heading) => {
  const [only] = await read([heading, [1, '2025-03-02', '미진', '간담회', '85,000']]);
  expect(only?.result).toMatchObject({ spend: { place: '미진', purpose: '간담회', amount: 85_000 } });
});

test('an amount that was set wide is what its commas say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 10_000, max: 99_999_999 }), fc.integer({ min: 1, max: 2 }), async (won, at) => {
      const whole = commas(won);
      const wide = `${whole.slice(0, at)} ${whole.slice(at)}`;
      fc.pre(/^\d{1,2} \d{1,2},/.test(wide));
      const [only] = await read([
        ['일자', '장소', '집행목적', '금액'],
        ['2025-03-02', '미진', '간담회', wide],
      ]);
      expect(only && wonOf(only)).toBe(won);
    }),
    RUNS,
  );
});

const HEAD = ['연번', '일자', '장소', '집행목적', '금액'];
const listOf = (wons: readonly number[], from = '2025-03-01') =>
  wons.map((won, index) => [index + 1, addDays(from, index), '미진', '업무협의 간담회', commas(won)]);

test('every table of a sheet counts as the line over it says, also one under the same heading', async () => {
  const table = fc.tuple(fc.array(fc.integer({ min: 10, max: 900 }), { minLength: 1, maxLength: 5 }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 4 }), fc.boolean(), async (tables, again) => {
      const rows = tables.flatMap(([wons, inThousands], index) => [
        [`${index + 1}. 시책추진업무추진비 집행내역`],
        [inThousands ? '(단위: 천원)' : '(단위: 원)'],
        ...(again || index === 0 ? [HEAD] : []),
        ...listOf(wons),
      ]);
      const found = await read(rows);
      expect(found.map(wonOf)).toEqual(
        tables.flatMap(([wons, inThousands]) => wons.map((won) => (inThousands ? won * 1000 : won))),
      );
    }),
    RUNS,
  );
});

test('a year that the rows above and below contradict is held, and no other row of an ordered list', async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 8, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), fc.constantFrom(-2, -1, 1), fc.boolean(), async (list, at, off, newestFirst) => {
      let day = '2023-10-01';
      const days = list.map((step) => {
        day = addDays(day, step);
        return day;
      });
      if (newestFirst) days.reverse();
      const place = 1 + (at % (days.length - 2));
      const slipped = days.map((it, index) => (index === place ? `${Number(it.slice(0, 4)) + off}${it.slice(4)}` : it));
      fc.pre(!slipped[place]?.endsWith('02-29'));
      const found = await read([HEAD, ...slipped.map((it, index) => [index + 1, it, '미진', '간담회', 10_000])]);
      expect(found.map(codesOf)).toEqual(days.map((_, index) => (index === place ? ['year_contradicted'] : [])));
    }),
    RUNS,
  );
});

test('a slipped year is found far down a long list, too', async () => {
  const days = Array.from({ length: 4_000 }, (_, index) => addDays('2015-01-01', Math.floor(index / 3)));
  const slipped = days.map((day, index) => (index === 3_500 ? `2024${day.slice(4)}` : day));
  const found = await read([HEAD, ...slipped.map((day, index) => [index, day, '미진', '간담회', 10_000])]);
  expect(found.flatMap((row, index) => (codesOf(row).length > 0 ? [index] : []))).toEqual([3_500]);
});

test('a list of departments one after the other, each from its first year on, contradicts nothing', async () => {
  const days = Array.from({ length: 6 }, () => Array.from({ length: 12 }, (_, k) => addDays('2023-01-05', k * 75)));
  const found = await read([HEAD, ...days.flat().map((day, index) => [index, day, '미진', '간담회', 10_000])]);
  expect(found.map(dayOf)).toEqual(days.flat());
});

test('a day long after the month of its list is held, and one of the same month in another year', async () => {
  await fc.assert(
    fc.asyncProperty(
      year,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 4, max: 6 }),
      async (ofYear, month, later) => {
        const day = (of: number, month: number) => `${of}-${String(month).padStart(2, '0')}-15`;
        const found = await read([
          [`${ofYear}년 ${month}월 업무추진비`],
          HEAD,
          ...[day(ofYear, month), day(ofYear, month + later), day(ofYear - 1, month)].map((it) => [
            1,
            it,
            '미진',
            '간담회',
            10_000,
          ]),
        ]);
        expect(found.map(codesOf)).toEqual([[], ['date_far_from_period'], ['date_far_from_period']]);
      },
    ),
    RUNS,
  );
});

test('a table of sums under a list, and a sheet of them, are no spends', async () => {
  await fc.assert(
    fc.asyncProperty(wonList, fc.constantFrom('금액', '집행액'), async (wons, amount) => {
      const found = await read([
        ['2025년 3월 업무추진비'],
        HEAD,
        ...listOf(wons),
        [],
        ['구분', '', '', '건수', amount],
        ['기관운영', '', '', 5, commas(7_000)],
        ['시책추진', 4, '', '', commas(9_000)],
      ]);
      expect(found.map(wonOf)).toEqual(wons);
    }),
    RUNS,
  );
  const { writeXlsx } = await import('hucre/xlsx');
  const sheets = [
    {
      name: '총괄',
      rows: [
        ['월', '집행내역', '집행액'],
        ['3월', '간담회 등', 85_000],
      ],
    },
    { name: '세부', rows: [HEAD, ...listOf([85_000])] },
  ];
  const file = await openExpenses(await writeXlsx({ sheets }), '2025년 업무추진비.xlsx', { today: '2026-11-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  expect((await collect(file.rows)).map(wonOf)).toEqual([85_000]);
});

test.each(['기관운영업무추진비', '시책추진', '총무과', '5'])(
  '%j with neither day nor payee is asked about',
  async (what) => {
    const found = await read([
      ['2025년 3월 업무추진비'],
      HEAD,
      ...listOf([1_000, 2_000]),
      ['', '', '', what, '9,000,000'],
    ]);
    expect(found.map(codesOf)).toEqual([[], [], ['maybe_total']]);
  },
);

test('two lists side by side are both read', async () => {
  await fc.assert(
    fc.asyncProperty(wonList, wonList, fc.boolean(), async (left, right, apart) => {
      const gap = apart ? [''] : [];
      const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
        ...(left[index] ? [addDays('2025-03-01', index), '간담회', commas(left[index]), '미진'] : ['', '', '', '']),
        ...gap,
        ...(right[index] ? [addDays('2025-03-01', index), '간담회', commas(right[index]), '가온'] : []),
      ]);
      const half = ['일자', '내역', '금액', '장소'];
      const found = await read([['2025년 3월 업무추진비'], [...half, ...gap, ...half], ...rows]);
      const amounts = (place: string) =>
        found.flatMap(({ result }) => ('spend' in result && result.spend.place === place ? [result.spend.amount] : []));
      expect([amounts('미진'), amounts('가온')]).toEqual([left, right]);
    }),
    RUNS,
  );
});

test('the day that something was spent counts, wherever the day of payment stands', async () => {
  const row = { spentOn: '2025-03-02' };
  for (const [dates, cells] of [
    [
      ['결제일', '사용일'],
      ['2025-04-15', '2025-03-02'],
    ],
    [
      ['사용일', '결제일'],
      ['2025-03-02', '2025-04-15'],
    ],
    [
      ['지급일자', '집행일자'],
      ['2025-04-15', '2025-03-02'],
    ],
  ] as const) {
    const [only] = await read([
      [...dates, '사용처', '내역', '금액'],
      [...cells, '미진', '간담회', '10,000'],
    ]);
    expect(only?.result).toMatchObject({ spend: row });
  }
});

test('a month keeps standing over its rows when the heading comes again on the next page', async () => {
  const heading = [
    ['일자', '내역', '장소', '금액', '', ''],
    ['', '', '', '카드', '현금', '계'],
  ];
  const rows = (from: number) => [from, from + 1].map((date) => [date, '간담회', '미진', '1,000', '', '1,000']);
  const found = await read([
    ['2025년 업무추진비'],
    ...heading,
    ['3월'],
    ...rows(3),
    ...heading,
    ...rows(11),
    ['4월'],
    ...rows(1),
  ]);
  expect(found.map(dayOf)).toEqual(
    [3, 4, 11, 12].map((date) => `2025-03-${String(date).padStart(2, '0')}`).concat(['2025-04-01', '2025-04-02']),
  );
});

test("budgets come from a list only where all its rows are one office's", async () => {
  const office = fc.constantFrom('서울특별시장', '복지본부', '행정국');
  await fc.assert(
    fc.asyncProperty(fc.array(office, { minLength: 1, maxLength: 6 }), won, async (offices, budget) => {
      const rows = offices.map((it, index) => [
        2019,
        3,
        it,
        budget,
        addDays('2019-03-01', index),
        '가',
        '간담회',
        1_000,
      ]);
      const columns = [
        'exec_yr',
        'exec_month',
        'dept_nm_lvl_2',
        'expense_budget',
        'exec_dt',
        'exec_loc',
        'exec_purpose',
        'exec_amount',
      ];
      const bytes = new TextEncoder().encode([columns, ...rows].map((cells) => cells.join(',')).join('\n'));
      const file = await openExpenses(bytes, 'list.csv', { today: '2026-11-30' });
      if ('refusal' in file) throw new Error(file.refusal);
      await collect(file.rows);
      const stated = new Set(offices).size === 1 ? [{ year: 2019, account: null, won: budget }] : [];
      expect(file.stated().budgets).toEqual(stated);
    }),
    RUNS,
  );
});
