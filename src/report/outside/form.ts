import { z } from 'zod';
import { normalise } from '../../korean/typed.ts';
import type { View } from '../../slack/blocks.ts';
import { day, drawForm, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { OutsideFigure } from './rules.ts';

const LONGEST = { key: 40, value: 15, unit: 10, source: 300 } as const;

export const OUTSIDE_FORM = form({
  id: 'outside_figure',
  metadata: z.object({ year: z.number() }),
  fields: {
    key: words({ longest: LONGEST.key }),
    as_of: day(),
    value: words({ longest: LONGEST.value }),
    unit: words({ longest: LONGEST.unit }),
    source: words({ longest: LONGEST.source }),
  },
});

export function outsideForm(asOf: Day, year: number, text: Text): View {
  const { title, save, keyHint, day, key, value, unit, source } = text.report.outsideForm;
  const labels = { key, as_of: day, value, unit, source };
  return drawForm(
    OUTSIDE_FORM,
    { as_of: asOf },
    { year },
    { title, submit: save, labels, hints: { key: keyHint } },
    text,
  );
}

type Refusals = Partial<Record<keyof typeof OUTSIDE_FORM.fields, 'missing' | 'not_a_number' | 'too_long' | 'not_yet'>>;

/** A figure of others without its source is refused. A name holds no dot or brace: tokens are made of them. */
export function readOutside(
  values: typeof OUTSIDE_FORM.empty,
  today: Day,
): { figure: Omit<OutsideFigure, 'id'> } | { refusals: Refusals } {
  const typed = (field: 'key' | 'value' | 'unit' | 'source') => normalise(values[field] ?? '');
  const refusals: Refusals = {};
  const key = typed('key')
    .replace(/[{}|.]/g, '')
    .trim();
  if (key === '') refusals.key = 'missing';
  for (const field of ['unit', 'source'] as const) if (typed(field) === '') refusals[field] = 'missing';
  if (!values.as_of) refusals.as_of = 'missing';
  else if (values.as_of > today) refusals.as_of = 'not_yet';
  const digits = typed('value').replaceAll(',', '');
  if (!/^\d{1,12}$/.test(digits)) refusals.value = 'not_a_number';
  if (!values.as_of || Object.keys(refusals).length > 0) return { refusals };
  const figure = { key, asOf: values.as_of, value: Number(digits), unit: typed('unit'), source: typed('source') };
  return { figure };
}
