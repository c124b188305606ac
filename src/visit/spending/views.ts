import { clip, plain, section, type View } from '../../slack/blocks.ts';
import { wordsField } from '../../slack/fields.ts';
import type { Text } from '../../text/index.ts';
import { type Visit, visitName } from '../rules.ts';

export const VISIT_TIE_OPEN = 'visit_tie_open';
export const VISIT_TIE = 'visit_tie';

export function tieForm(visit: Visit, metadata: string, text: Text): View {
  const words = text.visit.tieForm;
  return {
    type: 'modal',
    callback_id: VISIT_TIE,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(text.expense.form.cancel),
    blocks: [
      section(clip(`${visitName(visit.id)} ${visit.title}`, 300)),
      wordsField({ id: 'expenses', label: words.expenses, hint: words.hint }, null),
    ],
  };
}
