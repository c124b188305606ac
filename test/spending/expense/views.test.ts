import { expect, test } from 'vitest';
import { menuMessage } from '../../../src/desk/menu/views.ts';
import { personForm } from '../../../src/people/form.ts';
import type { Entry } from '../../../src/people/history/store.ts';
import { accessRequestMessage, PEOPLE_PAGE_SIZE, peopleMessage } from '../../../src/people/views.ts';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import { sealed } from '../../../src/slack/metadata.ts';
import { noticeView } from '../../../src/slack/notice.ts';
import { plainMessage } from '../../../src/slack/privately.ts';
import { budgetForm } from '../../../src/spending/budget/views.ts';
import { expenseMessage } from '../../../src/spending/expense/card-views.ts';
import { lineMessage, longMessage } from '../../../src/spending/expense/draft-views.ts';
import { EMPTY_FORM, expenseForm, type Metadata } from '../../../src/spending/expense/form.ts';
import { type Expense, type ExpenseForm, NOTHING_KNOWN } from '../../../src/spending/expense/rules.ts';
import { helpMessage, listMessage, PAGE_SIZE, savedMessage } from '../../../src/spending/expense/views.ts';
import { HELD_PAGE_SIZE, heldMessage } from '../../../src/spending/held/views.ts';
import { importForm, intakeMessage } from '../../../src/spending/imported/file-views.ts';
import { statusOf, yearsOf } from '../../../src/spending/ledger/rules.ts';
import { statusMessage } from '../../../src/spending/ledger/views.ts';
import { textFor } from '../../../src/text/index.ts';
import type { Person } from '../../../src/vocabulary/person.ts';

const LANGUAGES = ['ko', 'en'] as const;
const long = (length: number) => '<!channel>&*가😀'.repeat(length).slice(0, length);

const EXPENSE: Expense = {
  id: 999_999_999_999,
  year: 2018,
  month: 12,
  spentOn: '2018-12-31',
  spentTime: '23:59',
  amount: -9_999_999_999_999,
  account: '203-02',
  activity: '4-라',
  category: long(40),
  place: long(200),
  address: long(1_000),
  purpose: long(3_000),
  headcount: 100_000,
  attendees: long(1_000),
  payment: 'transfer',
  spender: long(500),
  department: long(500),
  flags: ['date_outside_period', 'twice_in_file', 'something_new'],
  origin: 'sample',
  createdBy: 'U0HANADMIN',
  version: 3,
  voided: false,
  approval: 'waiting',
};
const BARE: Expense = {
  ...EXPENSE,
  spentOn: null,
  spentTime: null,
  account: null,
  activity: null,
  category: null,
  place: null,
  address: null,
  headcount: null,
  attendees: null,
  payment: null,
  spender: null,
  department: null,
};
const FORM: ExpenseForm = {
  spent_on: '2018-12-31',
  spent_time: '23:59',
  amount: long(4_000),
  account: '203-02',
  activity: '4-라',
  place: long(4_000),
  purpose: long(4_000),
  headcount: '100000',
  attendees: long(4_000),
  payment: 'transfer',
};
const METADATA: Metadata = {
  editing: { id: 999_999_999_999, version: 999_999 },
  heldRowId: 999_999_999,
  kept: { receipt: Array.from({ length: 10 }, (_, i) => ({ id: `F0123456789${i}`, name: '영'.repeat(100) })) },
};
const ENVELOPE = {
  key: 'k'.repeat(36),
  responseUrl: `https://hooks.slack.com/commands/${'T'.repeat(200)}`,
  replace: true,
};
const ENTRY: Entry = {
  actor: 'U0HANADMIN',
  at: new Date('2018-12-31T00:00:00Z'),
  action: 'changed',
  reason: long(500),
  changed: Object.keys(EXPENSE).map((field) => ({ field, before: long(3_000), after: null })),
};
const HELD = { rows: 9_999_999, won: 9_999_999_999_999 };
const ROW = {
  id: 1,
  file: long(255),
  line: 1_000_000,
  cells: Array(100).fill(long(3_000)),
  problems: Array(20).fill({ field: long(200), code: 'amount_missing' }),
  known: NOTHING_KNOWN,
  year: 2018,
  won: null,
  state: 'open' as const,
};
const PEOPLE: Person[] = Array.from({ length: 300 }, (_, i) => ({
  userId: `U${i}`,
  name: long(80),
  role: 'administrator',
  language: null,
}));
const ACCOUNTS = ['203-01', '203-02', '203-03', '203-04', null] as const;
const TOTALS = Array.from({ length: 40 }, (_, i) => ({
  year: 1990 + i,
  account: ACCOUNTS[i % 5] ?? null,
  category: `${long(36)}${i}`,
  spent: 9_999_999_999_999,
  count: 9_999_999,
}));
const CATEGORIES = Array.from({ length: 32 }, (_, i) => ({
  year: 2018,
  account: ACCOUNTS[i % 5] ?? null,
  category: `${long(36)}${i}`,
  spent: 9_999_999_999_999,
  count: 9_999_999,
}));
const BUDGETS = ACCOUNTS.map((account) => ({ year: 2018, account, won: 9_999_999_999_999 }));

test.each(LANGUAGES)('every message of the app is one that Slack takes, whatever was typed (%s)', (language) => {
  const text = textFor(language);
  const reader = { text, today: '2018-12-31' };
  const status = statusOf(2018, [...TOTALS, ...CATEGORIES], BUDGETS, HELD);
  const found = {
    expenses: Array<Expense>(PAGE_SIZE).fill(EXPENSE),
    count: 1_000_000,
    voided: 999,
    refused: 99,
    won: -9_999_999_999_999,
  };
  const at = { query: long(300), offset: 8, understood: long(600) };
  const card = {
    expense: EXPENSE,
    history: Array<Entry>(10).fill(ENTRY),
    receipts: Array(50).fill(long(100)),
    source: { file: long(255), line: 1 },
    mayChange: true,
    names: new Map([['U0HANADMIN', long(80)]]),
  };
  const held = {
    rows: Array.from({ length: HELD_PAGE_SIZE }, (_, id) => ({ ...ROW, id })),
    count: 1_000_000,
    won: 9_999_999_999_999,
  };
  const intake = {
    rows: 9_999_999,
    imported: 1,
    duplicates: 1,
    held: 9_999_999,
    won: 9_999_999_999_999,
    problems: [],
    flags: {},
    years: {},
    twins: { correction: 0, maybe_same: 0 },
    twinLines: { correction: [], maybe_same: [] },
    twinOf: null,
    importId: 1,
  };
  const messages = {
    saved: savedMessage({ expense: EXPENSE, how: 'savedAgain' }, status, reader),
    bare: savedMessage({ expense: BARE, how: 'saved' }, statusOf(2018, [], [], HELD), reader),
    card: expenseMessage(card, reader, () => long(40), long(300)),
    bareCard: expenseMessage({ ...card, expense: BARE, history: [], receipts: [] }, reader, () => ''),
    list: listMessage(found, at, HELD, reader),
    none: listMessage({ expenses: [], count: 0, voided: 0, refused: 0, won: 0 }, at, HELD, reader),
    line: lineMessage(long(4_000), long(4_000), text),
    shortLine: lineMessage('', '', text),
    long: longMessage(long(8_000), text),
    longest: longMessage(long(38_000), text),
    late: lineMessage(long(38_000), long(38_000), text),
    help: helpMessage(text),
    status: statusMessage(status, yearsOf(TOTALS, BUDGETS), 100, { pairs: 99_999, won: 999_999_999_999 }, text),
    noStatus: statusMessage(statusOf(2018, [], [], { rows: 0, won: 0 }), [], 0, { pairs: 0, won: 0 }, text),
    held: heldMessage(held, 5, true, text, long(300)),
    noneHeld: heldMessage({ rows: [], count: 0, won: 0 }, 0, true, text, long(300)),
    menu: menuMessage(
      { userId: 'U0HANADMIN', name: long(80), role: 'administrator', language: null },
      Array(20).fill(long(80)),
      text,
    ),
    people: peopleMessage(PEOPLE, true, text, PEOPLE_PAGE_SIZE),
    request: accessRequestMessage({ userId: 'U0HANADMIN', name: long(80) }, text),
    intake: intakeMessage(long(255), intake, text),
    plain: plainMessage(long(4_000)),
  };

  for (const [name, { direct: _, ...message }] of Object.entries<{ text: string; direct?: true }>(messages)) {
    expect.soft(checkPayload(message, 'message'), name).toEqual([]);
    expect.soft([...message.text].length, `${name}: the text`).toBeLessThanOrEqual(40_000);
    expect.soft(message.text, `${name}: the text`).not.toMatch(/<[!@#]/);
  }
});

test.each(LANGUAGES)('every form of the app is one that Slack takes, whatever was typed (%s)', (language) => {
  const text = textFor(language);
  const heldRow = { file: long(255), line: 1_000_000, cells: Array(100).fill(long(3_000)) };
  const forms = {
    empty: expenseForm(EMPTY_FORM, {}, text),
    full: sealed(
      expenseForm(FORM, METADATA, text, { heldRow, said: long(3_000), optional: ['place', 'headcount'] }),
      ENVELOPE,
    ),
    tooMany: expenseForm({ ...EMPTY_FORM, headcount: '100001', spent_on: '2018-1-1', account: '999' }, METADATA, text),
    import: importForm(text),
    person: personForm({ userId: 'U0HANADMIN', role: 'administrator' }, text),
    newPerson: personForm(null, text),
    budget: budgetForm(2018, text),
    notice: noticeView(text.access.title, long(3_000), text),
  };

  for (const [name, form] of Object.entries(forms)) expect.soft(checkPayload(form, 'modal'), name).toEqual([]);
});
