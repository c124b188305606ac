import { expect, test } from 'vitest';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import { awayForm } from '../../../src/spending/approval/away/form.ts';
import { deputyMessage } from '../../../src/spending/approval/away/views.ts';
import { decisionForm } from '../../../src/spending/approval/form.ts';
import { approvalsMessage, PAGE_SIZE } from '../../../src/spending/approval/list-views.ts';
import type { Approval, Event } from '../../../src/spending/approval/rules.ts';
import type { Seen } from '../../../src/spending/approval/seen.ts';
import { formOfRules, settingsForm } from '../../../src/spending/approval/setting/form.ts';
import { endedMessage, noticeMessage, progressMessage, requestMessage } from '../../../src/spending/approval/views.ts';
import { balanceWords } from '../../../src/spending/approval/words.ts';
import type { Expense } from '../../../src/spending/expense/rules.ts';
import { textFor } from '../../../src/text/index.ts';
import { DECISIONS } from '../../../src/vocabulary/approval.ts';

const long = (length: number) => '<!channel>&*가😀'.repeat(length).slice(0, length);
const USERS = Array.from({ length: 40 }, (_, i) => `U${String(i).padStart(10, '0')}`);
const NAMES = new Map(USERS.map((id) => [id, long(80)]));

const EXPENSE: Expense = {
  id: 999_999_999_999,
  year: 2018,
  month: 12,
  spentOn: '2018-12-31',
  spentTime: '23:59',
  amount: 9_999_999_999_999,
  account: '203-02',
  activity: '4-라',
  category: long(40),
  place: long(3_000),
  address: long(1_000),
  purpose: long(3_000),
  headcount: 100_000,
  attendees: long(3_000),
  payment: 'transfer',
  spender: long(500),
  department: long(500),
  flags: [],
  origin: 'form',
  createdBy: USERS[0] ?? '',
  version: 3,
  voided: false,
  approval: 'waiting',
};
const ACTIONS = ['asked', 'approved', 'changes', 'refused', 'voided'] as const;
const EVENTS: Event[] = Array.from({ length: 40 }, (_, i) => ({
  version: i + 1,
  action: ACTIONS[i % 5] ?? 'asked',
  actor: USERS[i] ?? '',
  deputyFor: USERS[39 - i] ?? '',
  words: long(500),
  at: new Date('2018-03-30T03:00:00Z'),
}));
const APPROVAL: Approval = {
  expenseId: EXPENSE.id,
  steps: 2,
  agreement: true,
  version: 40,
  askedBy: USERS[1] ?? '',
  outAt: null,
  called: 0,
  events: EVENTS,
};
const NOTHING: Seen = { lacking: [], noticed: [], twins: [], given: [], receipts: [] };
const RULE = { mode: 'above', above: 9_999_999_999_999, second: 9_999_999_999_999 } as const;
const RULES = {
  '203-01': RULE,
  '203-02': RULE,
  '203-03': RULE,
  '203-04': { mode: 'off', above: null, second: null },
} as const;

test.each(['ko', 'en'] as const)(
  'with the longest of everything Slack takes every message and form (%s)',
  (language) => {
    const text = textFor(language);
    const around = { text, today: '2026-11-23', timezone: 'Asia/Seoul', names: NAMES };
    const waiting = { expense: EXPENSE, approval: APPROVAL };
    const names = long(300);
    const many = Array.from({ length: 30 }, () => waiting);
    const toMend = many.map((it) => ({ ...it, expense: { ...EXPENSE, approval: 'refused' as const } }));
    const away = USERS.map((userId, id) => ({
      id,
      key: 'away-form',
      userId,
      deputy: userId,
      from: '2018-03-30',
      to: '2018-03-31',
      ended: false,
    }));
    const lists = {
      mine: many,
      asked: toMend,
      others: many,
      rules: RULES,
      away,
      userId: USERS[0] ?? '',
      manager: true,
    };
    const request = {
      ...waiting,
      balance: balanceWords(EXPENSE, { balance: -9_999_999_999_999, rate: 999.9, whole: false }, text),
      seen: {
        lacking: many.map(() => long(400)),
        noticed: many.map(() => long(400)),
        twins: many.map(() => long(400)),
        given: many.map(() => long(400)),
        receipts: Array.from({ length: 5 }, () => long(100)),
      },
      why: { deputyFor: USERS[2] ?? null, noManager: true, waited: 400 },
    };
    const messages = [
      requestMessage(request, around),
      requestMessage({ ...request, seen: NOTHING, why: { deputyFor: null, noManager: false, waited: null } }, around),
      ...EVENTS.slice(0, 5).map((event) => endedMessage(waiting, event, around, text.approval.settledBefore)),
      ...(['waiting', 'changes', 'approved', 'refused'] as const).flatMap((approval) =>
        [names, ''].map((it) =>
          progressMessage(
            { expense: { ...EXPENSE, approval }, approval: APPROVAL },
            { names: it, of: 'administrators', lacking: [] },
            around,
          ),
        ),
      ),
      progressMessage(
        { expense: { ...EXPENSE, voided: true }, approval: APPROVAL },
        { names, of: 'managers', lacking: [] },
        around,
      ),
      ...EVENTS.slice(2, 4).flatMap((event) =>
        [undefined, ...EVENTS.slice(0, 5)].map((then) => noticeMessage(EXPENSE, event, around, then)),
      ),
      approvalsMessage(lists, 0, around),
      approvalsMessage(lists, PAGE_SIZE, around),
      approvalsMessage({ ...lists, mine: [], asked: [], others: [], away: [], manager: false }, 0, around),
      ...away
        .slice(0, 1)
        .flatMap((it) => [deputyMessage(it, long(80), text), deputyMessage({ ...it, ended: true }, long(80), text)]),
    ];
    for (const message of messages) {
      expect(checkPayload(message, 'message')).toEqual([]);
      expect([...message.text].length).toBeLessThanOrEqual(4_000 * 1.3); // escaping makes signs longer
    }
    const forms = [
      ...DECISIONS.map((decision) => decisionForm(decision, EXPENSE, { id: EXPENSE.id, version: 3 }, text)),
      settingsForm(formOfRules(RULES), 7, text),
      awayForm({ from: '2018-03-30', to: '2018-03-31', deputy: USERS[0] ?? '' }, text),
    ];
    for (const form of forms) expect(checkPayload(form, 'modal')).toEqual([]);
  },
);

test('what people typed stands in plain text only', () => {
  const text = textFor('ko');
  const around = { text, today: '2026-11-23', timezone: 'Asia/Seoul', names: NAMES };
  const message = progressMessage(
    { expense: EXPENSE, approval: APPROVAL },
    { names: '오세라', of: 'managers', lacking: [] },
    around,
  );
  expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
  expect(message.text).not.toContain('<!channel>');
});
