import { z } from 'zod';
import { section, type View } from '../../../slack/blocks.ts';
import { day, drawForm, form, person } from '../../../slack/form.ts';
import type { Text } from '../../../text/index.ts';
import type { AwayForm } from './rules.ts';

export const AWAY = form({
  id: 'approval_away',
  metadata: z.object({}),
  fields: { from: day(), to: day(), deputy: person() },
});

export function awayForm(values: AwayForm, text: Text): View {
  const { title, save: submit, intro, from, to, deputy } = text.approval.away;
  const labels = { from, to, deputy };
  return drawForm(AWAY, values, {}, { title, submit, labels, show: [section(intro), 'from', 'to', 'deputy'] }, text);
}
