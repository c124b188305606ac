import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, weekday } from '../../../src/korean/days.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import type { RowResult } from '../../../src/spending/expense/row-result.ts';
import type { Spend } from '../../../src/spending/expense/rules.ts';
import { collect } from '../../support/collect.ts';

// Each kind of file that once came in wrong without a word, made anew with other years, days, words and amounts.

const today = '2026-11-30';
const RUNS = { numRuns: 60 };

async function read(lines: readonly (string | readonly string[])[], name = 'list.csv'): Promise<RowResult[]> {
  const text = lines
    .map((line) => (typeof line === 'string' ? line : line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')))
    .join('\n');
  const file = await openExpenses(new TextEncoder().encode(text), name, { today });
  if ('refusal' in file) throw new Error(file.refusal);
  return collect(file.rows);
}

const dayOf = ({ result }: RowResult): string | null => ('spend' in result ? result.spend.spentOn : null);
const codesOf = ({ result }: RowResult): string[] => ('held' in result ? result.held.map(({ code }) => code) : []);
const wonOf = (rows: readonly RowResult[]): number =>
  rows.reduce((sum, { result }) => sum + ('spend' in result ? result.spend.amount : (result.won ?? 0)), 0);

const HEAD = '사용일,사용장소,사용목적,사용금액';
const row = (day: string, won = 10_000, place = '미진') => [day, place, '업무협의 간담회', String(won)];

const parts = (day: string): [string, number, number] => [
  day.slice(0, 4),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
];
const yearless = (day: string): string => {
  const [, month, date] = parts(day);
  return `${month}.${date}.`;
};

const someDay = fc.integer({ min: 0, max: 1600 }).map((days) => addDays('2020-01-01', days));

test('a day without a year never comes out in a year that the rows around it contradict, whichever way the list runs', async () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 8, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(someDay, steps, fc.boolean(), async (first, list, newestFirst) => {
      let day = first;
      const days = list.map(([step, isYearless]) => {
        day = addDays(day, step);
        return { day, isYearless };
      });
      if (newestFirst) days.reverse();
      const rows = await read([HEAD, ...days.map((it) => row(it.isYearless ? yearless(it.day) : it.day))]);

      const firstDated = days.findIndex((it) => !it.isYearless);
      const lastDated = days.findLastIndex((it) => !it.isYearless);
      for (const [index, it] of days.entries()) {
        const [result] = rows.slice(index, index + 1);
        const said = result ? dayOf(result) : null;
        // What is read is right, and between two dated rows everything is read.
        if (said !== null) expect(said).toBe(it.day);
        else expect(result && codesOf(result)).toEqual(['year_unknown']);
        if (index > firstDated && index < lastDated) expect(said).toBe(it.day);
      }
      expect(wonOf(rows)).toBe(days.length * 10_000);
    }),
    RUNS,
  );
});

/** The days that so many steps of days lead to, one after the other. */
const stepping = (from: string, steps: readonly number[]): string[] => {
  let day = from;
  return steps.map((step) => {
    day = addDays(day, step);
    return day;
  });
};

test('at either end of a list in order, rows go on in the year of the dated one beside them until the order or the year breaks', async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(steps, steps, fc.boolean(), async (before, after, newestFirst) => {
      // Dated rows of three years, so that each day without one may be of several.
      const dated = Array.from({ length: 9 }, (_, index) => addDays('2021-06-15', index * 137));
      const [first = '', last = ''] = [dated[0], dated.at(-1)];
      const ahead = stepping(
        first,
        before.map((step) => -step),
      ).reverse();
      const behind = stepping(last, after);
      const days = [...ahead, ...dated, ...behind];
      const cells = days.map((day, index) => {
        const isDated = index >= ahead.length && index < ahead.length + dated.length;
        return row(isDated ? day : yearless(day));
      });
      if (newestFirst) {
        days.reverse();
        cells.reverse();
      }
      const rows = await read([HEAD, ...cells]);
      for (const [index, day] of days.entries()) {
        const [result] = rows.slice(index, index + 1);
        const said = result ? dayOf(result) : null;
        if (said !== null) expect(said).toBe(day);
        if (day.startsWith('2024') || day.startsWith('2021')) expect(said).toBe(day);
      }

      // A department that begins anew breaks the order: nobody knows its year.
      const anew = await read([HEAD, ...dated.map((day) => row(day)), row('11.3.'), row('9.30.'), row('11.20.')]);
      expect(anew.slice(-2).map(codesOf)).toEqual([['year_unknown'], ['year_unknown']]);
    }),
    RUNS,
  );
});

test('a year that stands in the first of its rows only is theirs as far as the order shows it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 6, maxLength: 30 }), async (steps) => {
      const days = stepping('2024-12-20', steps);
      let above = '';
      const lines = days.map((day) => {
        const [year] = parts(day);
        const cell = year === above ? '' : year;
        above = year;
        return [cell, yearless(day), '미진', '업무협의', '10000'];
      });
      const rows = await read(['연도,월일,사용장소,사용목적,사용금액', ...lines]);
      for (const [index, result] of rows.entries()) {
        if (dayOf(result) !== null) expect(dayOf(result)).toBe(days[index]);
        else expect(codesOf(result)).toEqual(['year_unknown']);
      }
      const lastYear = days.findLastIndex((_, index) => lines[index]?.[0] !== '');
      expect(rows.slice(0, lastYear + 1).map(dayOf)).toEqual(days.slice(0, lastYear + 1));
      expect(wonOf(rows)).toBe(days.length * 10_000);
    }),
    RUNS,
  );
});

test('rows far from every dated row are held, also where today would allow their day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 100, max: 250 }), fc.integer({ min: 1, max: 60 }), async (away, many) => {
      const dated = Array.from({ length: many }, (_, index) => row(addDays('2026-03-01', index % 20)));
      const rows = await read([HEAD, ...dated, row(yearless(addDays('2026-03-20', away)))]);
      expect(codesOf(rows.at(-1) as RowResult)).toEqual(['year_unknown']);
    }),
    RUNS,
  );
});

test.each([
  ['업무추진비_2026-11-20 다운로드.csv'],
  ['20261120_업무추진비.csv'],
  ['업무추진비(2026. 11. 20. 기준).csv'],
  ['업무추진비 20261120143012.csv'],
])('the day in %j is no accounting period', async (name) => {
  const rows = await read([HEAD, row('11.18.'), row('12.4.'), row('3.2.')], name);
  expect(rows.map(codesOf)).toEqual([['year_unknown'], ['year_unknown'], ['year_unknown']]);
});

test.each([
  ['2025년 10월', '2025-10-02'],
  ["'25. 10월 업무추진비", '2025-10-02'],
  ['2025. 10. 1. ~ 2025. 10. 31. 업무추진비', '2025-10-02'],
  ['2025년 4분기 업무추진비 집행내역', '2025-10-02'],
  ['2025년 하반기 업무추진비', '2025-10-02'],
  ['2025 업무추진비 집행내역', '2025-10-02'],
  ['2025년 10월 업무추진비 (2026. 11. 20. 작성)', '2025-10-02'],
  ['2024년 ~ 2025년 업무추진비', null],
])('the title %j says the year', async (title, day) => {
  const [only] = await read([title, HEAD, row('10.2.')]);
  expect(only && dayOf(only)).toBe(day);
});

test('a title says the year of its own months and of what lies right beside them, and nothing of other months', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2019, max: 2025 }),
      fc.integer({ min: 1, max: 12 }),
      someDay,
      async (year, month, day) => {
        const [, itsMonth, date] = parts(day);
        const [only] = await read([`${year}년 ${month}월 업무추진비`, HEAD, row(`${itsMonth}.${date}`)]);
        const said = only ? dayOf(only) : null;
        if (said === null) return;
        const middle = `${year}-${String(month).padStart(2, '0')}-15`;
        expect(Math.abs(daysBetween(middle, said))).toBeLessThan(50);
      },
    ),
    RUNS,
  );
});

test('a weekday that fits no year nearby is held', async () => {
  const wrong = '일월화수목금토'[(weekday('2025-10-02') + 3) % 7];
  const [only] = await read(['2025년 10월 업무추진비', HEAD, row(`10.2.(${wrong})`)]);
  expect(only && codesOf(only)).toEqual(['year_unknown']);
});

test('marks that slipped, doubled or went missing leave the day what a clerk reads', async () => {
  const mark = fc.constantFrom('.', '. ', '..', ' .', '-', '.-', '-.', ' ', ',', '/');
  const clock = fc.constantFrom(
    '',
    ' 12:06',
    ', 12:06',
    ' (12:06)',
    '(12:06)',
    ' 12;06',
    ' 오후 12:06',
    'T12:06',
    ' 12:06.',
    ' 12:06:59',
  );
  await fc.assert(
    fc.asyncProperty(someDay, mark, mark, clock, async (day, first, second, time) => {
      const [year, month, date] = parts(day);
      const [only] = await read([HEAD, row(`${year}${first}${month}${second}${date}${time}`)]);
      const result = only?.result;
      expect(result && 'spend' in result && [result.spend.spentOn, result.spend.spentTime]).toEqual([
        day,
        time ? '12:06' : null,
      ]);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['20248.20.', '2024-08-20'],
  ['2024-0511 08:33', '2024-05-11'],
  ['2025.1023. 12:33', '2025-10-23'],
  ['2022-07-08 1234', '2022-07-08'],
  ['24.05.31. 20:35.', '2024-05-31'],
  ['2025년10월2일(목)12:30', '2025-10-02'],
  ['251002', '2025-10-02'],
])('reads %j', async (cell, day) => {
  const [only] = await read([HEAD, row(cell)]);
  expect(only && dayOf(only)).toBe(day);
});

test('two times in a cell leave the time open and say so; of a span the beginning is taken', async () => {
  const rows = await read([HEAD, row('18:01:45 2025-03-15 18:20:47'), row('2025-03-15 18:20~19:30')]);
  expect(rows.map(({ result }) => 'spend' in result && [result.spend.spentTime, result.flags])).toEqual([
    [null, ['two_times']],
    ['18:20', []],
  ]);
});

test('a year far from the title is held, one nearby is flagged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2018, max: 2026 }), fc.integer({ min: 3, max: 15 }), async (year, off) => {
      const rows = await read([
        `${year}년 7월 업무추진비`,
        HEAD,
        row(`${year}-07-01`),
        row(`${year - off}-07-02`),
        row(`${year}-06-30`),
      ]);
      expect(rows.map(codesOf)).toEqual([[], ['date_far_from_period'], []]);
      expect(rows[2]?.result.flags).toEqual(['date_outside_period']);
    }),
    RUNS,
  );
});

test('a day that may have lost its zero is asked about where the order of the list says so', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(1, 2),
      fc.boolean(),
      async (month, tens, rising) => {
        const days = [tens * 10 - 1, tens, tens * 10 + 1].map((date) => row(`${month}.${date}`));
        const rows = await read(['2025년 업무추진비', HEAD, ...(rising ? days : days.reverse())]);
        expect(rows.map(codesOf)).toEqual([[], ['day_lost_zero'], []]);
      },
    ),
    RUNS,
  );
  const early = await read(['2025년 3월 업무추진비', HEAD, row('3.1'), row('3.2'), row('3.4'), row('3.11')]);
  expect(early.map(dayOf)).toEqual(['2025-03-01', '2025-03-02', '2025-03-04', '2025-03-11']);
});

test('a day that may lack its zero without anything that says so counts and is told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(1, 2),
      fc.integer({ min: 1, max: 4 }),
      async (month, first, after) => {
        const late = row(`${month}.${first * 10 + after}`);
        const open = await read(['2025년 업무추진비', HEAD, row(`${month}.${first}`), late]);
        expect(open.map(({ result }) => result.flags)).toEqual([['day_maybe_short'], []]);
        expect(open.map(codesOf)).toEqual([[], []]);
        // Where the next row can only follow the first or second, or another row kept its zero, nothing is to be told.
        const early = await read([
          '2025년 업무추진비',
          HEAD,
          row(`${month}.${first}`),
          row(`${month}.${first + 3}`),
          late,
        ]);
        const zeros = await read(['2025년 업무추진비', HEAD, row(`${month}.${first}`), late, row(`${month}.10`)]);
        expect([...early, ...zeros].flatMap(({ result }) => result.flags)).toEqual([]);
      },
    ),
    RUNS,
  );
});

test('that no day of a few ends in a zero proves nothing, however many rows they have', async () => {
  const days = ['3.2', ...Array.from({ length: 60 }, (_, index) => `3.${21 + Math.floor(index / 12)}`)];
  const rows = await read(['2025년 3월 업무추진비', HEAD, ...days.map((day) => row(day))]);
  expect(rows.flatMap(codesOf)).toEqual([]);
  expect(rows[0]?.result.flags).toEqual(['day_maybe_short']);
});

const scope = fc.constantFrom('', '2월 ', '시책추진업무추진비 ', '총무과 ', '기관운영 ', '1분기 ', '당월 ');
const totalWord = fc.constantFrom(
  '소계',
  '합계',
  '총계',
  '누계',
  '소 계',
  '계',
  '합 계 (3건)',
  '누적 집행액',
  '잔액',
  '집행잔액',
  '예산액',
  '이월',
  '집행액 계',
  '집행액',
  '총액',
  '차인잔액',
  '차감 잔액',
  '이월 잔액',
  '합산 금액',
  '재배정액',
  '가용예산',
  '예산 대비 집행률',
  '1일 평균',
  '[소계]',
  '(합 계)',
  '<계>',
);
const totalCells = fc.tuple(
  scope,
  totalWord,
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.integer({ min: 1, max: 9_999_999 }),
);

test('sums, balances, budgets and what is carried over are no rows, wherever their words stand and whatever the title says', async () => {
  const heading = '연번,사용일,사용장소,사용목적,인원,사용금액(원),결제방법';
  const spend = ['1', '2026-02-03', '가나식당', '합계 검토 간담회', '4', '100,000', '카드'];
  await fc.assert(
    fc.asyncProperty(fc.array(totalCells, { minLength: 1, maxLength: 6 }), fc.boolean(), async (totals, isTitled) => {
      const lines = totals.map(([what, word, at, isCounted, won]) => {
        const cells = ['', '', '', '', '', String(won), ''];
        cells[at] = `${what}${word}`.trim();
        if (isCounted) cells[at === 3 ? 2 : 3] = '1건';
        return cells;
      });
      const title = isTitled ? ['2026년 2월 총무과 업무추진비'] : [];
      const rows = await read([...title, heading, spend, ...lines, ['2', ...spend.slice(1)]]);
      expect(rows.map(({ result }) => 'spend' in result && result.spend.amount)).toEqual([100_000, 100_000]);
    }),
    RUNS,
  );
});

test.each(['전 체', 'Grand Total', 'Sub-total', '∑', '전면 이월', '전면에서 이월', '다음 면으로 이월'])(
  '%j in the column of days, places, purposes or numbers is no row',
  async (word) => {
    for (const at of [0, 1, 2, 3]) {
      const line = ['', '', '', '', '7,777,000'];
      line[at] = word;
      const spend = ['1', '2026-02-03', '가나식당', '전체 직원 격려', '100,000'];
      const rows = await read(['연번,사용일,사용장소,사용목적,사용금액', spend, line, ['2', ...spend.slice(1)]]);
      expect(wonOf(rows)).toBe(200_000);
    }
  },
);

test('a row that says neither day nor payee and comes to what stands above it is a sum without a word', async () => {
  const amounts = fc.array(fc.integer({ min: 1_000, max: 900_000 }), { minLength: 2, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(amounts, fc.constantFrom('', '총무과', '업무추진비'), async (list, purpose) => {
      const sum = list.reduce((a, b) => a + b, 0);
      const dated = list.map((won, index) => row(addDays('2026-02-01', index), won));
      const rows = await read(['2026년 업무추진비', HEAD, ...dated, ['', '', purpose, String(sum)]]);
      expect(wonOf(rows)).toBe(sum);
    }),
    RUNS,
  );
});

test('two spends of the same amount without day and payee stay two', async () => {
  const rows = await read([
    '2026년 2월 업무추진비',
    HEAD,
    ['', '', '직원 경조사비', '50000'],
    ['', '', '직원 경조사비 ', '50000'],
  ]);
  expect(wonOf(rows)).toBe(100_000);
});

test.each([
  [['이', '하', '여', '백']],
  [['이', '하', '', '여백']],
  [['- 이하여백 -', '', '', '']],
  [['', '끝', '', '']],
  [['집행내역 없음', '', '', '']],
  [['2026년 4월 업무추진비', '', '', '']],
  [['사용일', '사용장소', '사용목적', '사용금액']],
])('%j between rows is no row', async (cells) => {
  const rows = await read([HEAD, row('2026-03-02'), cells, row('2026-04-02')]);
  expect(rows.map(dayOf)).toEqual(['2026-03-02', '2026-04-02']);
});

test.each(['0', '0원', '-', '₩0'])('an amount of %j is held', async (amount) => {
  const [only] = await read([HEAD, ['2026-03-02', '쿠팡', '다과 구입', amount]]);
  expect(only && codesOf(only)).toHaveLength(1);
});

test('amounts with three noughts too many count and are flagged; a gift for all of a city is none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 8_000, max: 400_000 }), { minLength: 8, maxLength: 40 }),
      fc.nat(),
      async (list, at) => {
        const place = at % list.length;
        const amounts = list.map((won, index) => (index === place ? Math.max(won, 30_000) * 1000 : won));
        const rows = await read([HEAD, ...amounts.map((won) => row('2026-03-02', won))]);
        const flagged = rows.flatMap(({ result }, index) =>
          (result.flags as string[]).includes('implausible') ? [index] : [],
        );
        expect(flagged).toEqual([place]);
      },
    ),
    RUNS,
  );
  const [gift] = await read([`${HEAD},인원`, ['2026-03-02', '미진', '송년 다과', '42304000', '5267명']]);
  expect(gift?.result.flags).toEqual([]);
});

test('an amount above what one spend can be counts and is flagged, whatever the list looks like', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 30_000_001, max: 900_000_000 }), { minLength: 1, maxLength: 6 }),
      async (list) => {
        const rows = await read([HEAD, ...list.map((won) => row('2026-03-02', won))]);
        expect(wonOf(rows)).toBe(list.reduce((sum, won) => sum + won, 0));
        for (const { result } of rows) expect(result.flags).toContain('implausible');
      },
    ),
    RUNS,
  );
});

test('a department stands for the rows of a list that has none: two equal rows of two departments differ', async () => {
  const department = fc.constantFrom(
    '총무과',
    '세무과',
    '기획조정실 예산과',
    '역삼1동',
    '비서실',
    '감사담당관',
    '보건소',
  );
  const named = fc.constantFrom<'title' | 'file'>('title', 'file');
  await fc.assert(
    fc.asyncProperty(department, department, named, async (one, other, where) => {
      const list = (name: string) =>
        where === 'title'
          ? read([`2026년 2월 ${name} 업무추진비 집행내역`, HEAD, row('2026-02-05')])
          : read([HEAD, row('2026-02-05')], `${name.replace(' ', '_')}_2026년2월.csv`);
      const [[first], [second]] = [await list(one), await list(other)];
      expect(first?.result).toMatchObject({ spend: { department: one } });
      expect(first?.fingerprint === second?.fingerprint).toBe(one === other);
    }),
    RUNS,
  );
});

test.each(['2026년 2월 업무추진비 집행결과', '기관운영 업무추진비 공개', '2026년 업무추진비 활동 실적'])(
  '%j names no department',
  async (title) => {
    const [only] = await read([title, HEAD, row('2026-02-05')]);
    expect(only?.result).toMatchObject({ spend: { department: null } });
  },
);

test('an unknown heading is one refusal with the headings seen and what is missing', async () => {
  const bytes = new TextEncoder().encode(
    `언제,사용장소,사용목적,사용금액\n${'2026-02-05,미진,간담회,1000\n'.repeat(1000)}`,
  );
  expect(await openExpenses(bytes, 'list.csv', { today })).toEqual({
    refusal: 'no_heading',
    seen: ['언제', '사용장소', '사용목적', '사용금액'],
    missing: ['date'],
  });
});

test.each([
  '연번,사용일자,사용장소,사용목적,사용금액(원),결재방법',
  '연번,사용일자*,사용장소(가맹점명),"사 용 목 적(내역)\n*사용대상 포함",사용금액(원),사용방법',
  '연번,집행일자,집행잠소,집행목젹,집행금액,결제방밥',
])('reads the headings %j', async (headings) => {
  const [only] = await read([headings, '1,2026-02-05,미진,간담회,85000,카드']);
  expect(only?.result).toMatchObject({
    spend: { spentOn: '2026-02-05', place: '미진', amount: 85_000, payment: 'card' },
  });
});

const NAMES: Record<string, readonly string[]> = {
  date: ['사용일자', '집행일시', '사용연월일', '카드사용일', '집행일자및시간'],
  place: ['사용장소', '집행장소', '가맹점명', '사용업소명', '집행처상호'],
  purpose: ['사용목적', '집행목적', '집행내역', '사용내용', '집행목적및내역'],
  amount: ['사용금액', '집행금액', '결제금액', '지출금액', '승인금액'],
  payment: ['결제방법', '집행방법', '사용수단', '결제수단', '지출방법'],
};
const FIELDS_IN_ROW = ['date', 'place', 'purpose', 'amount', 'payment'] as const;
const named = fc.record(
  Object.fromEntries(FIELDS_IN_ROW.map((field) => [field, fc.constantFrom(...(NAMES[field] ?? []))])) as Record<
    (typeof FIELDS_IN_ROW)[number],
    fc.Arbitrary<string>
  >,
);
/** How lists dress a heading, which changes nothing. */
const dressed = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => [...name].join(' '),
  (name) => `${name.slice(0, 2)}\n${name.slice(2)}`,
  (name) => `${name}*`,
  (name) => `${name}\n*공개 대상`,
  (name) => `${name}1)`,
  (name) => `※ ${name}`,
);
/** One vowel beside the right one, as fingers slip. */
const slipped = (name: string, at: number): string => {
  const letters = [...name];
  const place = at % letters.length;
  const code = (letters[place] ?? '').charCodeAt(0) - 0xac00;
  const vowel = Math.floor(code / 28) % 21;
  letters[place] = String.fromCharCode(0xac00 + code + (vowel === 20 ? -28 : 28));
  return letters.join('');
};

test('a heading is known in whatever dress, and with one letter wrong it is itself or nothing, and never another column', async () => {
  const cells = { date: '2026-02-05', place: '미진', purpose: '업무협의', amount: '85000', payment: '카드' };
  const truth = { spentOn: '2026-02-05', place: '미진', purpose: '업무협의', amount: 85_000, payment: 'card' };
  await fc.assert(
    fc.asyncProperty(
      named,
      dressed,
      fc.shuffledSubarray([...FIELDS_IN_ROW], { minLength: 5 }),
      fc.nat(4),
      fc.nat(),
      async (names, dress, order, which, at) => {
        const line = order.map((field) => cells[field]);
        const [only] = await read([order.map((field) => dress(names[field])), line]);
        expect(only?.result).toMatchObject({ spend: truth });

        const field = order[which] ?? 'date';
        const wrong = order.map((it) => (it === field ? slipped(names[it], at) : names[it]));
        const text = [wrong, line].map((it) => it.join(',')).join('\n');
        const file = await openExpenses(new TextEncoder().encode(text), 'list.csv', { today });
        if ('refusal' in file) {
          expect(file).toEqual({ refusal: 'no_heading', seen: wrong, missing: [field] });
          return;
        }
        const [{ result }] = (await collect(file.rows)) as [RowResult];
        const open = field === 'place' ? { place: null } : field === 'payment' ? { payment: null } : {};
        expect('spend' in result && [truth, { ...truth, ...open }]).toContainEqual(
          'spend' in result &&
            Object.fromEntries(Object.keys(truth).map((key) => [key, result.spend[key as keyof Spend]])),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('whichever column a heading lacks, however many rows stand below, it is one refusal that names it', async () => {
  await fc.assert(
    fc.asyncProperty(named, fc.constantFrom('date', 'purpose', 'amount'), fc.nat(40), async (names, lacks, many) => {
      const heading = FIELDS_IN_ROW.map((field) => (field === lacks ? '그밖의말' : names[field]));
      const lines = Array.from({ length: many }, () => '2026-02-05,미진,간담회,1000,카드');
      const bytes = new TextEncoder().encode([heading.join(','), ...lines].join('\n'));
      expect(await openExpenses(bytes, 'list.csv', { today })).toEqual({
        refusal: 'no_heading',
        seen: heading,
        missing: [lacks],
      });
    }),
    RUNS,
  );
});

test('does not take what is left of a budget for an amount, however near its name is', async () => {
  const [only] = await read(['사용일,사용장소,사용목적,사용잔액,사용금액', '2026-02-05,미진,간담회,900000,85000']);
  expect(only?.result).toMatchObject({ spend: { amount: 85_000 } });
});

test('budgets come only from a list of one office', async () => {
  const list = async (second: string) => {
    const text = `exec_yr,exec_month,dept_nm_lvl_2,expense_budget,exec_dt,exec_loc,exec_purpose,exec_amount\n2019,3,서울특별시장,357200000,2019-03-02,가,간담회,1000\n2019,3,${second},1350000,2019-03-03,나,간담회,1000\n`;
    const file = await openExpenses(new TextEncoder().encode(text), 'list.csv', { today });
    if ('refusal' in file) throw new Error(file.refusal);
    await collect(file.rows);
    return file.stated().budgets.length;
  };
  expect([await list('복지본부'), await list('서울특별시장')]).toEqual([0, 1]);
});

test('merged cells give their value to every row they cover, an amount to none', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const heading = ['집행일시', '장소', '집행목적', '금액'];
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 }), async (covered, column) => {
      const whole = ['2026-03-02', '미진', '정책 간담회', 10_000];
      const blank = whole.map((cell, index) => (index === column ? null : cell));
      const rows = [heading, whole, ...Array.from({ length: covered }, () => blank)];
      const merges = [{ startRow: 1, startCol: column, endRow: 1 + covered, endCol: column }];
      const file = await openExpenses(await writeXlsx({ sheets: [{ name: '3월', rows, merges }] }), 'a.xlsx', {
        today,
      });
      if ('refusal' in file) throw new Error(file.refusal);
      const read = await collect(file.rows);
      const spends = read.filter(
        ({ result }) => 'spend' in result && result.spend.purpose === '정책 간담회' && result.spend.place === '미진',
      );
      expect(spends).toHaveLength(column === 3 ? 1 : covered + 1);
      expect(read).toHaveLength(covered + 1);
    }),
    { numRuns: 25 },
  );
});

test('a web page that calls itself Excel gives the spends that a list of the same rows gives, merged days and purposes too', async () => {
  const row = fc.record({
    place: fc.constantFrom('미진', '가람 & 회관'),
    won: fc.integer({ min: 1_000, max: 900_000 }),
  });
  const groups = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.array(row, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(groups, fc.boolean(), async (days, isAmountMerged) => {
      const dayOf = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;
      const list = days.flatMap(([day, rows]) => rows.map((it) => ({ day: dayOf(day), ...it })));
      const cell = (text: string | number) => `<td>${String(text).replaceAll('&', '&amp;')}</td>`;
      const body = days.flatMap(([day, rows]) =>
        rows.map(({ place, won }, index) => {
          const over = (text: string | number) => (index > 0 ? '' : `<td rowspan=${rows.length}>${text}</td>`);
          const money = isAmountMerged ? over(won) : cell(won.toLocaleString('en-US'));
          return `<tr>${over(dayOf(day))}${cell(place)}${isAmountMerged ? cell('간담회') : over('간담회')}${money}</tr>`;
        }),
      );
      const page = `<html><h3>2026년 3월 업무추진비</h3><table><tr><th>집행일시<th>장소<th>집행목적<th>금액</tr>${body.join('')}</table></html>`;
      const came = await read([page], '3월.xls');
      const text = ['집행일시,장소,집행목적,금액', ...list.map((it) => `${it.day},${it.place},간담회,${it.won}`)];
      const same = await read(text, '3월.csv');
      if (!isAmountMerged) expect(came.map((it) => it.fingerprint)).toEqual(same.map((it) => it.fingerprint));
      // Of a merged amount nobody knows whose it is: its first row counts, the others are asked about.
      else expect(came.filter(({ result }) => 'spend' in result)).toHaveLength(days.length);
      expect(came).toHaveLength(list.length);
    }),
    RUNS,
  );
});

test('seconds are cut, in a workbook as in text', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 86_399 }), async (second) => {
      const rows = [
        ['집행일시', '장소', '집행목적', '금액'],
        [new Date(Date.UTC(2026, 2, 2) + second * 1000), '미진', '간담회', 10_000],
      ];
      const file = await openExpenses(await writeXlsx({ sheets: [{ name: '3월', rows }] }), 'a.xlsx', { today });
      if ('refusal' in file) throw new Error(file.refusal);
      const [book] = await collect(file.rows);
      const clock = new Date(second * 1000).toISOString().slice(11, 19);
      const [text] = await read(['집행일시,장소,집행목적,금액', `2026-03-02 ${clock},미진,간담회,10000`]);
      expect(book?.result).toMatchObject({ spend: { spentOn: '2026-03-02' } });
      expect(book?.fingerprint).toBe(text?.fingerprint);
    }),
    RUNS,
  );
});

test('a sum or a blank between rows hides no neighbour from a day without a year', async () => {
  const rows = await read([HEAD, row('2025-03-01'), row('3.2.'), ['소계', '', '', '20000'], ',,,', row('2025-03-03')]);
  expect(rows.map(dayOf)).toEqual(['2025-03-01', '2025-03-02', '2025-03-03']);
});

test('a list of thousands is read in the light of its neighbours from end to end', async () => {
  const days = Array.from({ length: 6_000 }, (_, index) => addDays('2020-01-01', Math.floor(index / 5)));
  const rows = await read([HEAD, ...days.map((day, index) => row(index % 700 === 650 ? yearless(day) : day))]);
  expect(rows.map(dayOf)).toEqual(days);
});
