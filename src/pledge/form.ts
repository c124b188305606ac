import type { types } from '@slack/bolt';
import { z } from 'zod';
import { clip, context, LONGEST, option, plain, section, type View } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';
import { isStatus, STATUSES } from '../vocabulary/pledge.ts';
import { LONGEST_UPDATE, type Pledge, pledgeName, type UpdateForm, type UpdateRefusals } from './rules.ts';
import type { EvidenceFile } from './store.ts';
import { statusWords } from './words.ts';

export const PLEDGE_UPDATE = 'pledge_update';

/** What an open form knows of itself: which pledge, as it was seen, and the evaluation round it answers, if any. */
const Metadata = z.object({
  key: z.string().min(8),
  id: z.number(),
  version: z.number(),
  roundId: z.number().optional(),
  responseUrl: z.string().optional(),
});
export type Metadata = z.infer<typeof Metadata>;

export const readMetadata = (text: string): Metadata => Metadata.parse(JSON.parse(text));

const Typed = z.object({ value: z.string().nullish() });
const Files = z.object({ files: z.array(z.object({ id: z.string(), name: z.string().nullish() })).nullish() });
const State = z.object({
  status: z.object({ value: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }),
  progress: z.object({ value: Typed }),
  source: z.object({ value: Typed }),
  note: z.object({ value: Typed }).optional(),
  file: z.object({ value: Files }).optional(),
});

/** Reads the submitted form's state (`view.state.values`). */
export function readForm(values: unknown): { form: UpdateForm; files: EvidenceFile[] } {
  const state = State.parse(values);
  return {
    form: {
      status: state.status.value.selected_option?.value ?? null,
      progress: state.progress.value.value ?? null,
      source: state.source.value.value ?? null,
      note: state.note?.value.value ?? null,
    },
    files: (state.file?.value.files ?? []).map((file) => ({ id: file.id, name: file.name ?? file.id })),
  };
}

/** The form `pledge_update`; its field names are a contract. It also answers an evaluation. */
export function updateForm(
  pledge: Pledge,
  form: UpdateForm,
  metadata: Metadata,
  how: 'update' | 'propose' | 'review',
  text: Text,
  notice?: string,
): View {
  const words = text.pledge.form;
  const input = (
    field: keyof UpdateForm | 'file',
    element: types.InputBlock['element'],
    more: Partial<types.InputBlock> = {},
  ): types.InputBlock => ({ type: 'input', block_id: field, label: plain(words.labels[field]), element, ...more });
  const line = (field: 'source' | 'note', more: Partial<types.PlainTextInput> = {}): types.PlainTextInput => ({
    type: 'plain_text_input',
    action_id: 'value',
    max_length: LONGEST_UPDATE[field],
    ...(form[field] ? { initial_value: clip(form[field], LONGEST_UPDATE[field]) } : {}),
    ...more,
  });

  return {
    type: 'modal',
    callback_id: PLEDGE_UPDATE,
    private_metadata: JSON.stringify(metadata),
    title: plain(words.titles[how]),
    submit: plain(words.submits[how]),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(notice ? [section(notice)] : []),
      section(clip(`${pledgeName(pledge)} · ${pledge.title}`, LONGEST.header)),
      context(words.now(statusWords(pledge.status, text), pledge.progress)),
      input('status', statusSelect(form.status, text)),
      input('progress', {
        type: 'number_input',
        action_id: 'value',
        is_decimal_allowed: false,
        min_value: '0',
        max_value: '100',
        ...(form.progress !== null && /^\d+$/.test(form.progress) ? { initial_value: form.progress } : {}),
      }),
      input('source', line('source'), { hint: plain(words.hints.source) }),
      input('note', line('note', { multiline: true }), { optional: true, hint: plain(words.hints.note) }),
      input('file', { type: 'file_input', action_id: 'value', max_files: 5 }, { optional: true }),
    ],
  };
}

function statusSelect(chosen: string | null, text: Text): types.StaticSelect {
  const choice = (status: (typeof STATUSES)[number]) => option(text.pledge.statuses[status], status);
  return {
    type: 'static_select',
    action_id: 'value',
    placeholder: plain(text.expense.form.choose),
    options: STATUSES.map(choice),
    ...(isStatus(chosen) ? { initial_option: choice(chosen) } : {}),
  };
}

/** The refusals as Slack wants them, beside their fields. */
export const wordedRefusals = (refusals: UpdateRefusals, text: Text): Record<string, string> =>
  Object.fromEntries(Object.entries(refusals).map(([field, refusal]) => [field, text.pledge.form.refusals[refusal]]));
