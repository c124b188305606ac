import { z } from 'zod';
import { button, clip, escaped, LONGEST, plainSections, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Evidence } from '../../vocabulary/check.ts';
import { EVIDENCE } from '../../vocabulary/check.ts';
import { EMPTY_FORM, Metadata } from './form.ts';
import type { ExpenseForm } from './rules.ts';
import { EXPENSE_NEW } from './views.ts';
import { answerWords } from './words.ts';

export const EXPENSE_AGAIN = 'expense_again';

/** A click that came too late to open the form: the line stands there, and fills the form at the press of a button. */
export function lineMessage(typed: string, shown: string, text: Text): Message {
  const fits = [...typed].length <= LONGEST.value;
  const open = button(EXPENSE_NEW, text.access.openAgain, fits ? typed || ' ' : ' ', 'primary');
  return {
    text: escaped([text.access.tooLate, shown].filter(Boolean).join('\n')),
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

const Field = z.string().nullable();
const Draft = Metadata.extend({
  given: z.partialRecord(z.enum(EVIDENCE), z.string()).optional(),
  form: z.object({
    spent_on: Field,
    spent_time: Field,
    amount: Field,
    account: Field,
    activity: Field,
    place: Field,
    purpose: Field,
    headcount: Field,
    attendees: Field,
    payment: Field,
  } satisfies Record<keyof ExpenseForm, unknown>),
});

/** A form that could not be saved and was closed meanwhile: everything in it, and a button that opens it again. */
export function draftMessage(
  said: string,
  form: ExpenseForm,
  metadata: Metadata,
  text: Text,
  given: Evidence = {},
): Message {
  const { labels } = text.expense.form;
  const facts = (Object.keys(EMPTY_FORM) as (keyof ExpenseForm)[]).flatMap((field) =>
    form[field] ? [`${labels[field]}: ${form[field]}`] : [],
  );
  for (const field of EVIDENCE) {
    const value = given[field];
    if (value) facts.push(`${text.check.labels[field]}: ${answerWords(field, value, text)}`);
  }
  const value = JSON.stringify({
    ...metadata,
    form,
    ...(Object.keys(given).length > 0 ? { given } : {}),
  } satisfies z.infer<typeof Draft>);
  const again = button(EXPENSE_AGAIN, text.access.openAgain, value, 'primary');
  return {
    text: escaped(clip([said, ...facts].join('\n'), LONGEST.section)),
    blocks: [
      section(said),
      section(facts.join('\n')),
      ...([...value].length <= LONGEST.value ? [{ type: 'actions' as const, elements: [again] }] : []),
    ],
  };
}

export const readDraft = (value: string): z.infer<typeof Draft> => Draft.parse(JSON.parse(value));
