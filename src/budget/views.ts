import { accountSelect } from '../expense/form.ts';
import { option, plain, type View } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';

export const BUDGET_OPEN = 'budget_open';
export const BUDGET_FORM = 'budget_form';

const WHOLE_YEAR = 'whole';

export function budgetForm(year: number, text: Text): View {
  const words = text.office.budgetForm;
  const accounts = accountSelect(null, text);
  return {
    type: 'modal',
    callback_id: BUDGET_FORM,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(text.expense.form.cancel),
    blocks: [
      {
        type: 'input',
        block_id: 'year',
        label: plain(words.year),
        element: { type: 'number_input', action_id: 'value', is_decimal_allowed: false, initial_value: String(year) },
      },
      {
        type: 'input',
        block_id: 'account',
        label: plain(words.account),
        element: { ...accounts, options: [...(accounts.options ?? []), option(words.whole, WHOLE_YEAR)] },
      },
      {
        type: 'input',
        block_id: 'won',
        label: plain(words.won),
        element: { type: 'plain_text_input', action_id: 'value', max_length: 60 },
      },
    ],
  };
}
