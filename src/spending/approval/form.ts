import { z } from 'zod';
import { section, type View } from '../../slack/blocks.ts';
import { drawForm, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import type { Decision } from '../../vocabulary/approval.ts';
import { type Expense, expenseName } from '../expense/rules.ts';
import { wonWords } from '../expense/words.ts';

/** A spend as somebody saw it who decides on it. */
export const Seen = z.object({ id: z.number(), version: z.number() });
export type Seen = z.infer<typeof Seen>;

const decisionOf = (id: string) =>
  form({ id, metadata: Seen, fields: { reason: words({ multiline: true, longest: 500 }) } });

/** The forms in which a decision is given its words. */
export const DECISION_FORMS = {
  approved: decisionOf('approval_over_form'),
  changes: decisionOf('approval_changes_form'),
  refused: decisionOf('approval_refuse_form'),
};

/** Asks for the words of a decision: what to change, why it is refused, or why the budget may be exceeded. */
export function decisionForm(decision: Decision, expense: Expense, { id, version }: Seen, text: Text): View {
  const { explain, label, ...look } = text.approval.forms[decision];
  const about = section(explain(expenseName(expense.id), wonWords(expense.amount, text)));
  const own = { ...look, labels: { reason: label }, show: [about, 'reason' as const] };
  return drawForm(DECISION_FORMS[decision], {}, { id, version }, own, text);
}
