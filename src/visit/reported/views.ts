import { z } from 'zod';
import { section, type View } from '../../slack/blocks.ts';
import { drawForm, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { type Visit, visitName } from '../rules.ts';
import type { Reported } from './store.ts';

export const VISIT_REPORTED_OPEN = 'visit_reported_open';

const LONGEST = 60;

/** The form `visit_reported`: who came and what was given, as the report of the year says it. */
export const REPORTED = form({
  id: 'visit_reported',
  metadata: z.object({ id: z.number() }),
  fields: { guest_title: words({ longest: LONGEST }), award: words({ longest: LONGEST }) },
});

export function reportedForm({ id, title }: Visit, { guestTitle, award }: Reported, text: Text): View {
  const said = text.report.visitForm;
  const look = {
    title: said.title,
    submit: said.save,
    labels: { guest_title: said.guest, award: said.award },
    optional: ['guest_title', 'award'] as const,
    show: [section(`${visitName(id)} ${title}`), 'guest_title' as const, 'award' as const],
  };
  return drawForm(REPORTED, { guest_title: guestTitle, award }, { id }, look, text);
}
