import { z } from 'zod';
import { Editing } from '../register/overtaken.ts';
import { clip, context, LONGEST, section, type View } from '../slack/blocks.ts';
import { choice, drawForm, files, form, number, words } from '../slack/form.ts';
import type { Text } from '../text/index.ts';
import { STATUSES } from '../vocabulary/pledge.ts';
import { LONGEST_UPDATE, type Pledge, pledgeName, type UpdateForm } from './rules.ts';
import { statusWords } from './words.ts';

/** The form `pledge_update`; its field names are a contract. It also answers an evaluation: `roundId`. */
export const UPDATE = form({
  id: 'pledge_update',
  metadata: z.object({ editing: Editing, roundId: z.number().optional() }),
  fields: {
    status: choice(),
    progress: number({ least: 0, most: 100 }),
    source: words({ longest: LONGEST_UPDATE.source }),
    note: words({ multiline: true, longest: LONGEST_UPDATE.note }),
    file: files({ most: 5 }),
  },
});

export function updateForm(
  pledge: Pledge,
  values: UpdateForm,
  how: 'update' | 'propose' | { roundId: number },
  text: Text,
): View {
  const { titles, submits, now, labels, hints } = text.pledge.form;
  const { id, version } = pledge;
  const [kind, round] = typeof how === 'string' ? [how, {}] : (['review', how] as const);
  const look = {
    title: titles[kind],
    submit: submits[kind],
    labels,
    hints,
    choices: { status: STATUSES.map((status) => ({ label: text.pledge.statuses[status], value: status })) },
    optional: ['note', 'file'] as const,
    show: [
      section(clip(`${pledgeName(pledge)} · ${pledge.title}`, LONGEST.header)),
      context(now(statusWords(pledge.status, text), pledge.progress)),
      ...(['status', 'progress', 'source', 'note', 'file'] as const),
    ],
  };
  return drawForm(UPDATE, values, { editing: { id, version }, ...round }, look, text);
}
