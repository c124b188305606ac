import { z } from 'zod';
import { section, type View } from '../../slack/blocks.ts';
import { choice, choicesOf, day, drawForm, files, form, people, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import type { Evidence } from '../../vocabulary/check.ts';
import { LIMIT_NAMES } from '../../vocabulary/check.ts';
import { evidenceFields, MOST_RECEIPTS } from '../expense/form.ts';
import { expenseName } from '../expense/rules.ts';
import type { Ask } from './evidence/asked.ts';
import { evidenceBlocks } from './evidence/fields.ts';
import { LONGEST_EVIDENCE } from './evidence/given.ts';
import { type OfficeRules, officeTyped } from './limit/office.ts';
import type { Finding } from './rule.ts';
import { RULES } from './rules/all.ts';
import { findingWords, ruleTitle, ruleWords } from './words.ts';

const reason = words({ multiline: true, longest: 500 });

/** `seen`: when something was said about the record last, as its writer saw it. */
const Metadata = z.object({
  expenseId: z.number(),
  findingId: z.number().optional(),
  seen: z.string().nullable(),
});
export type EvidenceMetadata = z.infer<typeof Metadata>;

export const GIVE = form({
  id: 'expense_evidence',
  metadata: Metadata,
  fields: {
    ...evidenceFields,
    receipt: files({ most: MOST_RECEIPTS }),
    note: words({ multiline: true, longest: LONGEST_EVIDENCE }),
  },
});

type Asking = {
  what: string;
  asks: readonly Ask[];
  given: Evidence;
  /** A warning that wants a word. */
  note: Finding | null;
};

/** Asks for what rules miss about one record, and takes receipts; `note`: the one that was asked about, where it needs no field of its own. */
export function evidenceForm({ what, asks, given, note }: Asking, metadata: EvidenceMetadata, text: Text): View {
  const { title, submit, explain, ...say } = text.check.form;
  const why = note && `${findingWords(note, text)} ${text.check.basis(ruleWords(note.rule, text).basis)}`;
  const show = [
    section(explain(expenseName(metadata.expenseId), what)),
    ...evidenceBlocks(asks, given, text),
    'receipt' as const,
    ...(why ? [section(why), 'note' as const] : []),
  ];
  const labels = { receipt: text.expense.form.labels.receipt, note: say.note };
  const optional = ['receipt', 'note'] as const;
  return drawForm(GIVE, {}, metadata, { title, submit, labels, optional, show }, text);
}

export const LIMIT = form({
  id: 'check_limits_form',
  metadata: z.object({}),
  fields: { limit: choice(), value: words({ longest: 60 }), from: day(), reason },
});

export function limitsForm(from: string, text: Text): View {
  const { form: title, submit, explain, which, newValue, valueHint, reasonHint, ...say } = text.check.limits;
  const labels = { limit: which, value: newValue, from: say.from, reason: say.reason };
  const hints = { value: valueHint, reason: reasonHint };
  const choices = { limit: LIMIT_NAMES.map((name) => ({ value: name, label: say.names[name] })) };
  const show = [section(explain), 'limit', 'value', 'from', 'reason'] as const;
  return drawForm(LIMIT, { from }, {}, { title, submit, labels, hints, choices, show }, text);
}

export const RULES_ON = form({
  id: 'check_rules_form',
  metadata: z.object({}),
  fields: { on: choicesOf(), plan_year: words({ longest: 4 }), plan: words({ longest: 100 }), reason },
});

export const OFFICE = form({
  id: 'check_office_form',
  metadata: z.object({}),
  fields: {
    barred: words({ multiline: true, longest: 2000 }),
    guide: words({ longest: 100 }),
    points_year: words({ longest: 4 }),
    points: words({ longest: 100 }),
    elections: words({ multiline: true, longest: 1000 }),
    accounting: people(),
    reason,
  },
});

/** The office's own lists: barred shops by words, its guideline, card points, elections that no calendar names. */
export function officeForm(known: OfficeRules, text: Text): View {
  const { office, submit, reason } = text.check.limits;
  const { title, labels, hints } = office;
  const optional = ['barred', 'guide', 'points_year', 'points', 'elections', 'accounting'] as const;
  return drawForm(
    OFFICE,
    officeTyped(known),
    {},
    { title, submit, labels: { ...labels, reason }, hints, optional },
    text,
  );
}

/** Which rules hold, and the yearly plan. What is judged elsewhere can't be turned off here. */
export function rulesForm(on: readonly string[], text: Text): View {
  const { rulesForm: title, submit, planYear, ...say } = text.check.limits;
  const labels = { on: say.on, plan_year: planYear, plan: say.plan, reason: say.reason };
  const choices = RULES.filter(({ judge }) => judge !== null).map(({ id, certainty }) => ({
    value: id,
    label: `${ruleTitle(id, text)} · ${text.check.certainties[certainty]}`,
  }));
  const optional = ['on', 'plan_year', 'plan'] as const;
  return drawForm(RULES_ON, { on }, {}, { title, submit, labels, choices: { on: choices }, optional }, text);
}
