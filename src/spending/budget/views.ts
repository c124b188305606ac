import { z } from 'zod';
import type { View } from '../../slack/blocks.ts';
import { choice, drawForm, form, number, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { accountChoices } from '../expense/form.ts';

export const BUDGET_OPEN = 'budget_open';

const WHOLE_YEAR = 'whole';

export const BUDGET = form({
  id: 'budget_form',
  metadata: z.object({}),
  fields: { year: number({ most: 9999 }), account: choice(), won: words({ longest: 60 }) },
});

export function budgetForm(year: number, text: Text): View {
  const { title, submit, whole, ...labels } = text.office.budgetForm;
  const choices = { account: [...accountChoices(text), { label: whole, value: WHOLE_YEAR }] };
  return drawForm(BUDGET, { year: String(year) }, {}, { title, submit, labels, choices }, text);
}
