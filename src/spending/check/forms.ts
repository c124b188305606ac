import { type Block, clip, plain, section, type View } from '../../slack/blocks.ts';
import { choiceField, choicesField, dateField, wordsField } from '../../slack/fields.ts';
import type { Text } from '../../text/index.ts';
import type { Evidence } from '../../vocabulary/check.ts';
import { LIMIT_NAMES } from '../../vocabulary/check.ts';
import { expenseName } from '../expense/rules.ts';
import type { Ask } from './evidence/asked.ts';
import { evidenceBlocks } from './evidence/fields.ts';
import { LONGEST_EVIDENCE } from './evidence/given.ts';
import { CHECK_ACCEPT_FORM, CHECK_LIMITS_FORM, CHECK_RULES_FORM, EXPENSE_EVIDENCE } from './ids.ts';
import type { Finding } from './rule.ts';
import { RULES } from './rules/all.ts';
import { findingWords, ruleWords } from './words.ts';

const form = (
  callback_id: string,
  title: string,
  submit: string,
  metadata: string,
  blocks: Block[],
  text: Text,
): View => ({
  type: 'modal',
  callback_id,
  private_metadata: metadata,
  title: plain(title),
  submit: plain(submit),
  close: plain(text.expense.form.cancel),
  blocks,
});

/** Asks for what rules miss about one record; `finding`: the one that was asked about, where it needs no field of its own. */
export function evidenceForm(
  {
    expenseId,
    what,
    asks,
    given,
    note,
    receipt,
  }: {
    expenseId: number;
    what: string;
    asks: readonly Ask[];
    given: Evidence;
    /** A warning that wants a word, and what was typed about it. */
    note: { finding: Finding; typed: string | null } | null;
    receipt: boolean;
  },
  metadata: string,
  text: Text,
  said?: string,
): View {
  const words = text.check.form;
  const told = [words.explain(expenseName(expenseId), what), ...(receipt ? [words.receipt] : [])].join('\n');
  const blocks: Block[] = [
    ...(said ? [section(said)] : []),
    section(told),
    ...evidenceBlocks(asks, given, text),
    ...(note
      ? [
          section(`${findingWords(note.finding, text)} ${text.check.basis(ruleWords(note.finding.rule, text).basis)}`),
          wordsField({ id: 'note', label: words.note }, note.typed, { multiline: true, longest: LONGEST_EVIDENCE }),
        ]
      : []),
  ];
  return form(EXPENSE_EVIDENCE, words.title, words.submit, metadata, blocks, text);
}

export function acceptForm(
  finding: Finding,
  metadata: string,
  text: Text,
  again: { said?: string; reason?: string | null } = {},
): View {
  const words = text.check.accept;
  const what = words.explain(
    expenseName(finding.expenseId),
    ruleWords(finding.rule, text).name,
    findingWords(finding, text),
  );
  const blocks: Block[] = [
    ...(again.said ? [section(again.said)] : []),
    section(clip(what, 2000)),
    wordsField({ id: 'reason', label: words.reason }, again.reason ?? null, { multiline: true, longest: 500 }),
  ];
  return form(CHECK_ACCEPT_FORM, words.title, words.submit, metadata, blocks, text);
}

export type LimitForm = { limit: string | null; value: string | null; from: string | null; reason: string | null };

export function limitsForm(typed: LimitForm, metadata: string, text: Text, said?: string): View {
  const words = text.check.limits;
  const choices = LIMIT_NAMES.map((name) => ({ value: name, label: words.names[name] }));
  const blocks: Block[] = [
    ...(said ? [section(said)] : []),
    section(words.explain),
    choiceField({ id: 'limit', label: words.which }, choices, typed.limit, words.choose),
    wordsField({ id: 'value', label: words.newValue, hint: words.valueHint }, typed.value, { longest: 60 }),
    dateField({ id: 'from', label: words.from }, typed.from),
    wordsField({ id: 'reason', label: words.reason, hint: words.reasonHint }, typed.reason, {
      multiline: true,
      longest: 500,
    }),
  ];
  return form(CHECK_LIMITS_FORM, words.form, words.submit, metadata, blocks, text);
}

export type RulesForm = { on: readonly string[]; planYear: string | null; plan: string | null; reason: string | null };

/** Which rules hold, and the yearly plan. What is judged elsewhere can't be turned off here. */
export function rulesForm(typed: RulesForm, metadata: string, text: Text, said?: string): View {
  const words = text.check.limits;
  const choices = RULES.filter(({ judge }) => judge !== null).map(({ id, certainty }) => ({
    value: id,
    label: `${id} ${ruleWords(id, text).name} · ${text.check.certainties[certainty]}`,
  }));
  const blocks: Block[] = [
    ...(said ? [section(said)] : []),
    choicesField({ id: 'on', label: words.on, optional: true }, choices, typed.on, words.choose),
    wordsField({ id: 'plan_year', label: words.planYear, optional: true }, typed.planYear, { longest: 4 }),
    wordsField({ id: 'plan', label: words.plan, optional: true }, typed.plan, { longest: 100 }),
    wordsField({ id: 'reason', label: words.reason }, typed.reason, { multiline: true, longest: 500 }),
  ];
  return form(CHECK_RULES_FORM, words.rulesForm, words.submit, metadata, blocks, text);
}
