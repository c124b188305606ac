import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/korean/days.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import type { RowResult } from '../../../src/spending/expense/row-result.ts';
import { collect } from '../../support/collect.ts';

// What the lists of districts, councils, schools and companies do beside the usual, each kind made anew.

const RUNS = { numRuns: 40, endOnFailure: true };
type Cells = readonly (string | number)[];

const open = (rows: readonly Cells[], name = 'list.csv') =>
  openExpenses(
    new TextEncoder().encode(
      rows.map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n'),
    ),
    name,
    { today: '2026-11-30' },
  );

async function read(rows: readonly Cells[], name?: string): Promise<RowResult[]> {
  const file = await open(rows, name);
  if ('refusal' in file) throw new Error(JSON.stringify(file));
  return collect(file.rows);
}

const spendOf = ({ result }: RowResult) => ('spend' in result ? result.spend : null);
const dayOf = (row: RowResult) => spendOf(row)?.spentOn ?? null;
const wonOf = (row: RowResult) => spendOf(row)?.amount ?? null;
const codesOf = ({ result }: RowResult) => ('held' in result ? result.held.map(({ code }) => code) : []);
const commas = (won: number) => won.toLocaleString('en-US');
const sum = (list: readonly number[]) => list.reduce((all, won) => all + won, 0);

const won = fc.integer({ min: 1_000, max: 900_000 });
const wonList = fc.array(won, { minLength: 3, maxLength: 12 });
const someDay = fc.integer({ min: 0, max: 1_800 }).map((days) => addDays('2020-01-01', days));

/** Headings as they stand in two rows; together, or the lower one alone, they are a name. */
const SPLIT = fc.tuple(
  fc.constantFrom(['집행일시', '일자'], ['집행', '일자'], ['일시', '사용일자'], ['사용일', ''], ['', '집행일']),
  fc.constantFrom(['', '시간'], ['시간', ''], ['', '사용시간']),
  fc.constantFrom(['장소', ''], ['집행', '장소'], ['사용', '처'], ['가맹점', '(상호)']),
  fc.constantFrom(['목적', ''], ['집행', '목적'], ['사용', '내역']),
  fc.constantFrom(['인원', '(명)'], ['대상', '(명)'], ['참석', '인원'], ['인원', '']),
  fc.constantFrom(['금액', '(원)'], ['집행', '금액(원)'], ['집행금액', '(단위: 원)'], ['금액', '']),
  fc.constantFrom(['결제', '방법'], ['결제방법', ''], ['', '결제수단']),
);

test('a heading over two rows is read column by column, whatever stands in which of them', async () => {
  await fc.assert(
    fc.asyncProperty(SPLIT, fc.boolean(), async (columns, isTitled) => {
      const [upper, lower] = [columns.map(([high]) => high ?? ''), columns.map(([, low]) => low ?? '')];
      fc.pre(upper.some((cell) => cell === '') || lower.some((cell) => cell === ''));
      const [only, ...others] = await read([
        ...(isTitled ? [['2025년 3월 업무추진비', '', '', '', '', '', '']] : []),
        upper,
        lower,
        ['2025-03-02', '12:10', '미진', '간담회', '4', '85,000', '카드'],
      ]);

      expect(others).toEqual([]);
      expect(only?.result).toMatchObject({
        spend: {
          ...{ spentOn: '2025-03-02', spentTime: '12:10', place: '미진', purpose: '간담회' },
          ...{ headcount: 4, amount: 85_000, payment: 'card' },
        },
      });
    }),
    RUNS,
  );
});

test.each([
  ['비고(결제방법)', '카드', { payment: 'card' }],
  ['비고 (인원)', '4명', { headcount: 4 }],
  ['기타(사용시간)', '12:10', { spentTime: '12:10' }],
  ['비고', '카드', { payment: null }],
])('a column of remarks called %j holds what it says', async (label, cell, spend) => {
  const [only] = await read([
    ['일자', '장소', '목적', '금액', label],
    ['2025-03-02', '미진', '간담회', '85,000', cell],
  ]);
  expect(only?.result).toMatchObject({ spend });
});

const HEAD = ['연번', '일자', '장소', '집행목적', '인원', '금액', '결제방법'];
const row = (day: string, amount: number, cells: Partial<Record<number, string>> = {}): Cells =>
  ['1', day, '미진', '업무협의 간담회', '4명', commas(amount), '카드'].map((cell, at) => cells[at] ?? cell);

test('who answers for a list, and the number to call, are no row, in whatever columns they stand', async () => {
  const signed = fc.tuple(
    fc.constantFrom('담당자', '작성: 총무과', '문의', '확인자 홍아무', '(담당부서)'),
    fc.constantFrom('총무과 홍아무', '총무과장', ''),
    fc.constantFrom('02-120-1234', '☎ 031-000-1234', '(02) 120-1234', ''),
  );
  await fc.assert(
    fc.asyncProperty(signed, fc.constantFrom(0, 1, 2, 4), async (words, at) => {
      const line = HEAD.map((_, index) => words[index - at] ?? '');
      fc.pre(line[3] === '' || at === 2);
      const found = await read([
        HEAD,
        row('2025-03-02', 85_000),
        line[3] ? line.map((it, i) => (i === 3 ? '' : it)) : line,
      ]);
      expect(found.map(wonOf)).toEqual([85_000]);
    }),
    RUNS,
  );
});

/** Days in order, each with how many spends it has. */
const grouped = fc
  .tuple(
    someDay,
    fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 })), { minLength: 4, maxLength: 10 }),
  )
  .map(([first, steps]) => {
    let day = first;
    return steps.map(([step, many]) => {
      day = addDays(day, step);
      return { day, many };
    });
  });

test('where a list gives each day once above its rows, the rows below have it, and it is told', async () => {
  await fc.assert(
    fc.asyncProperty(grouped, fc.boolean(), async (groups, isTitled) => {
      const rows = groups.flatMap(({ day, many }) =>
        Array.from({ length: many }, (_, index) => ({ day, isFirst: index === 0 })),
      );
      const below = rows.filter(({ isFirst }) => !isFirst).length;
      fc.pre(below >= 2);
      const title = isTitled ? [['업무추진비 집행내역']] : [];
      const found = await read([...title, HEAD, ...rows.map(({ day, isFirst }) => row(isFirst ? day : '', 10_000))]);

      expect(found.map(dayOf)).toEqual(rows.map(({ day }) => day));
      const told = found.filter(({ result }) => (result.flags as string[]).includes('day_from_above'));
      expect(told).toHaveLength(below);
    }),
    RUNS,
  );
});

test('a list that repeats its days, or has one row without any, gives no day to a row that has none', async () => {
  const lists = [
    ['2025-03-02', '2025-03-02', '2025-03-03', '', '2025-03-04', '', '2025-03-05', ''],
    ['2025-03-02', '2025-03-03', '', '2025-03-04', '2025-03-05'],
    ['2025-03-02', '2025-03-03', '-', '2025-03-04', '-', '2025-03-05'],
  ];
  for (const days of lists) {
    const found = await read([['2025년 3월 업무추진비'], HEAD, ...days.map((day) => row(day, 10_000))]);
    expect(found.map(dayOf)).toEqual(days.map((day) => (day.length > 1 ? day : null)));
  }
});

test('what says only what for and how much, among rows with a day, is asked about and never counted', async () => {
  await fc.assert(
    fc.asyncProperty(
      wonList,
      won,
      fc.nat(),
      fc.constantFrom('차액', '전달에서 넘어온 돈', '카드 한도', '기타 경비', '격려금'),
      async (list, other, at, words) => {
        fc.pre(other !== sum(list));
        const rows = list.map((it, index) => row(addDays('2025-03-01', index), it));
        const place = 1 + (at % rows.length);
        rows.splice(place, 0, ['', '', '', words, '', commas(other), '']);
        const found = await read([['2025년 3월 업무추진비'], HEAD, ...rows]);

        const said = found.filter(({ result }) => 'held' in result);
        expect(found.map(wonOf).filter((it) => it !== null)).toEqual(list);
        // What comes to the rows right above is known for a sum.
        for (const it of said) expect([codesOf(it), it.result]).toMatchObject([['maybe_total'], { won: other }]);
      },
    ),
    RUNS,
  );
});

const word = fc.constantFrom('계', '합계', '3월 계', '소계', '누계', '총 집행액');

test('a sum that is said again, also with a day or with how many people and places, is no row', async () => {
  const cells = fc.constantFrom<Partial<Record<number, string>>>(
    {},
    { 1: '3.31.' },
    { 1: '2025-03-31' },
    { 4: '57명' },
    { 2: '12개소', 4: '57명' },
    { 2: '', 4: '57', 6: '카드' },
  );
  await fc.assert(
    fc.asyncProperty(wonList, fc.array(fc.tuple(word, cells), { minLength: 1, maxLength: 4 }), async (list, said) => {
      const rows = list.map((it, index) => row(addDays('2025-03-01', index), it));
      const sums = said.map(([it, more]) =>
        HEAD.map((_, at) => more[at] ?? (at === 3 ? it : at === 5 ? commas(sum(list)) : '')),
      );
      const found = await read([['2025년 3월 업무추진비'], HEAD, ...rows, ...sums]);
      expect(found.map(wonOf)).toEqual(list);
    }),
    RUNS,
  );
});

test('under the line of a year come those of its months, and no month of a year that nobody said', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2018, max: 2024 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2, max: 8 }),
      fc.boolean(),
      async (year, first, many, isSaid) => {
        const months = Array.from({ length: many }, (_, index) => first + index);
        const rows = months.flatMap((month) => {
          const [ofYear, its] = month > 12 ? [year + 1, month - 12] : [year, month];
          const isNew = month === first || (isSaid && its === 1);
          return [...(isNew ? [[`${ofYear}년`]] : []), [`${its}월`], row('5일', 10_000), row('12일', 10_000)];
        });
        const found = await read([HEAD, ...rows]);

        const two = (it: number) => String(it).padStart(2, '0');
        const days = months.flatMap((month) =>
          [5, 12].map((date) => {
            const [ofYear, its] = month > 12 ? [year + 1, month - 12] : [year, month];
            return ofYear === year || isSaid ? `${ofYear}-${two(its)}-${two(date)}` : null;
          }),
        );
        expect(found.map(dayOf)).toEqual(days);
        for (const it of found) if (dayOf(it) === null) expect(codesOf(it)).toEqual(['year_unknown']);
      },
    ),
    RUNS,
  );
});

test('a department stands for the months under it, until another comes', async () => {
  const found = await read([
    HEAD,
    ...['총무과', '세무과'].flatMap((name) => [
      [`□ ${name}`],
      ['2025년 3월'],
      row('5일', 1_000),
      ['4월'],
      row('5일', 2_000),
    ]),
    ['□ 그 밖의 지출'],
    row('2025-04-06', 3_000),
  ]);
  expect(found.map((it) => [spendOf(it)?.department, dayOf(it)])).toEqual([
    ['총무과', '2025-03-05'],
    ['총무과', '2025-04-05'],
    ['세무과', '2025-03-05'],
    ['세무과', '2025-04-05'],
    [null, '2025-04-06'],
  ]);
});

test('a school year goes from March to February', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2018, max: 2024 }),
      fc.nat(364),
      fc.boolean(),
      async (year, after, namesMonth) => {
        const day = addDays(`${year}-03-01`, after);
        fc.pre(!day.endsWith('02-29'));
        const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
        const title = `${year}학년도 ${namesMonth ? `${month}월 ` : ''}학교장 업무추진비`;
        const [only] = await read([[title], HEAD, row(`${month}/${date}`, 10_000)]);
        expect(only && dayOf(only)).toBe(day);
      },
    ),
    RUNS,
  );
});

test.each([
  ["'24.1.~3. 업무추진비", '2.3.', '2024-02-03'],
  ['2024년 1, 2, 3월 업무추진비', '1.3.', '2024-01-03'],
  ['2024년 11·12월 업무추진비', '11.3.', '2024-11-03'],
  ['업무추진비', '04-Mar-24', '2024-03-04'],
  ['업무추진비', '4-Mar-2024', '2024-03-04'],
])('under %j, %j is %s', async (title, cell, day) => {
  const [only] = await read([[title], HEAD, row(cell, 10_000)]);
  expect(only && dayOf(only)).toBe(day);
});

test('a table of sums is refused for the day that it does not name', async () => {
  const rows = [
    ['1월', '간담회 등', '12', '1,234,000'],
    ['2월', '간담회 등', '9', '834,000'],
  ];
  for (const table of [
    [['2024년 월별 집행현황'], ['월', '집행내역', '건수', '집행금액'], ...rows],
    [['2024년 유형별 현황'], ['월', '집행내역', '비고', '집행금액'], ...rows],
  ])
    expect(await open(table)).toMatchObject({ refusal: 'no_heading', missing: ['date'] });
});

test('what was taken back by its status or its column is asked about with its won; a minus row counts as it says', async () => {
  const status = fc.constantFrom('취소', '승인취소', ' 취소 ', '매입 취소', '환불', '전액환불');
  const spends = fc.array(fc.tuple(won, fc.boolean()), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(spends, status, fc.boolean(), async (list, word, isColumn) => {
      const heading = ['일자', '가맹점', '이용금액', isColumn ? '취소금액' : '승인구분', '이용내역'];
      const rows = list.map(([amount, isBack], index) => [
        addDays('2025-03-01', index),
        '취소없는집',
        commas(amount),
        isColumn ? (isBack ? commas(amount) : '0') : isBack ? word : '승인',
        '행사 취소에 따른 간담회',
      ]);
      const minus = ['2025-03-30', '미진', '-5,000', isColumn ? '5,000' : word, '취소분'];
      const found = await read([heading, ...rows, minus]);

      expect(found.map(codesOf)).toEqual([...list.map(([, isBack]) => (isBack ? ['maybe_cancelled'] : [])), []]);
      expect(sum(found.map(({ result }) => ('spend' in result ? result.spend.amount : (result.won ?? 0))))).toBe(
        sum(list.map(([amount]) => amount)) - 5_000,
      );
    }),
    RUNS,
  );
});

test('a list that counts in another unit than it says is told, row by row, and no other list', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 8_000, max: 400_000 }), { minLength: 8, maxLength: 30 }),
      async (list) => {
        const flagsOf = async (label: string, cells: readonly number[]) => {
          const rows = cells.map((it, index) => [addDays('2025-03-01', index), '미진', '간담회', commas(it)]);
          const found = await read([['일자', '장소', '목적', label], ...rows]);
          return found.map(({ result }) => result.flags.filter((flag) => flag.startsWith('implausib')));
        };
        const small = list.map((it) => Math.ceil(it / 1000));
        expect(await flagsOf('금액(원)', list)).toEqual(list.map(() => []));
        expect(await flagsOf('금액(천원)', small)).toEqual(list.map(() => []));
        expect(await flagsOf('금액(천원)', list)).toEqual(list.map(() => ['implausible']));
        expect(await flagsOf('금액(원)', small)).toEqual(list.map(() => ['implausibly_small']));
      },
    ),
    RUNS,
  );
});

test('people in several columns are added up, under one heading or each under its own', async () => {
  const groups = fc.uniqueArray(fc.constantFrom('내부', '외부', '직원', '주민', '유관기관'), {
    minLength: 2,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(
      groups,
      fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }),
      fc.nat(2),
      async (names, counts, how) => {
        const its = names.map((_, index) => counts[index] ?? 0);
        const blanks = names.slice(1).map(() => '');
        const headings = [
          [
            ['일자', '목적', '인원(명)', ...blanks, '금액'],
            ['', '', ...names, ''],
          ],
          [['일자', '목적', ...names.map((name) => `${name} 인원`), '금액']],
          [['일자', '목적', ...names.map((name) => `${name}(명)`), '금액']],
        ][how] as Cells[];
        const [only] = await read([...headings, ['2025-03-02', '간담회', ...its.map((it) => it || ''), '85,000']]);
        expect(only && spendOf(only)).toMatchObject({ headcount: sum(its) || null, amount: 85_000 });
      },
    ),
    RUNS,
  );
});

test('in an account book what came in, was carried over or is left is no spend, with its day', async () => {
  await fc.assert(
    fc.asyncProperty(wonList, async (list) => {
      const rows = list.map((it, index) => [addDays('2025-03-02', index), '업무협의 간담회', '', commas(it), '1']);
      const found = await read([
        ['일자', '적요', '수입', '지출', '잔액'],
        ['2025-03-01', '전월 이월', '', '1,200,000', '1,200,000'],
        ['2025-03-01', '3월 업무추진비', '2,000,000', '', '3,200,000'],
        ...rows,
        ['2025-03-31', '월계', '', commas(sum(list)), ''],
        ['2025-03-31', '차월 이월', '', '300,000', ''],
      ]);
      expect(found.map(wonOf)).toEqual(list);
    }),
    RUNS,
  );
});

test('of budget, spent and left under one heading, what was spent counts', async () => {
  const [only] = await read([
    ['일자', '내역', '금액', '', ''],
    ['', '', '예산', '집행', '잔액'],
    ['2025-03-02', '간담회', '100,000', '85,000', '15,000'],
  ]);
  expect(only && wonOf(only)).toBe(85_000);
});

test('the name of a group with what its rows below come to is no row, where no line closes the group', async () => {
  const parts = fc.array(wonList, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(parts, fc.constantFrom('간담회', '직원 격려', '○ 유관기관 협조', ''), async (groups, name) => {
      const rows = groups.flatMap((list) => [
        [name, '', '', '', commas(sum(list))],
        ...list.map((it, index) => ['', addDays('2025-03-01', index), '미진', '업무협의', commas(it)]),
      ]);
      const found = await read([['2025년 3월 업무추진비'], ['구분', '일자', '장소', '목적', '금액'], ...rows]);
      expect(found.map(wonOf)).toEqual(groups.flat());
    }),
    RUNS,
  );
});

test('a unit that stands in the title of a table counts for it, under its own heading or the one above', async () => {
  const few = fc.array(fc.integer({ min: 8, max: 400 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(few, few, fc.boolean(), async (first, second, again) => {
      const heading = ['일자', '장소', '목적', '금액'];
      const table = (title: string, list: readonly number[], isHeaded: boolean) => [
        [title],
        ...(isHeaded ? [heading] : []),
        ...list.map((it) => ['2025-03-02', '미진', '업무협의', commas(it)]),
      ];
      const found = await read([
        ...table('1. 시책추진 (단위: 천원)', first, true),
        ...table(
          '2. 기관운영 (단위: 원)',
          second.map((it) => it * 1000),
          again,
        ),
        ...table('3. 정원가산 [단위 : 천원]', first, again),
      ]);
      expect(found.map(wonOf)).toEqual([...first, ...second, ...first].map((it) => it * 1000));
    }),
    RUNS,
  );
});

test.each(['예시', '(예)', '작성예시', '샘플'])('a row that shows how to write one (%j) is none', async (label) => {
  const found = await read([HEAD, row('2025-01-01', 100_000, { 0: label }), row('2025-03-02', 85_000)]);
  expect(found.map(wonOf)).toEqual([85_000]);
});

test('a line that says in one cell what the list comes to, or what is left, is no row', async () => {
  const line = fc.constantFrom('총 집행액: ', '잔액 ', '합계 : ', '누계: ', '총 ');
  await fc.assert(
    fc.asyncProperty(line, won, fc.nat(6), async (words, amount, at) => {
      const cells = HEAD.map((_, index) => (index === at ? `${words}${commas(amount)}원` : ''));
      const found = await read([HEAD, row('2025-03-02', 85_000), cells]);
      expect(found.map(wonOf)).toEqual([85_000]);
    }),
    RUNS,
  );
});

test('a year in the heading of the days is theirs', async () => {
  const heading = HEAD.map((label) => (label === '일자' ? '집행일(2024년)' : label));
  const [only] = await read([heading, row('3.5', 85_000)]);
  expect(only && dayOf(only)).toBe('2024-03-05');
});

test.each([
  [['공급가액', '부가세', '합계']],
  [['이용금액', '봉사료', '총액']],
  [['공급가액(원)', '부가가치세', '합계금액']],
])('of the parts of an amount and their sum (%j) the sum counts', async (labels) => {
  await fc.assert(
    fc.asyncProperty(won, won, async (part, other) => {
      const cells = ['2025-03-02', '미진', '간담회', commas(part), commas(other), commas(part + other)];
      const [only] = await read([['이용일', '가맹점명', '용도', ...labels], cells]);
      expect(only && wonOf(only)).toBe(part + other);
    }),
    RUNS,
  );
});

test('text that was kept from a spreadsheet by ="…" is what it says', async () => {
  const cells = ['2025-03-02', '미진', '간담회', '85000'].map((cell) => `="${cell}"`).join(',');
  const file = await openExpenses(new TextEncoder().encode(`일자,장소,목적,금액\n${cells}`), 'list.csv', {
    today: '2026-11-30',
  });
  if ('refusal' in file) throw new Error(file.refusal);
  const [only] = await collect(file.rows);
  expect(only && spendOf(only)).toMatchObject({
    ...{ spentOn: '2025-03-02', place: '미진', purpose: '간담회', amount: 85_000 },
  });
});
