import { z } from 'zod';
import { clip, section, type View } from '../../slack/blocks.ts';
import { drawForm, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { type Pledge, pledgeName } from '../rules.ts';

export const LINK = form({
  id: 'pledge_link_form',
  metadata: z.object({ id: z.number() }),
  fields: { record: words({ longest: 12 }), note: words({ longest: 200 }) },
});

/** Asks which visit, council contact or follow-up belongs to the pledge: also where a 점검회의 is tied to it. */
export function linkForm(pledge: Pledge, text: Text): View {
  const { title, submit, hint, record, note } = text.pledge.links;
  const show = [section(clip(`${pledgeName(pledge)} · ${pledge.title}`, 200)), 'record' as const, 'note' as const];
  const look = { title, submit, labels: { record, note }, hints: { record: hint }, show };
  return drawForm(LINK, {}, { id: pledge.id }, { ...look, optional: ['note'] }, text);
}
