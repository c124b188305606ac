import { type Editing, MayEdit } from '../../register/overtaken.ts';
import type { View } from '../../slack/blocks.ts';
import { day, drawForm, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { type EvaluationForm, LONGEST } from './rules.ts';

export const EVALUATION = form({
  id: 'pledge_evaluation',
  metadata: MayEdit,
  fields: {
    year: words({ longest: 4 }),
    body: words({ longest: LONGEST.body }),
    subject: words({ longest: LONGEST.subject }),
    grade: words({ longest: LONGEST.grade }),
    line: words({ longest: 6 }),
    score: words({ longest: 6 }),
    areas: words({ multiline: true, longest: LONGEST.areas }),
    peers: words({ longest: LONGEST.peers }),
    announced_on: day(),
    source: words({ longest: LONGEST.source }),
  },
});

export function evaluationForm(values: EvaluationForm, editing: Editing | null, text: Text): View {
  const { title, labels, areasHint, lineHint } = text.pledge.evaluation.form;
  const look = {
    title,
    submit: text.expense.form.save,
    labels,
    hints: { areas: areasHint, line: lineHint },
    optional: ['line', 'score', 'areas', 'peers', 'announced_on'] as const,
  };
  return drawForm(EVALUATION, values, editing ? { editing } : {}, look, text);
}
