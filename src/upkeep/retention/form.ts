import { z } from 'zod';
import { section, type View } from '../../slack/blocks.ts';
import { drawForm, form, number } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { KEPT, type Kept } from '../../vocabulary/upkeep.ts';
import { LEAST } from './rules.ts';

const years = (kind: Kept) => number({ least: LEAST[kind], most: 99 });

export const RETENTION = form({
  id: 'retention_settings',
  metadata: z.object({}),
  fields: {
    receipts: years('receipts'),
    access_records: years('access_records'),
    messages: years('messages'),
    imports: years('imports'),
  },
});

export function retentionForm(now: Readonly<Record<Kept, number>>, text: Text): View {
  const { form: words, kinds, grounds } = text.upkeep.retention;
  const values = Object.fromEntries(KEPT.map((kind) => [kind, String(now[kind])])) as Record<Kept, string>;
  const look = {
    title: words.title,
    submit: words.submit,
    labels: Object.fromEntries(KEPT.map((kind) => [kind, words.years(kinds[kind])])),
    hints: grounds,
    show: [section(words.explain), ...KEPT],
  };
  return drawForm(RETENTION, values, {}, look, text);
}
