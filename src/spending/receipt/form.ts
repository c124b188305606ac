import { button, section, type View } from '../../slack/blocks.ts';
import { drawForm, form, searched } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import type { Candidate } from './spend/store.ts';
import { candidateChoice, fileNames, Pending, RECEIPT_NEW } from './views.ts';

/** Asks for the record that files belong to; its field's options come while the person types. */
export const ATTACH = form({ id: 'receipt_attach', metadata: Pending, fields: { expense: searched(0) } });

/** `leftOut`: files that can be no receipts, and why. */
export function attachForm(
  pending: Pending,
  first: Candidate | null,
  leftOut: readonly string[],
  { text, today }: { text: Text; today: string },
): View {
  const { title, submit, files, placeholder, ...words } = text.receipt.attachForm;
  const look = {
    title,
    submit,
    labels: { expense: words.expense },
    hints: { expense: words.hint },
    placeholders: { expense: placeholder },
    choices: { expense: first ? [candidateChoice(first, text, today)] : [] },
    show: [
      section(files(fileNames(pending.files))),
      'expense' as const,
      { type: 'actions' as const, elements: [button(RECEIPT_NEW, text.receipt.new, ' ')] },
    ],
    said: leftOut.length > 0 ? leftOut.join('\n') : undefined,
  };
  return drawForm(ATTACH, { expense: first && String(first.id) }, pending, look, text);
}
