import { expect, test } from 'vitest';
import { addDays } from '../../../src/korean/days.ts';
import { festivalsIn, windowOf } from '../../../src/korean/festivals.ts';
import { holidaysBetween } from '../../../src/korean/holidays.ts';
import { KNOWN_LIMITS, limitOn, valuesOf } from '../../../src/spending/check/limit/known.ts';
import type { Judged } from '../../../src/spending/check/rule.ts';
import type { Evidence } from '../../../src/vocabulary/check.ts';
import { LIMIT_NAMES } from '../../../src/vocabulary/check.ts';
import { said } from './support.ts';

const holidays = await holidaysBetween('2016-01-01', '2027-12-31');

/** What a rule says of one gift to one official on a day. */
function gift(spentOn: string, amount: number, more: Partial<Judged> = {}, given: Evidence = {}): string[] {
  const year = Number(spentOn.slice(0, 4));
  const spend = { spentOn, year, amount, headcount: 1, purpose: '추석 농특산물 선물', activity: '7-가' as const };
  const beside = { given: { recipient: 'official', ...given } };
  return said({ ...spend, attendees: null, ...more }, { beside, office: { holidays } })
    .filter((it) => it.startsWith('E19'))
    .map((it) => it.slice(4));
}

test.each([
  ['the law began', '2016-09-28', 50_000],
  ['farm goods', '2018-01-17', 100_000],
  ['the first special window, its first day', '2020-09-10', 200_000],
  ['its last day', '2020-10-04', 200_000],
  ['the day after it', '2020-10-05', 100_000],
  ['the day before the second', '2021-01-18', 100_000],
  ['its first day', '2021-01-19', 200_000],
  ['its last day', '2021-02-14', 200_000],
  ['the day after it, in what is a window since 2022', '2021-02-15', 100_000],
  ['a festival between, which had none', '2021-09-21', 100_000],
  ['the day before the standing windows', '2022-01-07', 100_000],
  ['the first standing window', '2022-01-08', 200_000],
  ['its last day', '2022-02-06', 200_000],
  ['the day after it', '2022-02-07', 100_000],
  ['the day before the limits rose', '2023-08-29', 100_000],
  ['the day they rose', '2023-08-30', 150_000],
  ['the day before the window of autumn 2026', '2026-08-31', 150_000],
  ['its first day', '2026-09-01', 300_000],
  ['in it', '2026-09-15', 300_000],
  ['its last day', '2026-09-30', 300_000],
  ['the day after it', '2026-10-01', 150_000],
])('farm goods for an official, %s (%s): up to %i', (_why, day, cap) => {
  expect(gift(day, cap)).toEqual([]);
  expect(gift(day, cap + 1)).toEqual(['block']);
});

test('in every window of 2022 to 2027 farm goods may cost twice as much, and on no day beside it', () => {
  for (const festival of festivalsIn(holidays).filter(({ day }) => day > '2022-01-05')) {
    const { from, to } = windowOf(festival);
    const plain = to < '2023-08-30' ? 100_000 : 150_000;
    for (const day of [from, festival.day, to]) {
      expect(gift(day, plain * 2), day).toEqual([]);
      expect(gift(day, plain * 2 + 1), day).toEqual(['block']);
    }
    for (const day of [addDays(from, -1), addDays(to, 1)]) expect(gift(day, plain + 1), day).toEqual(['block']);
  }
});

test('around a festival other gifts cost no more', () => {
  expect(gift('2026-09-15', 50_000, { purpose: '명절 기념품' })).toEqual([]);
  expect(gift('2026-09-15', 50_001, { purpose: '명절 기념품' })).toEqual(['block']);
});

const money = { purpose: '명절 백화점 상품권' };
const goods = { purpose: '물품상품권 지급' };
test.each<[string[], string, string, Partial<Judged>, Evidence]>([
  [['block'], 'a voucher for an amount', '2026-09-15', money, {}],
  [['block'], 'to a council member', '2026-09-15', money, { recipient: 'council' }],
  [[], 'to the own staff', '2026-09-15', money, { recipient: 'staff' }],
  [['require'], 'to whom is not said', '2026-09-15', money, { recipient: '' }],
  [['block'], 'by the shop that sold it', '2026-09-15', { purpose: '유관기관 격려', place: '온누리상품권 외 2' }, {}],
  [[], 'the day before vouchers were no gift any more', '2018-01-16', money, {}],
  [['block'], 'that day', '2018-01-17', money, {}],
  [['block'], 'for goods, the day before these were let', '2023-08-29', goods, {}],
  [[], 'that day', '2023-08-30', goods, {}],
  [['block'], 'for goods, above the limit', '2023-08-30', { ...goods, amount: 50_001 }, {}],
  [['require'], 'of a kind that is not said', '2026-09-15', { purpose: '상품권 지급' }, {}],
  [['block'], 'for an amount, it is said', '2026-09-15', { purpose: '상품권 지급' }, { voucher_kind: 'money' }],
  [[], 'for goods, it is said', '2026-09-15', { purpose: '상품권 지급' }, { voucher_kind: 'goods' }],
])('%j: vouchers %s on %s', (expected, _why, day, more, given) => {
  expect(gift(day, 50_000, more, given)).toEqual(expected);
});

test('every dated limit holds from its day on, and the one before until the day before', () => {
  for (const name of LIMIT_NAMES) {
    const values = valuesOf(name, []);
    expect(values.map(({ from, value }) => ({ from, value }))).toEqual(
      KNOWN_LIMITS[name].map(({ from, value }) => ({ from, value })),
    );
    for (const [i, { from, value }] of values.entries()) {
      expect(limitOn(name, from, [])).toBe(value);
      expect(limitOn(name, addDays(from, -1), [])).toBe(values[i - 1]?.value ?? null);
    }
  }
});
