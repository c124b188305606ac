import { z } from 'zod';
import { Editing } from '../register/overtaken.ts';
import type { View } from '../slack/blocks.ts';
import { capital } from '../slack/blocks.ts';
import { choice, drawForm, form, person, words } from '../slack/form.ts';
import type { Text } from '../text/index.ts';
import { BASIS_KINDS } from '../vocabulary/pledge.ts';
import { type DetailsForm, LONGEST_DETAILS } from './details.ts';

const line = (field: keyof typeof LONGEST_DETAILS) => words({ longest: LONGEST_DETAILS[field] });
const money = () => words({ longest: 60 });

/** The form `pledge_details`: what a pledge says, all but its status. */
export const DETAILS = form({
  id: 'pledge_details',
  metadata: z.object({ term: z.number(), editing: Editing.optional() }),
  fields: {
    code: line('code'),
    title: line('title'),
    type: choice(),
    field: line('field'),
    department: line('department'),
    owner: person(),
    goal: words({ multiline: true, longest: LONGEST_DETAILS.goal }),
    budget: money(),
    secured: money(),
    spent: money(),
    basis_kind: choice(),
    basis: line('basis'),
    source: line('source'),
  },
});
export type Known = z.infer<typeof DETAILS.metadata>;

const MOST_OPTIONS = 100;
const OPTIONAL = (Object.keys(DETAILS.fields) as (keyof DetailsForm)[]).filter(
  (field) => field !== 'title' && field !== 'source',
);

/** `types` is the office's list. */
export function detailsForm(values: DetailsForm, types: readonly string[], known: Known, text: Text): View {
  const { add, edit, labels, hints, basisOption } = text.pledge.details;
  const look = {
    title: known.editing ? edit : add,
    submit: text.expense.form.save,
    labels,
    hints,
    choices: {
      type: types.slice(0, MOST_OPTIONS).map((type) => ({ label: capital(text.pledge.typeName(type)), value: type })),
      basis_kind: BASIS_KINDS.map((kind) => ({
        label: capital(basisOption(text.pledge.basisKinds[kind])),
        value: kind,
      })),
    },
    optional: OPTIONAL,
  };
  return drawForm(DETAILS, values, known, look, text);
}
