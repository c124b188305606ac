import { option, plain, section, type View } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { accountSelect } from '../expense/form.ts';

export const BUDGET_OPEN = 'budget_open';
export const BUDGET_FORM = 'budget_form';

const WHOLE_YEAR = 'whole';

/** Filled with what is known: at first the year, and everything typed when it could not be saved. */
export function budgetForm(filled: { year: string; account?: string; won?: string }, text: Text, said?: string): View {
  const words = text.office.budgetForm;
  const accounts = accountSelect(filled.account ?? null, text);
  const whole = option(words.whole, WHOLE_YEAR);
  return {
    type: 'modal',
    callback_id: BUDGET_FORM,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(said ? [section(said)] : []),
      {
        type: 'input',
        block_id: 'year',
        label: plain(words.year),
        element: { type: 'number_input', action_id: 'value', is_decimal_allowed: false, initial_value: filled.year },
      },
      {
        type: 'input',
        block_id: 'account',
        label: plain(words.account),
        element: {
          ...accounts,
          options: [...(accounts.options ?? []), whole],
          ...(filled.account === WHOLE_YEAR ? { initial_option: whole } : {}),
        },
      },
      {
        type: 'input',
        block_id: 'won',
        label: plain(words.won),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          max_length: 60,
          ...(filled.won ? { initial_value: filled.won } : {}),
        },
      },
    ],
  };
}
