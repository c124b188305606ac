import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  draftSpend,
  type ExpenseForm,
  editedSpend,
  formOf,
  lacksOf,
  MOST_PEOPLE,
  optionalFields,
  parseExpenseName,
  type Spend,
} from '../../../src/spending/expense/rules.ts';

const TODAY = '2018-03-30';
const FORM: ExpenseForm = {
  spent_on: '2018-03-29',
  spent_time: '12:30',
  amount: '8만5천원',
  account: '203-03',
  activity: '4-나',
  place: '미진',
  purpose: '조례 개정 간담회',
  headcount: '4',
  attendees: '시장 외 3명',
  payment: 'card',
};

const spendOf = (form: ExpenseForm): Spend => {
  const drafted = draftSpend(form, TODAY);
  if ('refusals' in drafted) throw new Error(JSON.stringify(drafted.refusals));
  return drafted.spend;
};

test('a filled form is a spend', () => {
  expect(spendOf(FORM)).toMatchObject({ year: 2018, month: 3, spentOn: '2018-03-29', amount: 85_000, headcount: 4 });
  expect(lacksOf(spendOf(FORM))).toEqual(['category']);
});

test.each<[keyof ExpenseForm, string | null, string]>([
  ['spent_on', null, 'missing'],
  ['spent_on', '2018-03-31', 'not_yet'],
  ['spent_on', '1999-12-31', 'long_ago'],
  ['spent_time', '25:00', 'not_a_time'],
  ['amount', null, 'missing'],
  ['amount', '  ', 'missing'],
  ['amount', '0', 'zero'],
  ['amount', '영원', 'not_a_number'],
  ['amount', '1.5', 'not_whole'],
  ['amount', '99999999999999999999', 'too_large'],
  ['account', null, 'missing'],
  ['account', '205-05', 'missing'],
  ['activity', '4-하', 'missing'],
  ['place', ' \u3000', 'missing'],
  ['place', '가'.repeat(201), 'too_long'],
  ['purpose', '\n', 'missing'],
  ['purpose', '가'.repeat(501), 'too_long'],
  ['headcount', null, 'missing'],
  ['headcount', '0', 'not_a_count'],
  ['headcount', '-3', 'not_a_count'],
  ['headcount', '2.5', 'not_a_count'],
  ['headcount', String(MOST_PEOPLE + 1), 'not_a_count'],
  ['headcount', '열', 'not_a_count'],
  ['attendees', '가'.repeat(1_001), 'too_long'],
  ['payment', 'barter', 'missing'],
])('%s with %j is refused: %s', (field, value, refusal) => {
  expect(draftSpend({ ...FORM, [field]: value }, TODAY)).toEqual({ refusals: { [field]: refusal } });
});

test('every wrong field is named at once', () => {
  const empty = Object.fromEntries(Object.keys(FORM).map((field) => [field, null])) as ExpenseForm;
  const drafted = draftSpend(empty, TODAY);

  expect('refusals' in drafted && Object.keys(drafted.refusals).toSorted()).toEqual(
    ['account', 'activity', 'amount', 'headcount', 'payment', 'place', 'purpose', 'spent_on'].toSorted(),
  );
});

test('what was typed on another keyboard is kept as everyone reads it', () => {
  const typed = { place: '미\u3000진'.normalize('NFD'), purpose: ' 조례 \r\n\r\n 간담회\u200b ', attendees: null };
  expect(spendOf({ ...FORM, ...typed })).toMatchObject({ place: '미 진', purpose: '조례\n\n간담회', attendees: null });
});

test('a limit counts letters as people do, not bytes or halves of emoji', () => {
  expect(spendOf({ ...FORM, place: '😀'.repeat(200) }).place).toBe('😀'.repeat(200));
});

test('a day that exists only in leap years is a day', () => {
  expect(draftSpend({ ...FORM, spent_on: '2020-02-29' }, '2020-02-29')).toHaveProperty('spend.month', 2);
});

const OLD: Spend = {
  ...spendOf(FORM),
  year: 2017,
  month: 12,
  spentOn: null,
  account: null,
  activity: null,
  headcount: null,
  address: '중구 을지로 1',
  spender: '시장',
  department: '총무과',
};

test('a record that lacks something may go on lacking it, and only that', () => {
  expect(optionalFields(OLD)).toEqual(['spent_on', 'account', 'activity', 'headcount']);
  const drafted = draftSpend({ ...formOf(OLD), purpose: '고친 목적' }, TODAY, OLD);
  expect(drafted).toMatchObject({
    spend: { year: 2017, month: 12, spentOn: null, headcount: null, purpose: '고친 목적' },
  });
  expect(draftSpend({ ...formOf(OLD), place: null }, TODAY, OLD)).toEqual({ refusals: { place: 'missing' } });
});

test('an edit keeps the month in the books as long as the day is the same', () => {
  const before = { ...spendOf(FORM), year: 2017, month: 12 };
  const same = spendOf({ ...FORM, purpose: '다른 목적' });
  const moved = spendOf({ ...FORM, spent_on: '2018-03-01' });

  expect(editedSpend(before, same)).toMatchObject({ year: 2017, month: 12, purpose: '다른 목적' });
  expect(editedSpend(before, moved)).toMatchObject({ year: 2018, month: 3 });
});

test('an edit keeps whose spending it was, and the address while the place is the same', () => {
  expect(editedSpend(OLD, spendOf(FORM))).toMatchObject({
    spender: '시장',
    department: '총무과',
    address: '중구 을지로 1',
  });
  expect(editedSpend(OLD, spendOf({ ...FORM, place: '다온' })).address).toBeNull();
});

test('a form made of a record says the same record', () => {
  expect(spendOf(formOf(spendOf(FORM)))).toEqual(spendOf(FORM));
});

test.each([
  ['E12', 12],
  ['e12', 12],
  ['12', 12],
  [' E12 ', 12],
  ['E', null],
  ['E-1', null],
  ['12E', null],
  ['E1234567890123456', null],
  ['', null],
])('the name %j is %j', (typed, id) => {
  expect(parseExpenseName(typed)).toBe(id);
});

test('whatever is typed, a form is a spend or refused by field, and no word of it is lost', () => {
  const field = fc.option(fc.string({ unit: 'grapheme', maxLength: 600 }), { nil: null });
  const forms = fc.record(
    Object.fromEntries(Object.keys(FORM).map((name) => [name, field])),
  ) as fc.Arbitrary<ExpenseForm>;
  fc.assert(
    fc.property(forms, (typed) => {
      const form = { ...FORM, place: typed.place, purpose: typed.purpose, amount: typed.amount };
      const drafted = draftSpend(form, TODAY);
      if ('refusals' in drafted) return Object.keys(drafted.refusals).length > 0;
      return Number.isSafeInteger(drafted.spend.amount) && drafted.spend.amount !== 0 && drafted.spend.purpose !== '';
    }),
  );
});
