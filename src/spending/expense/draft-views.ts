import { button, clip, escaped, LONGEST, plainSections, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { EXPENSE_NEW } from './views.ts';

/** A click that came too late to open the form: the line stands there, and fills the form at the press of a button. */
export function lineMessage(typed: string, shown: string, text: Text): Message {
  const fits = [...typed].length <= LONGEST.value;
  const open = button(EXPENSE_NEW, text.access.openAgain, fits ? typed || ' ' : ' ', 'primary');
  return {
    text: escaped([text.access.tooLate, clip(shown, LONGEST.section)].filter(Boolean).join('\n')),
    blocks: [
      section(text.access.tooLate),
      ...(shown === '' ? [] : plainSections(shown, EXPENSE_NEW)),
      { type: 'actions', elements: [open] },
    ],
    ...(fits ? {} : { direct: true as const }),
  };
}

/** A line that has more words than any field of a form takes: all of it, to copy from. */
export const longMessage = (shown: string, text: Text): Message => ({
  text: escaped(text.expense.form.tooLongForForm),
  blocks: [section(text.expense.form.tooLongForForm), ...plainSections(shown, 'typed')],
});
