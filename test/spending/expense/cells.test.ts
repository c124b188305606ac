import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import type { RowResult } from '../../../src/spending/expense/row-result.ts';
import { collect } from '../../support/collect.ts';

// What a cell says, in the spellings of many lists: read where only one thing can be meant, open or held where not.

const today = '2026-11-30';
const RUNS = { numRuns: 60 };
const HEAD = ['사용일', '시간', '사용장소', '사용목적', '집행대상', '사용금액', '결제방법'];
const GIVEN = {
  day: '2025-03-04',
  time: '12:10',
  place: '미진',
  purpose: '업무협의 간담회',
  people: '직원 4명',
  amount: '50,000',
  payment: '카드',
};

async function read(cells: Partial<typeof GIVEN>, title = ''): Promise<RowResult> {
  const lines = [...(title ? [[title]] : []), HEAD, Object.values({ ...GIVEN, ...cells })];
  const text = lines.map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\n');
  const file = await openExpenses(new TextEncoder().encode(text), 'list.csv', { today });
  if ('refusal' in file) throw new Error(file.refusal);
  const [only, ...others] = await collect(file.rows);
  if (!only || others.length > 0) throw new Error('Not one row.');
  return only;
}

const spendOf = ({ result }: RowResult) => ('spend' in result ? result.spend : null);
const codesOf = ({ result }: RowResult) => ('held' in result ? result.held.map(({ code }) => code) : []);
const flagsOf = ({ result }: RowResult) => result.flags;

const won = fc.integer({ min: 1_000, max: 5_000_000 });
const figures = (amount: number) => amount.toLocaleString('en-US');

test('a time may stand without its colon in a column of times', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_439 }), fc.boolean(), async (minutes, hasSeconds) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((it) => String(it).padStart(2, '0'));

      const read_ = await read({ time: `${hours}${rest}${hasSeconds ? '59' : ''}` });
      expect(spendOf(read_)?.spentTime).toBe(`${hours}:${rest}`);
    }),
    RUNS,
  );
});

test('a quarter in the title gives its year, written with or without its fourths', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2019, max: 2025 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('/4분기', ' 분기', '분기', ' / 4 분기'),
      fc.constantFrom('년 ', '년도 ', '. ', '년'),
      async (year, quarter, part, after) => {
        const month = quarter * 3 - 1;
        const row = await read({ day: `${month}/14` }, `${year}${after}${quarter}${part} 업무추진비 집행내역`);

        expect(spendOf(row)?.spentOn).toBe(`${year}-${String(month).padStart(2, '0')}-14`);
      },
    ),
    RUNS,
  );
});

test('nought is a lost amount, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('0', '-', '0원', '₩0', '0.0', ' - ', '0 원', '－'), async (amount) => {
      const row = await read({ amount });

      expect(spendOf(row)).toBeNull();
      expect(codesOf(row).some((code) => code === 'amount_zero' || code === 'amount_missing')).toBe(true);
    }),
  );
});

test('an amount is what it says with its signs, and a remark changes nothing only where it can’t', async () => {
  await fc.assert(
    fc.asyncProperty(won, async (amount) => {
      for (const typed of [`${figures(amount)}원`, `₩${figures(amount)}`, `금 ${figures(amount)}원`, `${amount}.0`])
        expect(spendOf(await read({ amount: typed }))?.amount, typed).toBe(amount);
      for (const typed of [`△${figures(amount)}`, `▲${figures(amount)}`, `-${amount}`, `(${figures(amount)})`])
        expect(spendOf(await read({ amount: typed }))?.amount, typed).toBe(-amount);
      for (const remark of ['부가세 포함', '봉사료포함', '식대', '카드'])
        expect(spendOf(await read({ amount: `${figures(amount)}원(${remark})` }))?.amount, remark).toBe(amount);
      for (const remark of ['취소', '부가세 별도', '환불', '2건', '정정'])
        expect(spendOf(await read({ amount: `${figures(amount)}원(${remark})` })), remark).toBeNull();
      expect(spendOf(await read({ amount: `${amount}(천원)` }))?.amount ?? amount * 1_000).toBe(amount * 1_000);
    }),
    { numRuns: 25 },
  );
});

test('an amount whose marks are not where they belong is held, with the only figure it can be', async () => {
  const slips: ((amount: number) => [string, number])[] = [
    (amount) => [`${figures(amount)}-`, -amount],
    (amount) => [`${amount}-`, -amount],
    (amount) => [`${figures(amount)}원△`, -amount],
    (amount) => [figures(amount).replaceAll(',', '.'), amount],
    (amount) => [figures(amount).replace(',', "'"), amount],
    (amount) => [`${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`, amount],
    (amount) => [`${figures(amount)}원(2건)`, amount],
    (amount) => [`${figures(amount)}원(정정)`, amount],
  ];
  await fc.assert(
    fc.asyncProperty(won, fc.constantFrom(...slips), async (amount, slip) => {
      const [typed, means] = slip(amount);
      const { result } = await read({ amount: typed });
      expect(result, typed).toMatchObject({ held: [{ code: 'amount_unreadable' }], won: means });
    }),
    RUNS,
  );
});

test('a row that is held for anything else is held with its won', async () => {
  const wrong = fc.constantFrom<Partial<typeof GIVEN>>(
    { day: '모름' },
    { day: '2025-02-30' },
    { day: '12.4.' },
    { day: '2099-01-01' },
    { day: '1900-03-04 저녁 어디' },
    { purpose: '' },
    { purpose: '-', day: '' },
    { day: '2025-03-04 12:10 신세', place: '계(가온)', people: '4명' },
  );
  const amount = won.chain((it) =>
    fc.constantFrom<[string, number]>([figures(it), it], [`${it}원`, it], [`△${figures(it)}`, -it], [`${it}-`, -it]),
  );
  await fc.assert(
    fc.asyncProperty(wrong, amount, async (cells, [typed, means]) => {
      const { result } = await read({ ...cells, amount: typed });
      expect(result).toMatchObject({ won: means });
      expect(result).toHaveProperty('held');
    }),
    RUNS,
  );
});

const PAID = [
  ['card', ['카드', '신용카드', '법인카드', '체크카드', '부서카드', '클린카드', '업무추진비카드', '신용', '법카']],
  ['zeropay', ['제로페이', '서울페이', '제로']],
  ['transfer', ['계좌이체', '계좌입금', '무통장입금', '송금', '이체']],
  ['cash', ['현금']],
] as const;
const wayOf = fc.constantFrom(...PAID.flatMap(([payment, words]) => words.map((word) => ({ payment, word }))));
/** How lists dress such a word, which changes nothing. */
const dress = fc.constantFrom<(word: string) => string>(
  (word) => word,
  (word) => ` ${word} `,
  (word) => [...word].join(' '),
  (word) => `${word}결제`,
  (word) => `${word} 사용`,
  (word) => `(${word})`,
  (word) => word.normalize('NFD'),
);

test('a way of paying means the same in whatever form a list writes it, and two of them mean neither', async () => {
  await fc.assert(
    fc.asyncProperty(wayOf, dress, wayOf, fc.constantFrom('/', ', ', '+', ' 및 '), async (one, as, other, and) => {
      const single = await read({ payment: as(one.word) });
      expect([spendOf(single)?.payment, flagsOf(single)]).toEqual([one.payment, []]);

      // 현금(계좌이체) is a transfer, in any order.
      const isTransferred = new Set([one.payment, other.payment, 'cash', 'transfer']).size === 2;
      fc.pre(one.payment !== other.payment && !isTransferred);
      const both = await read({ payment: `${one.word}${and}${other.word}` });
      expect([spendOf(both)?.payment, flagsOf(both)]).toEqual([null, ['payment_unread']]);
    }),
    { numRuns: 150 },
  );
});

test('a way of paying is read by its words; two ways, or another, stay open and are flagged', async () => {
  const ways = [
    ['card', ['카드', '신용카드', '법인카드', '법인', '부서카드', '체크카드', '카드결제', '클린카드']],
    ['zeropay', ['제로페이', '제로', '제로페이(모바일)', '서울페이']],
    ['transfer', ['계좌이체', '계좌입금', '무통장', '현금(계좌이체)', '송금']],
    ['cash', ['현금', '현금지급']],
    [null, ['신용카드/현금', '온누리상품권', '기타', '카드+제로페이', 'ㅇ']],
  ] as const;
  for (const [payment, words] of ways)
    for (const word of words) {
      const row = await read({ payment: word });
      expect(spendOf(row)?.payment, word).toBe(payment);
      expect(flagsOf(row).includes('payment_unread'), word).toBe(payment === null);
    }
});

test('who came is counted where one reading is possible, and the words stay in any case', async () => {
  const count = fc.integer({ min: 2, max: 99 });
  await fc.assert(
    fc.asyncProperty(count, count, async (one, other) => {
      const said: [string, number | null][] = [
        [`직원 ${one}명`, one],
        [`총무과장 외 ${one}명`, one + 1],
        [`홍길대외${one}명`, one + 1],
        [`민생수사1반장 외 ${one}`, one + 1],
        [`구청장 등 ${one}인`, one],
        [`주민 ${one}명, 직원 ${other}명`, one + other],
        [`${one}개 부서 ${other}명`, other],
        [`제${one}기 위원 ${other}명`, other],
        [`${one}~${one + 1}명`, null],
        [`과장외1 ${one}명`, null],
        ['전 직원', null],
      ];
      for (const [people, headcount] of said) {
        const spend = spendOf(await read({ people }));
        expect(spend?.headcount, people).toBe(headcount);
        expect(spend?.attendees, people).toBe(people);
      }
    }),
    { numRuns: 25 },
  );
});

const post = fc
  .tuple(
    fc.constantFrom('총무', '주택정책', '민생수사1', '대외협력', '제2청사운영', '4차산업'),
    fc.constantFrom('과장', '팀장', '국장', '반장'),
  )
  .map(([of, who]) => of + who);
const people = fc.constantFrom('직원', '주민', '경비원', '관계자', '시의원', '자원봉사자');
const several = fc.integer({ min: 2, max: 99 });
/** A part of what a list says of who came, and how many that part means. */
const party = fc.oneof(
  fc
    .tuple(post, several, fc.constantFrom('외 ', ' 외 ', ' 외'), fc.constantFrom('명', '인', ' 명'))
    .map(([who, count, besides, unit]): [string, number] => [`${who}${besides}${count}${unit}`, count + 1]),
  fc.tuple(post, several).map(([who, count]): [string, number] => [`${who} 등 ${count}명`, count]),
  fc
    .tuple(people, several, fc.constantFrom('명', '인', '여명'))
    .map(([who, count, unit]): [string, number] => [`${who} ${count}${unit}`, count]),
);

test('a number that stands in the name of an office is nobody; what several parts mean is added up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(party, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(', ', ' / ', '\n'),
      async (parts, and) => {
        const said = parts.map(([words]) => words).join(and);
        const spend = spendOf(await read({ people: said }));

        expect(spend?.headcount, said).toBe(parts.reduce((sum, [, count]) => sum + count, 0));
        expect(spend?.attendees).toBe(said.replaceAll('\n', ' '));
      },
    ),
    { numRuns: 150 },
  );
});

test('where the words may mean two numbers, the number is open and the words stay', async () => {
  const unsure = fc.oneof(
    fc.tuple(post, several, several).map(([who, one, other]) => `${who}외${one} ${other}명`),
    fc.tuple(several, several).map(([one, other]) => `${one}~${one + other}명`),
    fc.tuple(post, several, several).map(([who, one, other]) => `${who}, 관계자${one}, 실무자${other}`),
    fc.tuple(people, several).map(([who, count]) => `${who} 등 ${count}개 기관`),
    fc.tuple(post, post).map(([one, other]) => `${one}, ${other}`),
  );
  await fc.assert(
    fc.asyncProperty(unsure, async (said) => {
      const spend = spendOf(await read({ people: said }));
      expect([spend?.headcount, spend?.attendees]).toEqual([null, said]);
    }),
    { numRuns: 100 },
  );
});

test('lines under a table are no rows: what says no amount is no spend', async () => {
  const line = fc.constantFrom(
    '위와 같이 공개합니다.',
    '2024. 4. 10.',
    '가온구청장',
    '담당자: 홍아무 (02-000-0000)',
    '붙임 1부.',
    '작성: 총무과',
    '매월 10일까지 공개',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), fc.nat({ max: 1 }), async (lines, column) => {
      const under = lines.map((it) => [...Array.from({ length: column }, () => ''), it]);
      const table = [HEAD, Object.values(GIVEN), ...under];
      const text = table.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
      const file = await openExpenses(new TextEncoder().encode(text), 'list.csv', { today });
      if ('refusal' in file) throw new Error(file.refusal);

      expect((await collect(file.rows)).map((row) => spendOf(row)?.amount)).toEqual([50_000]);
    }),
    RUNS,
  );
});
