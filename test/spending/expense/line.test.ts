import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDay } from '../../../src/korean/days.ts';
import { normalise } from '../../../src/korean/typed.ts';
import { readLine, type Understood } from '../../../src/spending/expense/line.ts';
import type { Doubt } from '../../../src/spending/expense/line-doubts.ts';
import { accountNamed, paymentNamed } from '../../../src/spending/expense/line-names.ts';
import { computing } from '../../support/cpu.ts';

/** A Wednesday. */
const today = '2018-11-21';
const read = (typed: string) => {
  const { taken: _, doubts: _doubts, called: _called, ...fields } = readLine(typed, { today });
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
};

test.each<[string, Partial<Understood>]>([
  ['', {}],
  ['미진', { place: '미진' }],
  [
    '85000 미진 4명 조례 개정 간담회 시책 카드',
    { amount: 85_000, place: '미진', headcount: 4, purpose: '조례 개정 간담회', account: '203-03', payment: 'card' },
  ],
  [
    '카드 시책 4명 8만5천원 미진 조례 개정 간담회',
    { amount: 85_000, place: '미진', headcount: 4, purpose: '조례 개정 간담회', account: '203-03', payment: 'card' },
  ],
  [
    '85000 Mijin 4 people ordinance meeting policy card yesterday 12:30',
    {
      amount: 85_000,
      place: 'Mijin',
      headcount: 4,
      purpose: 'ordinance meeting',
      account: '203-03',
      payment: 'card',
      spentOn: '2018-11-20',
      spentTime: '12:30',
    },
  ],
  [
    '어제 오후 7시 30분 ８５，０００원 @“미진 본점” 시장 외 4명 시정 간담회 기관운영 법카',
    {
      amount: 85_000,
      spentOn: '2018-11-20',
      spentTime: '19:30',
      place: '미진 본점',
      headcount: 5,
      attendees: '시장 외 4명',
      purpose: '시정 간담회',
      account: '203-01',
      payment: 'card',
    },
  ],
])('%j is understood', (typed, fields) => {
  expect(read(typed)).toEqual(fields);
});

test.each<[string, number | undefined, string]>([
  ['₩85000 미진', 85_000, ''],
  ['85,000 미진', 85_000, ''],
  ['8만5천 미진', 85_000, ''],
  ['8만 5천원 미진', 85_000, ''],
  ['1억 2천만 원 미진', 120_000_000, ''],
  ['KRW 2000 미진', 2000, ''],
  ['85,000 원 미진', 85_000, ''],
  ['KRW 85000 미진', 85_000, ''],
  ['85000 won 미진', 85_000, ''],
  ['팔만오천원 미진', 85_000, ''],
  ['500원 미진', 500, ''],
  ['8만5천 500원 미진', 85_500, ''],
  ['미진 1만2천 300원', 12_300, ''],
  ['85k 미진', 85_000, ''],
  ['1.2m 미진', 1_200_000, ''],
  ['1.2 million won 미진', 1_200_000, ''],
  ['미진 300 thousand won', 300_000, ''],
  ['-5000 미진', -5000, ''],
  ['미진 △12000', -12_000, ''],
  ['85000 500 미진', 85_000, '500'],
  ['85000, 미진, 간담회', 85_000, '간담회'],
  ['-5,000 미진', -5000, ''],
  ['△5,000원 미진', -5000, ''],
  ['미진 8 간담회', undefined, '8 간담회'],
  ['미진 2018 간담회', undefined, '2018 간담회'],
  ['미진 2018 간담회 85000', 85_000, '2018 간담회'],
  ['미진 2018년 간담회 85000', 85_000, '2018년 간담회'],
  ['미진 2000 커피', 2000, '커피'],
  ['미진 1500 85000', 85_000, '1500'],
  ['미진 90000 8만5천', 85_000, '90000'],
  ['미진 1,200 3000', 1200, '3000'],
  ['미진 1조 회의', undefined, '1조 회의'],
  ['미진 천원의 아침밥', undefined, '천원의 아침밥'],
  ['미진 사원 격려', undefined, '사원 격려'],
  ['미진 02-120-1234 01012345678', undefined, '02-120-1234 01012345678'],
  ['미진 (1000) 간담회', undefined, '(1000) 간담회'],
  ['미진 20180330', undefined, ''],
  ['미진 20180330원', 20_180_330, ''],
  ['미진 20050330', 20_050_330, ''],
])('of %j the amount is %s', (typed, amount, purpose) => {
  const { amount: found, place, purpose: rest = '' } = read(typed);

  expect([found, place, rest]).toEqual([amount, '미진', purpose]);
});

test.each<[string, string | undefined, string | undefined, string]>([
  ['오늘 미진', '2018-11-21', undefined, ''],
  ['그저께 미진', '2018-11-19', undefined, ''],
  ['11/20 미진', '2018-11-20', undefined, ''],
  ['11/22 미진', '2017-11-22', undefined, ''],
  ['11월 20일 저녁 7시 미진', '2018-11-20', '19:00', ''],
  ['11월20일(화) 미진', '2018-11-20', undefined, ''],
  ['2018. 3. 30. 12:30 미진', '2018-03-30', '12:30', ''],
  ['2018-03-30 12:30 미진', '2018-03-30', '12:30', ''],
  ['2018-03-30T12:30 미진', '2018-03-30', '12:30', ''],
  ["'16.10.31 미진", '2016-10-31', undefined, ''],
  ['지난주 금요일 미진', '2018-11-16', undefined, ''],
  ['지난 주 금요일에 19시에 미진', '2018-11-16', '19:00', ''],
  ['어제 오후 7:30 미진', '2018-11-20', '19:30', ''],
  ['last friday 7:30 pm 미진', '2018-11-16', '19:30', ''],
  ['Nov 20 noon 미진', '2018-11-20', '12:00', ''],
  ['20일 미진', '2018-11-20', undefined, ''],
  ['12:30 미진', undefined, '12:30', ''],
  ['미진 어제 월요일', '2018-11-20', undefined, '월요일'],
  ['미진 12:30 19:00', undefined, '12:30', '19:00'],
  ['미진 5.18 기념식', undefined, undefined, '5.18 기념식'],
  ['미진 2/30', undefined, undefined, '2/30'],
  ['미진 3.1절 행사', undefined, undefined, '3.1절 행사'],
  ['미진 24시 당직', undefined, undefined, '24시 당직'],
])('of %j the day is %s at %s', (typed, day, time, purpose) => {
  const { spentOn, spentTime, place, purpose: rest = '' } = read(typed);

  expect([spentOn, spentTime, place, rest]).toEqual([day, time, '미진', purpose]);
});

test.each<[string, number | undefined, string | undefined, string]>([
  ['미진 4명', 4, undefined, ''],
  ['미진 4 명', 4, undefined, ''],
  ['미진 4인 간담회', 4, undefined, '간담회'],
  ['미진 외 3명', 4, '외 3명', ''],
  ['미진 외3명', 4, '외3명', ''],
  ['미진 시장 외 4명 간담회', 5, '시장 외 4명', '간담회'],
  ['미진 시장외4명', 5, '시장외4명', ''],
  ['미진 시의원 등 12명', 12, '시의원 등 12명', ''],
  ['미진 시장, 부시장 외 3명', 4, '시장, 부시장 외 3명', ''],
  ['미진 직원 3명, 외부인 2명 간담회', 5, '직원 3명, 외부인 2명', '간담회'],
  ['미진 직원 총 118명', 118, '직원 총 118명', ''],
  ['미진 5000명 행사', 5000, undefined, '행사'],
  ['미진 4명 간담회 3명', 4, undefined, '간담회 3명'],
  ['미진 시의원 4명이랑 간담회', 4, '시의원 4명이랑', '간담회'],
  ['미진 lunch with 4 council members', 4, '4 council members', 'lunch'],
  ['미진 4명 3명', 4, undefined, '3명'],
  ['미진 직원 3명 외 2명', 5, '직원 3명 외 2명', ''],
  ['미진 Mayor and 4 others', 5, 'Mayor and 4 others', ''],
  ['미진 유관기관 간담회', undefined, undefined, '유관기관 간담회'],
])('of %j the people are %s', (typed, headcount, attendees, purpose) => {
  const { headcount: count, attendees: words, place, purpose: rest = '' } = read(typed);

  expect([count, words, place, rest]).toEqual([headcount, attendees, '미진', purpose]);
});

test.each<[string, string | undefined, string | undefined, string]>([
  ['미진 203-03', '203-03', undefined, ''],
  ['미진 기관', '203-01', undefined, ''],
  ['미진 기관 운영 신용 카드', '203-01', 'card', ''],
  ['미진 정원가산 계좌이체', '203-02', 'transfer', ''],
  ['미진 시책추진업무추진비 제로페이', '203-03', 'zeropay', ''],
  ['미진 부서운영 현금', '203-04', 'cash', ''],
  ['미진 부서 간담회 시책', '203-03', undefined, '부서 간담회'],
  ['미진 기관운영 부서 간담회', '203-01', undefined, '부서 간담회'],
  ['미진 관련부서 유관기관 간담회', undefined, undefined, '관련부서 유관기관 간담회'],
  ['미진 카드 지갑 현금', undefined, 'cash', '카드 지갑'],
  ['미진 staff allowance bank transfer', '203-02', 'transfer', ''],
  ['미진 Institution Zero Pay', '203-01', 'zeropay', ''],
  ['미진 카드뉴스 제작', undefined, undefined, '카드뉴스 제작'],
  ['미진 203-05', undefined, undefined, '203-05'],
])('of %j the account is %s, paid by %s', (typed, account, payment, purpose) => {
  const { account: code, payment: how, place, purpose: rest = '' } = read(typed);

  expect([code, how, place, rest]).toEqual([account, payment, '미진', purpose]);
});

test.each<[string, string | undefined, string]>([
  ['간담회 @미진', '미진', '간담회'],
  ['@"미진 본점" 간담회', '미진 본점', '간담회'],
  ["@'미진 본점' 간담회", '미진 본점', '간담회'],
  ['@어제 간담회', '어제', '간담회'],
  ['@미진 @다른집', '미진', '@다른집'],
  ['@ 간담회', '@', '간담회'],
  ['@"" 간담회', '@""', '간담회'],
  ['미진, 간담회', '미진', '간담회'],
  ['a@b.kr 간담회', 'a@b.kr', '간담회'],
])('of %j the place is %s', (typed, place, purpose) => {
  expect(read(typed)).toEqual({ place, purpose });
});

test('the end of a day that does not exist is no day of this month', () => {
  expect(read('2월 20일 85000')).toEqual({ spentOn: '2018-02-20', amount: 85_000 });
  expect(read('85000 2월 30일 미진')).toEqual({ amount: 85_000, place: '미진', purpose: '2월 30일' });
});

test('an activity code typed whole is taken, a 9 alone is not', () => {
  expect(read('미진 4-나 간담회')).toEqual({ place: '미진', activity: '4-나', purpose: '간담회' });
  expect(read('미진 4-나다 9')).toEqual({ place: '미진', purpose: '4-나다 9' });
});

test('account and payment names are known alone too', () => {
  expect(['기관', '시책추진', '정원가산금', '203-04', '유관기관', ''].map(accountNamed)).toEqual([
    '203-01',
    '203-03',
    '203-02',
    '203-04',
    null,
    null,
  ]);
  expect(['신용카드', '제로페이', '현금(계좌이체)', '현금', '외상'].map(paymentNamed)).toEqual([
    'card',
    'zeropay',
    'transfer',
    'cash',
    null,
  ]);
});

const letters = (text: string) => [...text.replace(/[\s,]/g, '')].toSorted().join('');

const word = fc.constantFrom(
  ...'85000 8만5천원 8만 5천 ₩3,000 원 2018 4 4명 외 등 3명 시장 시장, 직원 총 미진 간담회 조례 어제 12:30 오후 7시 30분 11/20 2018. 3. 30. 지난주 금요일 시책 기관 운영 203-03 카드 계좌 이체 4-나 @미진 @"두 __proto__ people and others policy last friday nov 20 constructor'.split(
    ' ',
  ),
  '@"두 단어"',
);
const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

test('nothing typed is lost, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(line, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (typed) => {
      const understood = readLine(typed, { today });
      const marked = understood.taken.some((token) => token.startsWith('@') || /^at$/i.test(token));
      const kept = [...understood.taken, marked ? '' : understood.place, understood.purpose].join('');

      expect(letters(kept)).toBe(letters(normalise(typed)));
      if (understood.spentOn) expect(isDay(understood.spentOn)).toBe(true);
      if (understood.amount !== null) expect(Number.isSafeInteger(understood.amount)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a line as long as Slack lets through is read at once', () => {
  const pieces = ['1 ', '외 ', '8만 ', '시장 ', '어제 ', 'may ', '지난 ', '@"', '외', '1', '가 '];
  for (const piece of pieces) {
    expect(computing(() => readLine(piece.repeat(3000 / piece.length), { today }))).toBeLessThan(2000);
  }
});

test.each<[string, string, string]>([
  ['85,00 미진 간담회', '85,00', '간담회'],
  ['미진 8,50,00 간담회', '8,50,00', '간담회'],
  ['미진 $85 간담회', '$85', '간담회'],
  ['미진 85달러 간담회', '85달러', '간담회'],
  ['미진 100 dollars 간담회', '100 dollars', '간담회'],
  ['미진 8만5 간담회', '8만5', '간담회'],
  ['미진 85.000 간담회', '85.000', '간담회'],
  ['미진 85000.5 간담회', '85000.5', '간담회'],
  ['미진 1억 2천 간담회', '1억 2천', '간담회'],
])('of %j the money can’t be read, and stays as it was typed', (typed, money, purpose) => {
  expect(read(typed)).toEqual({ amountTyped: money, place: '미진', purpose });
});

test.each<[string, Doubt[]]>([
  ['미진 2/30 간담회', [{ why: 'no_such_day', words: '2/30' }]],
  ['미진 2월 30일 간담회', [{ why: 'no_such_day', words: '2월 30일' }]],
  ['미진 2018-13-01', [{ why: 'no_such_day', words: '2018-13-01' }]],
  ['미진 25:00 간담회', [{ why: 'no_such_time', words: '25:00' }]],
  ['미진 203-05', [{ why: 'no_such_account', words: '203-05' }]],
  ['미진 12000 환불', [{ why: 'perhaps_refund', words: '환불' }]],
  ['카드취소 3만원 한빛식당', [{ why: 'perhaps_refund', words: '카드취소' }]],
  ['refund 12000 Mijin', [{ why: 'perhaps_refund', words: 'refund' }]],
  ['-12000 미진 환불', []],
  ['미진 85000 90000', [{ why: 'second_amount', words: '85000' }]],
  ['미진 85000 @Lee', [{ why: 'nobody', words: '@Lee' }]],
  ['미진 85000 @Kim.Seoyeon lunch', [{ why: 'nobody', words: '@Kim.Seoyeon' }]],
  ['미진 85000 2018 5.18 기념식 24시 당직 4명', []],
])('of %j this is doubtful: %j', (typed, doubts) => {
  const isPlace = (words: string) => ['미진', 'Mijin', '한빛식당'].includes(words);

  expect(readLine(typed, { today, isPlace }).doubts).toEqual(doubts);
});

test.each<[string, Partial<Understood>]>([
  [
    '45000 lunch with 3 people at Mijin policy card',
    { amount: 45_000, headcount: 3, place: 'Mijin', purpose: 'lunch', account: '203-03', payment: 'card' },
  ],
  ['85k Mijin', { amount: 85_000, place: 'Mijin' }],
  ['1.2 million won dinner', { amount: 1_200_000, purpose: 'dinner' }],
  ['yesterday meeting with the mayor parking', { spentOn: '2018-11-20', purpose: 'meeting with the mayor parking' }],
  [
    'paid 85,000 won by card for 4 people at Mijin Noodle House yesterday at 7 dinner',
    {
      amount: 85_000,
      payment: 'card',
      headcount: 4,
      place: 'Mijin Noodle House',
      spentOn: '2018-11-20',
      spentTime: '19:00',
      purpose: 'dinner',
    },
  ],
  ['coffee at city hall 12000 with 5 staff', { amount: 12_000, place: 'city hall', headcount: 5, purpose: 'coffee' }],
  ['Mijin 85k for ordinance meeting', { amount: 85_000, place: 'Mijin', purpose: 'ordinance meeting' }],
  ['briefing Plaza Hotel 300 thousand won', { amount: 300_000, place: 'Plaza Hotel', purpose: 'briefing' }],
  ['12000 parking', { amount: 12_000, purpose: 'parking' }],
])('in English %j is understood', (typed, fields) => {
  expect(read(typed)).toEqual(fields);
});

test.each<[string, Partial<Understood>]>([
  ['남대문시장 상인 간담회 85000', { amount: 85_000, place: '남대문시장', purpose: '상인 간담회' }],
  ['강남구청 직원 격려 85000', { amount: 85_000, place: '강남구청', purpose: '직원 격려' }],
  ['85000 간담회 미진', { amount: 85_000, place: '미진', purpose: '간담회' }],
  ['85000 미진에서 조례 개정 간담회', { amount: 85_000, place: '미진', purpose: '조례 개정 간담회' }],
  ['조례 개정 간담회 미진에서 85000', { amount: 85_000, place: '미진', purpose: '조례 개정 간담회' }],
  ['85000 미진 본점 정책 간담회', { amount: 85_000, place: '미진 본점', purpose: '정책 간담회' }],
  ['85000 스타벅스 시청점 다과', { amount: 85_000, place: '스타벅스 시청점', purpose: '다과' }],
  ['85000 강남구 미진 간담회', { amount: 85_000, place: '강남구 미진', purpose: '간담회' }],
  ['85000 미진 쟁점 간담회', { amount: 85_000, place: '미진', purpose: '쟁점 간담회' }],
  ['85000 만찬 7시 미진', { amount: 85_000, spentTime: '19:00', place: '미진', purpose: '만찬' }],
  ['85000 미진 조찬 6시', { amount: 85_000, spentTime: '06:00', place: '미진', purpose: '조찬' }],
  ['85000 미진 3시 간담회', { amount: 85_000, spentTime: '15:00', place: '미진', purpose: '간담회' }],
])('places are told from what was done: %j', (typed, fields) => {
  expect(read(typed)).toEqual(fields);
});

test.each<[string, string | undefined, string]>([
  ['미진 4나 간담회', '4-나', '간담회'],
  ['미진 직원 격려 식사', '6-마', '직원 격려 식사'],
  ['미진 6월 방문객 접대 다과 구입', '8-가', '6월 방문객 접대 다과 구입'],
  ['미진 축의·부의금품', '8-나', '축의·부의금품'],
  ['미진 Meal to encourage staff', '6-마', 'Meal to encourage staff'],
  ['미진 직원 격려', undefined, '직원 격려'],
])('%j names the activity %s', (typed, activity, purpose) => {
  expect(read(typed)).toEqual({ place: '미진', purpose, ...(activity ? { activity } : {}) });
});

test('a place that the office knows is found wherever it stands, whole', () => {
  const known = new Set(['미진 본점', '한옥집']);
  const isPlace = (words: string) => known.has(words);

  expect(readLine('85000 조례 개정 간담회 한옥집', { today, isPlace })).toMatchObject({
    place: '한옥집',
    purpose: '조례 개정 간담회',
  });
  expect(readLine('조례 85000 미진 본점 개정', { today, isPlace })).toMatchObject({
    place: '미진 본점',
    purpose: '조례 개정',
  });
});

/** Written in one of the ways people write an amount. */
const money = fc.integer({ min: 1, max: 999 }).chain((tens) => {
  const won = tens * 1000;
  const man = Math.floor(tens / 10);
  const [first, rest] = [man > 0 ? `${man}만` : '', tens % 10 > 0 ? `${tens % 10}천` : ''];
  const korean = `${first}${rest}`;
  return fc.record({
    won: fc.constant(won),
    ko: fc.constantFrom(`${won.toLocaleString('en-US')}원`, `₩${won}`, `${korean}원`, `${korean} 원`, `${won} 원`),
    en: fc.constantFrom(
      `${tens}k`,
      `₩${won}`,
      `${won.toLocaleString('en-US')} won`,
      `KRW ${won}`,
      `${tens} thousand won`,
    ),
  });
});
const people = fc.integer({ min: 1, max: 40 });
const parts = {
  ko: { account: '시책', card: '카드', purpose: '조례 개정 간담회', place: '@미진' },
  en: { account: 'policy', card: 'card', purpose: 'ordinance meeting', place: 'at Mijin' },
};

test.each(['ko', 'en'] as const)('what a line says is understood in whatever order it is said (%s)', (language) => {
  const { account, card, purpose, place } = parts[language];
  const count = (many: number) => (language === 'ko' ? `${many}명` : many === 1 ? '1 person' : `${many} people`);
  fc.assert(
    fc.property(
      money,
      people,
      fc.constantFrom(['어제', 'yesterday'], ['11/20', '11/20'], ['2018-11-20', 'Nov 20']),
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
      (amount, many, day, order) => {
        const said = [amount[language], count(many), day[language === 'ko' ? 0 : 1], account, card, purpose, place];
        const typed = order.map((at) => said[at]).join(' ');

        expect(read(typed), typed).toEqual({
          amount: amount.won,
          headcount: many,
          spentOn: '2018-11-20',
          account: '203-03',
          payment: 'card',
          purpose,
          place: language === 'ko' ? '미진' : 'Mijin',
        });
      },
    ),
    { numRuns: 500 },
  );
});

const shareOf = fc.tuple(
  fc.constantFrom('3만원', '30000원', '30,000', '3만', '₩30000'),
  fc.constantFrom(
    '1인당 $',
    '인당 $',
    '한 사람당 $',
    '$씩',
    '$ 씩',
    '$*12명',
    '$ x 12명',
    'x $',
    '$ a head',
    '$ per person',
    '$ each',
  ),
);

test('what one person’s share is said of is asked about, and never taken for the whole', () => {
  fc.assert(
    fc.property(shareOf, fc.constantFrom('미진', '한빛식당'), ([share, said], place) => {
      const { amount, amountTyped } = readLine(`${place} 간담회 ${said.replace('$', share)}`, { today });
      expect(amount).toBeNull();
      expect(amountTyped).toContain(share);
    }),
  );
});

test('money that another word is stuck to, or with the letter O in it, is asked about and is no place', () => {
  for (const typed of ['85000원짜리', '60000원미진', '미진60000원4명', '8만원어치', '8500O', '85,OOO'])
    for (const line of [`${typed} 미진 점심`, `미진 점심 ${typed}`])
      expect(readLine(line, { today }), line).toMatchObject({ amount: null, amountTyped: typed });
});

test.each<[string, number]>([
  ['네 명', 4],
  ['열두명', 12],
  ['스무 명', 20],
  ['세 사람이', 3],
  ['4명이', 4],
  ['4명이서', 4],
  ['two people', 2],
  ['twelve guests', 12],
])('%s are %i people, wherever it stands', (said, headcount) => {
  for (const line of [`미진 간담회 60000 ${said}`, `60000 ${said} 미진 간담회`])
    expect(readLine(line, { today }), line).toMatchObject({ amount: 60_000, headcount, place: '미진' });
});

test('how many of what was bought, a refund and what was paid for are no place', () => {
  for (const words of [
    '4잔',
    '20개',
    '3상자',
    '환불',
    '점심값',
    '물품구입',
    '근조화환',
    '국장님과',
    '직원격려',
    '피자',
  ])
    for (const line of [`커피 ${words} 18000`, `${words} 18000 커피`, `${words} 18000`])
      expect(readLine(line, { today }).place, line).toBeNull();
});

test.each<[string, Partial<Understood>]>([
  ['김서연 주무관 외 3명 식사 60000 미진', { attendees: '김서연 주무관 외 3명', headcount: 4, place: '미진' }],
  ['남궁민수 주무관 외 3명 식사 60000 미진', { attendees: '남궁민수 주무관 외 3명', headcount: 4, place: '미진' }],
  ['미진 과장 외 3명 식사 60000', { attendees: '과장 외 3명', headcount: 4, place: '미진' }],
  ['스타벅스 시청R점 커피 18,400 4명', { place: '스타벅스 시청R점', purpose: '커피' }],
  ['12:30-13:30 미진 4명 60000', { spentTime: '12:30', place: '미진' }],
  ['85000₩ 미진', { amount: 85_000, place: '미진' }],
  ['85000.- 미진', { amount: 85_000, place: '미진' }],
])('%s is told apart', (line, fields) => {
  expect(readLine(line, { today })).toMatchObject(fields);
});
