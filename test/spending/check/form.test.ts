import { expect, test } from 'vitest';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import { isStrict } from '../../../src/spending/check/evidence/asked.ts';
import { checkBlocks } from '../../../src/spending/check/evidence/form.ts';
import { evidenceForm, limitsForm, rulesForm } from '../../../src/spending/check/forms.ts';
import type { Found } from '../../../src/spending/check/rule.ts';
import { RULES } from '../../../src/spending/check/rules/all.ts';
import { findingLine, worded } from '../../../src/spending/check/words.ts';
import { EMPTY_FORM, expenseForm } from '../../../src/spending/expense/form.ts';
import { textFor } from '../../../src/text/index.ts';
import type { Evidence } from '../../../src/vocabulary/check.ts';
import { EVIDENCE } from '../../../src/vocabulary/check.ts';
import { judgement } from './support.ts';

const LONG = '긴'.repeat(200);
const FIGURES = {
  won: 1e12,
  cap: 1e12,
  people: 1e5,
  count: 999,
  days: 30,
  time: '23:59',
  day: '2018-12-31',
  year: 2018,
  word: LONG,
};
const EVERYTHING: Found[] = RULES.map(({ id, severity }) => ({
  rule: id,
  severity,
  asks: EVIDENCE,
  figures: { ...FIGURES, others: Array.from({ length: 200 }, (_, i) => 1_000_000 + i) },
  at: null,
}));
const GIVEN: Evidence = Object.fromEntries(EVIDENCE.map((field) => [field, '말'.repeat(1000)]));
const ASKS = EVIDENCE.map((field) => ({ field, by: EVERYTHING }));

test.each(['ko', 'en'] as const)('forms that ask for everything at its longest fit Slack’s limits (%s)', (language) => {
  const text = textFor(language);
  const notices = EVERYTHING.map((found) => findingLine(found, text));
  const checks = { panel: notices, notices, asks: ASKS, given: GIVEN, later: true };
  const views = [
    expenseForm({ ...EMPTY_FORM, purpose: LONG }, {}, text, { checks: checkBlocks(checks, text), said: LONG }),
    evidenceForm({ what: LONG, asks: ASKS, given: GIVEN, note: null }, { expenseId: 1, seen: null }, text),
    limitsForm('2018-03-30', text),
    rulesForm(
      RULES.map(({ id }) => id),
      text,
    ),
  ];
  for (const view of views) expect(checkPayload(view, 'modal')).toEqual([]);
});

const HOWS = [
  ...[null, 'said', 'over', 'uncounted', 'unclear', 'place', 'day', 'sum', 'branch', 'voucher', 'kind', 'forbidden'],
  ...['today', 'late', 'weeks', 'months', 'election'],
];

test.each(['ko', 'en'] as const)('every sentence of every rule is whole (%s)', (language) => {
  const text = textFor(language);
  for (const { id } of RULES) {
    for (const how of HOWS) {
      const said = text.check.rules[id].why(worded({ ...FIGURES, word: '기념품', others: [1, 2] }, id, text), how);
      expect(said, id).not.toMatch(/undefined|null|\{|\}/);
      expect(said.endsWith('.') || said.endsWith('?'), said).toBe(true);
    }
  }
});

test('papers and what only says more never have to be filled', () => {
  const ask = (field: (typeof EVIDENCE)[number]) => isStrict({ field, by: EVERYTHING });
  expect(EVIDENCE.filter((field) => !ask(field))).toEqual([
    'approval_doc',
    'plan_doc',
    'project',
    'official',
    'escorts',
    'near_home',
  ]);
});

test('what was answered is remembered as answered, not as never asked', () => {
  const { found, answered } = judgement({ spentTime: '23:30' }, { beside: { given: { reason: '폭설' } } });
  expect(found).toEqual([]);
  expect(answered.map(({ rule }) => rule)).toEqual(['E10', 'E40']);
});
