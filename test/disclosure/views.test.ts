import { expect, test } from 'vitest';
import type { RowChange } from '../../src/disclosure/changes.ts';
import { changesWords, electedForm, hideForm, releaseForm } from '../../src/disclosure/form.ts';
import { monthOf, quarterOf } from '../../src/disclosure/period.ts';
import type { Release } from '../../src/disclosure/release/store.ts';
import { releasedMessage, statesMessage } from '../../src/disclosure/state-views.ts';
import type { Draft, PartOf } from '../../src/disclosure/table.ts';
import { PARTS_ON_A_PAGE, type Preview, previewMessage } from '../../src/disclosure/views.ts';
import { checkPayload } from '../../src/simulator/block-kit/check.ts';
import { plainMessage } from '../../src/slack/privately.ts';
import { textFor } from '../../src/text/index.ts';

const LANGUAGES = ['ko', 'en'] as const;
const long = (length: number) => '<!channel>&*가😀"'.repeat(length).slice(0, length);
const NAME = long(80);

const part = (nth: number, state: PartOf['state']): PartOf => ({
  field: 'attendees',
  before: long(1_000 + nth),
  after: long(1_000 + nth),
  found: long(200),
  kind: 'resident_number',
  fixed: false,
  state,
  decision: { expenseId: 1, field: 'attendees', found: 'x', choice: 'mask', by: 'U1', at: new Date(0) },
  expense: 900_000_000 + nth,
});
const change: RowChange = {
  expense: 999_999_999,
  how: 'changed',
  fields: [{ field: 'purpose', before: long(500), after: long(500) }],
};
const RELEASE: Release = {
  period: '2018-Q4',
  version: 99,
  title: long(80),
  count: 99_999,
  won: 9_999_999_999_999,
  masked: 99_999,
  sha256: { xlsx: 'f'.repeat(64), csv: 'f'.repeat(64) },
  reason: long(500),
  changes: Array(500).fill(change),
  releasedBy: 'U1',
  releasedAt: new Date(0),
};
const DRAFT: Draft = {
  rows: [],
  parts: Array.from({ length: 40 }, (_, i) => part(i, (['open', 'masked', 'kept'] as const)[i % 3] ?? 'open')),
  won: 9_999_999_999_999,
  without: { place: 99_999, day: 99_999, spender: 99_999, people: 99_999, account: 99_999 },
};
const MANY = { rows: 99_999, won: 9_999_999_999_999 };
const PENDING = { held: MANY, monthless: MANY, waiting: 99_999, findings: 99_999, bundled: 99_999 };
const preview = (fields: Partial<Preview> = {}): Preview => ({
  period: quarterOf(2018, 4),
  draft: DRAFT,
  pending: PENDING,
  register: { count: 9_999, won: 1 },
  year: { count: 99_999, won: 9_999_999_999_999 },
  latest: RELEASE,
  changed: 9_999,
  earlier: new Map(
    DRAFT.parts.map(({ field, found }) => [
      `${field} ${found}`,
      { expenseId: 999_999_999, field, found, choice: 'keep' as const, by: 'U1', at: new Date(0) },
    ]),
  ),
  names: new Map([['U1', NAME]]),
  when: () => '2019년 12월 31일(화) 23:59',
  today: '2019-12-31',
  mayDecide: true,
  ...fields,
});

test.each(LANGUAGES)('Slack takes every message and form at its longest (%s)', (language) => {
  const text = textFor(language);
  const lead = long(300);
  const about = {
    period: quarterOf(2018, 4),
    draft: DRAFT,
    pending: PENDING,
    latest: RELEASE,
    changes: RELEASE.changes,
  };
  const decided = { ...DRAFT, parts: DRAFT.parts.filter(({ state }) => state !== 'open') };
  const state = {
    ...preview(),
    quarter: '2018-Q4',
    year: 2018,
    due: '2019-01-31',
    count: 99_999,
    won: 1,
    released: false,
  };
  const months = [10, 11].map((month) => ({ ...RELEASE, period: monthOf(2018, month).key }));
  const rows = Array(5).fill({ ...state, releases: months, left: -9_999, changed: 9_999 });

  for (const message of [
    ...[0, PARTS_ON_A_PAGE, 39].map((offset) => previewMessage(preview(), offset, text, lead)),
    previewMessage(preview({ draft: decided }), 0, text),
    previewMessage(preview({ latest: null, mayDecide: false }), 0, text),
    previewMessage(preview({ draft: { ...DRAFT, parts: [] } }), 0, text),
    statesMessage(rows, '2019-12-31', text),
    releasedMessage(RELEASE, { name: text.disclosure.quarter(2018, 4), by: NAME, when: 'when' }, lead, text),
    plainMessage(changesWords(RELEASE.changes, text)),
  ]) {
    expect(checkPayload(message, 'message')).toEqual([]);
  }
  for (const view of [
    releaseForm(about, text),
    releaseForm({ ...about, latest: null }, text),
    hideForm(quarterOf(2018, 4), text),
    electedForm(Array(500).fill('박한결'), quarterOf(2018, 4), text),
  ]) {
    expect(checkPayload(view, 'modal')).toEqual([]);
  }
});

test('what has to be decided stands first, and a page says where it is', () => {
  const text = textFor('ko');
  const message = previewMessage(preview(), 0, text);

  expect(message.text.indexOf('정해 주세요')).toBeLessThan(message.text.indexOf('가림 —') >>> 0);
  expect(JSON.stringify(message.blocks)).toContain(text.disclosure.page(1, PARTS_ON_A_PAGE, '40'));
});
