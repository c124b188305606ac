import { z } from 'zod';
import { clip, section, type View } from '../../slack/blocks.ts';
import { drawForm, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { type Visit, visitName } from '../rules.ts';

export const VISIT_TIE_OPEN = 'visit_tie_open';

export const TIE = form({ id: 'visit_tie', metadata: z.object({ id: z.number() }), fields: { expenses: words() } });

export function tieForm({ id, title }: Visit, text: Text): View {
  const { expenses, hint, ...words } = text.visit.tieForm;
  const look = { ...words, labels: { expenses }, hints: { expenses: hint } };
  const show = [section(clip(`${visitName(id)} ${title}`, 300)), 'expenses' as const];
  return drawForm(TIE, {}, { id }, { ...look, show }, text);
}
