import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Away, draftAway } from '../../../src/spending/approval/away/rules.ts';
import {
  type Approval,
  askedOf,
  type Event,
  type Office,
  rightOf,
  stateAfter,
  stepOf,
} from '../../../src/spending/approval/rules.ts';
import { draftRules, noRules, OFF, type Rule, stepsNeeded } from '../../../src/spending/approval/setting/rules.ts';
import type { Expense } from '../../../src/spending/expense/rules.ts';
import { isCounted, stateAfterEdit } from '../../../src/spending/expense/standing.ts';
import type { DECISIONS } from '../../../src/vocabulary/approval.ts';
import type { Person, Role } from '../../../src/vocabulary/person.ts';
import { SPEND } from '../../support/spending.ts';

const person = (userId: string, role: Role): Person => ({ userId, name: `이름${userId}`, role, language: null });
const [ANN, BOB, CAT, DAN, EVE] = [
  person('U1', 'member'),
  person('U2', 'manager'),
  person('U3', 'manager'),
  person('U4', 'administrator'),
  person('U5', 'member'),
] as [Person, Person, Person, Person, Person];
const EVERYONE = [ANN, BOB, CAT, DAN, EVE];
const TODAY = '2018-03-30';
const away = (userId: string, deputy: string, differs: Partial<Away> = {}): Away => ({
  id: 1,
  key: 'away-form',
  userId,
  deputy,
  from: TODAY,
  to: TODAY,
  ended: false,
  ...differs,
});
const office = (...all: Away[]): Office => ({
  people: EVERYONE,
  away: all,
  today: TODAY,
  accounting: [],
  gone: new Set(),
});
const event = (action: Event['action'], actor: string, deputyFor: string | null = null): Event => ({
  version: 1,
  action,
  actor,
  deputyFor,
  words: null,
  at: new Date(0),
});
type Differs = { createdBy?: string; spender?: string; askedBy?: string; events?: Event[]; agreement?: boolean };
const asked = (differs: Differs = {}) => {
  const { createdBy = ANN.userId, spender = null, askedBy = createdBy, events = [], agreement = false } = differs;
  const approval = { askedBy, agreement, events: [event('asked', askedBy), ...events] };
  return { expense: { createdBy, spender }, approval };
};

describe('how many have to approve', () => {
  const above: Rule = { mode: 'above', above: 500_000, second: 1_000_000 };
  const always: Rule = { mode: 'always', above: null, second: null };
  test.each<[string, Rule, number, boolean, number]>([
    ['off, however much', OFF, 9_000_000, false, 0],
    ['off, also over budget', OFF, 10_000, true, 0],
    ['below the limit', above, 499_999, false, 0],
    ['at the limit', above, 500_000, false, 0],
    ['above the limit', above, 500_001, false, 1],
    ['below the limit but over budget', above, 10_000, true, 1],
    ['at the second limit', above, 1_000_000, false, 1],
    ['above the second limit', above, 1_000_001, false, 2],
    ['a refund below a limit', above, -900_000, false, 0],
    ['always, one won', always, 1, false, 1],
    ['always, a refund', always, -10_000, false, 1],
    ['always, without a second limit', always, 9_000_000, true, 1],
  ])('%s', (_what, rule, amount, over, steps) => {
    expect(stepsNeeded(rule, { amount, over })).toBe(steps);
  });
});

describe('who may decide', () => {
  const may = { deputyFor: null };
  const events = [event('approved', BOB.userId)];
  test.each<[string, string, ReturnType<typeof asked>, Office, unknown]>([
    ['a manager', 'U2', asked(), office(), may],
    ['an administrator', 'U4', asked(), office(), may],
    ['a member', 'U5', asked(), office(), { refusal: 'not_approver' }],
    ['who is not on the list', 'U9', asked(), office(), { refusal: 'not_approver' }],
    ['a manager who recorded it', 'U2', asked({ createdBy: 'U2' }), office(), { refusal: 'own' }],
    ['a manager who spent it', 'U2', asked({ spender: '비서실 이름U2' }), office(), { refusal: 'own' }],
    ['a manager who changed it last', 'U2', asked({ askedBy: 'U2' }), office(), { refusal: 'own' }],
    [
      'a manager who changed it before someone else did',
      'U2',
      asked({ events: [event('asked', 'U2'), event('asked', 'U3')] }),
      office(),
      { refusal: 'own' },
    ],
    ['who gave the first approval', 'U2', asked({ events }), office(), { refusal: 'approved_before' }],
    ['the second after the first', 'U3', asked({ events }), office(), may],
    ['a deputy', 'U5', asked(), office(away('U2', 'U5')), { deputyFor: 'U2' }],
    [
      'a deputy the day before',
      'U5',
      asked(),
      office(away('U2', 'U5', { from: '2018-03-31', to: '2018-04-01' })),
      { refusal: 'not_approver' },
    ],
    [
      'a deputy the day after',
      'U5',
      asked(),
      office(away('U2', 'U5', { from: '2018-03-01', to: '2018-03-29' })),
      { refusal: 'not_approver' },
    ],
    [
      'a deputy who was called off',
      'U5',
      asked(),
      office(away('U2', 'U5', { ended: true })),
      { refusal: 'not_approver' },
    ],
    ['a deputy on their own spend', 'U1', asked(), office(away('U2', 'U1')), { refusal: 'own' }],
    [
      'a deputy on the spend of whom they stand for',
      'U5',
      asked({ createdBy: 'U2' }),
      office(away('U2', 'U5')),
      { refusal: 'not_approver' },
    ],
    ['a deputy of a member', 'U5', asked(), office(away('U1', 'U5')), { refusal: 'not_approver' }],
    [
      'a deputy after whom they stand for approved',
      'U5',
      asked({ events }),
      office(away('U2', 'U5')),
      { refusal: 'not_approver' },
    ],
    [
      'who is back after their deputy approved',
      'U2',
      asked({ events: [event('approved', 'U5', 'U2')] }),
      office(),
      { refusal: 'approved_before' },
    ],
    ['a manager who is away all the same', 'U2', asked(), office(away('U2', 'U5')), may],
  ])('%s', (_who, userId, what, where, right) => {
    expect(rightOf(userId, what, where)).toEqual(right);
  });
});

describe('who is asked', () => {
  const ids = (what: ReturnType<typeof asked>, where: Office) => {
    const { people, of } = askedOf(what, where);
    return [of, ...people.map(({ userId }) => userId)];
  };
  test.each<[string, ReturnType<typeof asked>, Office, string[]]>([
    ['every manager', asked(), office(), ['managers', 'U2', 'U3']],
    ['the deputy of who is away', asked(), office(away('U2', 'U5')), ['managers', 'U5', 'U3']],
    ['who is away when the deputy is the spender', asked(), office(away('U2', 'U1')), ['managers', 'U2', 'U3']],
    ['one person once', asked(), office(away('U2', 'U3')), ['managers', 'U3']],
    ['the other manager', asked({ createdBy: 'U2' }), office(), ['managers', 'U3']],
    [
      'administrators when no manager can',
      asked({ createdBy: 'U2' }),
      { ...office(), people: [ANN, BOB, DAN] },
      ['administrators', 'U4'],
    ],
    ['nobody', asked({ createdBy: 'U4' }), { ...office(), people: [ANN, DAN] }, ['administrators']],
  ])('%s', (_who, what, where, expected) => {
    expect(ids(what, where)).toEqual(expected);
  });

  test.each<[string, ReturnType<typeof asked>, readonly string[], string[]]>([
    ['the accounting side first', asked({ agreement: true }), ['U5'], ['managers', 'U5']],
    [
      'managers once it has agreed',
      asked({ agreement: true, events: [event('approved', 'U5')] }),
      ['U5'],
      ['managers', 'U2', 'U3'],
    ],
    [
      'administrators where none of it may',
      asked({ agreement: true, createdBy: 'U5' }),
      ['U5'],
      ['administrators', 'U4'],
    ],
    ['managers where no agreement is needed', asked(), ['U5'], ['managers', 'U2', 'U3']],
  ])('%s', (_who, what, accounting, expected) => {
    const where = { ...office(), accounting };
    expect(ids(what, where)).toEqual(expected);
    const agreeing = what.approval.agreement && what.approval.events.length === 1;
    const may = EVERYONE.filter(({ userId }) => 'deputyFor' in rightOf(userId, what, where));
    if (agreeing) expect(may.map(({ userId }) => userId)).toEqual(expected.slice(1));
  });

  test('everyone who is asked may decide, and nobody is asked twice', () => {
    const someone = fc.constantFrom(...EVERYONE.map(({ userId }) => userId));
    const seats = fc.array(fc.record({ of: someone, deputy: someone }), { maxLength: 4 });
    fc.assert(
      fc.property(someone, someone, seats, fc.array(someone, { maxLength: 1 }), (createdBy, askedBy, all, first) => {
        const what = asked({ createdBy, askedBy, events: first.map((actor) => event('approved', actor)) });
        const where = office(...all.map((it) => away(it.of, it.deputy)));
        const { people } = askedOf(what, where);
        for (const { userId } of people) expect(rightOf(userId, what, where)).toHaveProperty('deputyFor');
        expect(people).not.toContainEqual(expect.objectContaining({ userId: createdBy }));
        expect(new Set(people).size).toBe(people.length);
      }),
    );
  });
});

describe('what becomes of a spend', () => {
  const of = (steps: number, ...actions: Event['action'][]): Approval => ({
    expenseId: 1,
    steps,
    version: actions.length,
    askedBy: 'U1',
    outAt: null,
    called: 0,
    agreement: false,
    events: actions.map((action) => event(action, 'U2')),
  });
  test.each<[string, Approval, (typeof DECISIONS)[number], string]>([
    ['one approval of one', of(1, 'asked'), 'approved', 'approved'],
    ['one approval of two', of(2, 'asked'), 'approved', 'waiting'],
    ['the second of two', of(2, 'asked', 'approved'), 'approved', 'approved'],
    ['the first after it was changed', of(2, 'asked', 'approved', 'asked'), 'approved', 'waiting'],
    ['changes after the first of two', of(2, 'asked', 'approved'), 'changes', 'changes'],
    ['refused', of(1, 'asked'), 'refused', 'refused'],
  ])('%s', (_what, approval, decision, state) => {
    expect(stateAfter(approval, decision)).toBe(state);
  });

  test('the step that is open never exceeds the steps', () => {
    expect(stepOf(of(2, 'asked'))).toBe(1);
    expect(stepOf(of(2, 'asked', 'approved'))).toBe(2);
    expect(stepOf(of(2, 'asked', 'approved', 'approved'))).toBe(2);
  });

  const spend = (differs: Partial<Expense>): Expense => ({ ...EXPENSE, ...differs });
  test.each<[Expense['approval'], boolean, Expense['approval']]>([
    [null, true, null],
    ['approved', false, 'approved'],
    ['approved', true, 'waiting'],
    ['waiting', false, 'waiting'],
    ['waiting', true, 'waiting'],
    ['changes', false, 'waiting'],
    ['changes', true, 'waiting'],
    ['refused', false, 'waiting'],
    ['refused', true, 'waiting'],
  ])('%s, edited (changed: %s) → %s', (approval, changed, state) => {
    const { id, origin, flags, createdBy, version, voided, approval: _, ...said } = EXPENSE;
    expect(stateAfterEdit(spend({ approval }), { ...said, ...(changed ? { place: '다온' } : {}) })).toBe(state);
  });

  test('only what is void or refused is in no total', () => {
    expect(isCounted({ voided: false, approval: null })).toBe(true);
    expect(isCounted({ voided: false, approval: 'waiting' })).toBe(true);
    expect(isCounted({ voided: false, approval: 'refused' })).toBe(false);
    expect(isCounted({ voided: true, approval: 'approved' })).toBe(false);
  });
});

test('a form of settings becomes rules, and amounts that a mode does not use are let go', () => {
  const form = {
    'mode_203-01': 'off',
    'above_203-01': '아무거나',
    'mode_203-02': 'always',
    'above_203-02': 'x',
    'second_203-02': '100만원',
    'mode_203-03': 'above',
    'above_203-03': '50만원',
    'mode_203-04': 'off',
    'second_203-04': '',
  };
  expect(draftRules(form)).toEqual({
    rules: {
      ...noRules(),
      '203-02': { mode: 'always', above: null, second: 1_000_000 },
      '203-03': { mode: 'above', above: 500_000, second: null },
    },
  });
});

describe('days away', () => {
  const own = [away('U2', 'U5', { from: '2018-04-10', to: '2018-04-12' })];
  const around = {
    userId: 'U2',
    today: TODAY,
    own,
    isOfOffice: (id: string) => EVERYONE.some((it) => it.userId === id),
  };
  test.each<[string, string | null, string | null, string | null, unknown]>([
    ['one day', TODAY, TODAY, 'U5', null],
    ['since the day before', '2018-03-29', TODAY, 'U5', null],
    ['up to other days away', '2018-04-01', '2018-04-09', 'U5', null],
    ['backwards', '2018-04-02', '2018-04-01', 'U5', { to: 'ends_before' }],
    ['over', '2018-03-01', '2018-03-29', 'U5', { to: 'over' }],
    ['a wrong year', '2018-04-01', '2081-04-01', 'U5', { to: 'too_far' }],
    ['into other days away', '2018-04-01', '2018-04-10', 'U5', { from: 'overlaps' }],
    ['oneself', TODAY, TODAY, 'U2', { deputy: 'self' }],
    ['a stranger', TODAY, TODAY, 'U9', { deputy: 'not_of_office' }],
    ['nothing', null, null, null, { from: 'missing', to: 'missing', deputy: 'missing' }],
  ])('%s', (_what, from, to, deputy, refusals) => {
    const drafted = draftAway({ from, to, deputy }, around);
    expect(drafted).toEqual(refusals ? { refusals } : { away: { from, to, deputy } });
  });
});

const EXPENSE: Expense = {
  ...SPEND,
  id: 1,
  flags: [],
  origin: 'form',
  createdBy: 'U1',
  version: 1,
  voided: false,
  approval: null,
};
