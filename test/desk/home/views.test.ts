import { expect, test } from 'vitest';
import type { Briefing } from '../../../src/council/policies/rules.ts';
import type { HomePage } from '../../../src/desk/home/page.ts';
import { homeView, strangerView } from '../../../src/desk/home/views.ts';
import { categoryForm, channelForm, pledgeForm } from '../../../src/desk/menu/forms.ts';
import { menuMessage } from '../../../src/desk/menu/views.ts';
import { settingsForm } from '../../../src/desk/settings/form.ts';
import { LONGEST } from '../../../src/followup/rules.ts';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import { statusOf } from '../../../src/spending/ledger/rules.ts';
import { textFor } from '../../../src/text/index.ts';
import { SETUPS } from '../../../src/vocabulary/desk.ts';
import { ACCOUNTS } from '../../../src/vocabulary/expense.ts';
import { KINDS } from '../../../src/vocabulary/followup.ts';
import { STATUSES } from '../../../src/vocabulary/pledge.ts';

const long = (length: number): string => '*<!channel>* 가나다라 '.repeat(length).slice(0, length);
const today = '2018-12-31';
const budgets = ACCOUNTS.map((account) => ({ year: 2018, account, won: 999_999_999_999 }));
const totals = [...ACCOUNTS, null].map((account) => ({
  ...{ year: 2018, account, category: null, spent: 999_999_999_999, count: 99_999 },
}));

const BRIEFING: Briefing = {
  ...{ id: 1, policy: long(1000), announcedOn: '2017-12-31', announcedTime: '23:59', leaders: true, committees: [] },
  ...{ districts: [], origin: 'form', createdBy: 'U1', version: 1, voided: false, closed: false },
};

/** As much of everything as one office could have. */
const FULL: HomePage = {
  person: { userId: 'U1', name: long(200), role: 'administrator', language: null },
  today,
  newcomer: true,
  news: false,
  missing: SETUPS,
  failed: 123_456,
  requests: { shown: ['U0NEWBIE01', 'U0NEWBIE02', 'U0NEWBIE03'], count: 300 },
  proposals: 300,
  approvals: 300,
  owed: [],
  unexplained: Array.from({ length: 30 }, (_, id) => ({ briefing: { ...BRIEFING, id }, states: [] })),
  toCheck: (
    ['overdue', 'undated', 'resultless', 'unshared', 'unexplained', 'approvals', 'held', 'failed'] as const
  ).map((what) => ({ what, count: 99_999 })),
  mine: engagements(30),
  others: engagements(30),
  due: { due: [1, 2, 3].map((id) => ({ id, title: long(LONGEST.title) })), count: 300 },
  results: Array.from({ length: 60 }, (_, i) => ({ id: i, title: long(200), startsOn: '2017-01-01' })),
  followups: {
    followups: Array.from({ length: 5 }, (_, i) => ({
      ...{ id: i + 100_000, kind: KINDS[0], source: { noun: 'visit' as const, record: '999999' }, auditYear: 2015 },
      ...{ title: long(LONGEST.title), status: 'in_progress' as const, owner: 'U1', department: long(60) },
      ...{ due: '2010-01-01', requester: long(100), memberId: 1, answer: null, answeredTo: null, answeredOn: null },
      ...{ origin: 'form' as const, createdBy: 'U1', version: 1, voided: false },
    })),
    count: 300,
    offset: 5,
    overdue: 299,
  },
  names: new Map([['U1', long(200)]]),
  ledger: { status: statusOf(2018, totals, budgets, { rows: 99_999, won: 1 }), gone: 100 },
  pledges: { term: 6, statuses: [null, ...STATUSES, ...STATUSES] },
  settings: {
    timezone: 'America/Argentina/ComodRivadavia',
    quiet: { from: '19:00', to: '08:00', freeDays: true },
    reminders: {},
    digest: true,
    birthday: '02-29',
  } as HomePage['settings'],
  language: 'en',
  officeZone: 'Asia/Seoul',
};

function engagements(count: number): HomePage['mine'] {
  return Array.from({ length: count }, (_, i) => ({
    visit: {
      ...{ id: 100_000 + i, siteId: null, programId: 1, title: long(300), startsOn: '2018-11-01', startTime: '08:00' },
      ...{ endsOn: '2018-12-31', endTime: '23:59', place: long(300), district: long(30), purpose: long(1000) },
      ...{ owner: 'U1', staff: [], partner: null, partnerLevel: null, countries: null, participants: null },
      ...{ summary: null, sequence: 0, changedAt: new Date(0), origin: 'form' as const, createdBy: 'U1', version: 1 },
      cancelled: false,
    },
    program: { id: 1, name: long(30), kind: 'site', counts: [], retired: false, version: 1 },
    standing: 'untold',
  }));
}

test.each(['ko', 'en'] as const)('the fullest Home, menu and forms fit Slack’s limits (%s)', (language) => {
  const text = textFor(language);

  const view = homeView(FULL, text);
  expect(checkPayload(view, 'home')).toEqual([]);
  expect(view.blocks.length).toBeLessThanOrEqual(80);
  for (const who of ['stranger', 'asked', 'guest'] as const) {
    expect(checkPayload(strangerView(who, text), 'home'), who).toEqual([]);
  }
  expect(checkPayload(menuMessage(FULL.person, Array(20).fill('가'.repeat(80)), text), 'message')).toEqual([]);
  const forms = {
    settings: settingsForm({ language, digest: true, birthday: '02-29' }, text),
    channel: channelForm('C0OFFICE01', text),
    category: categoryForm(text),
    pledge: pledgeForm(text),
  };
  for (const [name, form] of Object.entries(forms)) expect(checkPayload(form, 'modal'), name).toEqual([]);
});

test('an empty office’s Home says so and is short', () => {
  const empty: HomePage = {
    ...FULL,
    ...{
      newcomer: false,
      news: true,
      missing: [],
      failed: 0,
      requests: { shown: [], count: 0 },
      proposals: 0,
      approvals: 0,
    },
    ...{ mine: [], others: [], due: { due: [], count: 0 }, results: [] },
    followups: { followups: [], count: 0, offset: 0, overdue: 0 },
    ledger: { status: statusOf(2018, [], [], { rows: 0, won: 0 }), gone: 100 },
    pledges: { term: 6, statuses: [] },
  };

  const said = JSON.stringify(homeView(empty, textFor('ko')));

  expect(checkPayload(JSON.parse(said), 'home')).toEqual([]);
  for (const words of [
    '오늘은 시장 일정이 없습니다',
    '남은 후속조치가 없습니다',
    '2018년 예산과 집행이 아직 없습니다',
  ]) {
    expect(said).toContain(words);
  }
  for (const words of ['결정을 기다리는 일', '아직 갖추지 못한 것', '처음이시네요']) expect(said).not.toContain(words);
});
