import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/korean/days.ts';
import { readLine, type Understood } from '../../../src/spending/expense/line.ts';
import type { Doubt } from '../../../src/spending/expense/line-doubts.ts';
import { type Truth, TYPED, TYPED_ON } from './typed-lines.ts';

const read = (line: string) => readLine(line, { today: TYPED_ON });
const tells = ({ doubts }: Understood, ...whys: Doubt['why'][]) => doubts.some(({ why }) => whys.includes(why));

/** The fields that say something else than the line did, without anything above the form or in the field that would tell. */
function wrongUnasked(said: Understood, truth: Truth): string[] {
  const { amount, day, time, people, places, account, payment, asks } = truth;
  const early = said.spentOn !== null && said.spentOn > TYPED_ON; // the form says so
  const isAsked = said.amount === null || said.doubts.length > 0 || early;
  const other = (is: unknown, meant: unknown) => is !== null && is !== (meant ?? null);
  const ofDay = (said.spentOn ?? TYPED_ON) !== (day ?? TYPED_ON) && !early;
  const told = tells(said, 'no_such_day', 'long_ago', 'perhaps_day', 'first_of_span');
  return [
    ...(asks && !isAsked ? ['nothing is asked'] : []),
    ...(other(said.amount, amount) && !(asks && isAsked) ? ['amount'] : []),
    ...((day !== undefined || !asks) && ofDay && !told ? ['day'] : []),
    ...(!asks && other(said.spentTime, time) ? ['time'] : []),
    ...(!asks && other(said.headcount, people) && !tells(said, 'second_count') ? ['people'] : []),
    ...(places && said.place && !places.includes(said.place) && !tells(said, 'perhaps_place') ? ['place'] : []),
    ...(!asks && other(said.account, account) ? ['account'] : []),
    ...(!asks && other(said.payment, payment) ? ['payment'] : []),
  ];
}

test(`of ${TYPED.length} lines none fills a field wrongly without a word about it`, () => {
  const wrong = TYPED.map(([line, truth]) => ({ line, wrong: wrongUnasked(read(line), truth) }));

  expect(wrong.filter((it) => it.wrong.length > 0)).toEqual([]);
});

test('most of them are understood whole, or but for a place that the office does not know yet', () => {
  const whole = TYPED.filter(([line, { asks, amount, people }]) => {
    const said = read(line);
    const known = said.doubts.every(({ why }) => why === 'perhaps_place');
    return !asks && known && said.amount === amount && said.headcount === (people ?? null);
  });

  expect(whole.length / TYPED.filter(([, { asks }]) => !asks).length).toBeGreaterThan(0.85);
});

const place = fc.constantFrom('미진', '한우리', '청진옥', '진진');
const count = fc.integer({ min: 2, max: 40 });

test('what sticks together is read as if it stood apart', () => {
  fc.assert(
    fc.property(place, count, fc.integer({ min: 1, max: 999 }), (where, many, thousands) => {
      const apart = read(`${where} ${many}명 ${thousands}000원 간담회`);
      for (const line of [
        `${where}${many}명 ${thousands}000원 간담회`,
        `${where}/${many}명/${thousands}000원/간담회`,
        `${where}·${many}명·${thousands}000원 간담회`,
        `${where},${many}명,${thousands}000원, 간담회`,
        `${where} ${many}명 ${thousands} 000원 간담회`,
        `장소: ${where} 인원: ${many}명 금액: ${thousands}000원 간담회`,
      ]) {
        const { amount, headcount, place, purpose } = read(line);
        expect({ amount, headcount, place, purpose }, line).toEqual({
          amount: apart.amount,
          headcount: apart.headcount,
          place: apart.place,
          purpose: apart.purpose,
        });
      }
    }),
  );
});

test('of a span of hours the beginning is taken, however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 20 }), fc.integer({ min: 1, max: 3 }), (from, hours) => {
      const to = from + hours;
      for (const span of [
        `${from}시~${to}시`,
        `${from}시-${to}시`,
        `${from}시부터 ${to}시까지`,
        `${from}:00-${to}:00`,
        `${from}:00 ~ ${to}:00`,
      ]) {
        const { spentTime, amount, purpose } = read(`30000 @미진 ${span} 회의`);
        const meant = from < 7 && span.includes('시') ? from + 12 : from;
        expect({ spentTime, amount, purpose }, span).toEqual({
          spentTime: `${String(meant).padStart(2, '0')}:00`,
          amount: 30_000,
          purpose: '회의',
        });
      }
    }),
  );
});

test('of a few days the first is taken and told; the span of a year’s work is no day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 100 }), fc.integer({ min: 1, max: 3 }), (ago, more) => {
      const [first, last] = [addDays(TYPED_ON, -ago), addDays(TYPED_ON, more - ago)];
      const short = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
      const said = read(`30000 @속초 ${short(first)}~${short(last)} 워크숍`);
      expect([said.spentOn, said.purpose]).toEqual([first, '워크숍']);
      expect(tells(said, 'first_of_span')).toBe(true);
    }),
  );
  for (const span of ['2014년 1월 1일 ~ 12월 31일', '2014.1.1~2014.12.31', '1월 1일부터 11월 30일까지']) {
    const said = read(`30000 @미진 ${span} 실적 정리`);
    expect([said.spentOn, said.purpose], span).toEqual([null, `${span} 실적 정리`]);
  }
});

test.each<[string, Doubt['why'][]]>([
  ['30000 @미진 11.26', ['perhaps_day']],
  ['30000 @미진 12월 5일', ['long_ago']],
  ['30000 @미진 2025년 12월 5일', []],
  ['30000 @미진 세종대로 11-21', []],
  ['30000 @미진 5.18 기념식', []],
  ['30000 @미진 직원 2명 외부 3명', ['second_count']],
  ['30000 @미진 카드 승인 취소', ['perhaps_refund']],
  ['-30000 @미진 반납', []],
  ['30000 @미진 반반', ['perhaps_part']],
  ['60,000원 중 45,000원만 @미진', ['second_amount']],
  ['30000 @미진 (1인 21,000원)', ['second_amount']],
  ['30000 미진', ['perhaps_place']],
  ['30000 강남구청', []],
  ['30000 마포도서관 개관식 남산꽃집', ['other_place']],
  ['30000 Gogung lunch', ['perhaps_place']],
  ['30000 Plaza Hotel lunch', []],
  ['30000 for Park’s mother', []],
])('of %s these are told: %j', (line, whys) => {
  expect(read(line).doubts.map(({ why }) => why)).toEqual(whys);
});

test.each([
  '1인 25,000원 8명 @한정식',
  '개당 5천원 10개',
  '커피 4,500×8',
  '각 3만원 미진',
  'lunch 25,000 pp 4 people',
  '85,000+12,000 미진',
])('%s names no whole amount, and is asked about as it was typed', (line) => {
  expect(read(line)).toMatchObject({ amount: null, amountTyped: expect.stringMatching(/\d/) });
});
