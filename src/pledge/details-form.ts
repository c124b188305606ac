import type { types } from '@slack/bolt';
import { z } from 'zod';
import { clip, option, plain, section, type View } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';
import type { DetailsField } from '../vocabulary/pledge.ts';
import { BASIS_KINDS, isBasisKind } from '../vocabulary/pledge.ts';
import { type DetailsForm, type DetailsRefusals, LONGEST_DETAILS } from './details.ts';

export const PLEDGE_DETAILS = 'pledge_details';

const Metadata = z.object({
  key: z.string().min(8),
  term: z.number(),
  editing: z.object({ id: z.number(), version: z.number() }).optional(),
  responseUrl: z.string().optional(),
});
export type Metadata = z.infer<typeof Metadata>;
export const readMetadata = (text: string): Metadata => Metadata.parse(JSON.parse(text));

const Typed = z.object({ value: z.object({ value: z.string().nullish() }) });
const Chosen = z.object({ value: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) });
const State = z.object({
  code: Typed,
  title: Typed,
  type: Chosen,
  field: Typed,
  department: Typed,
  owner: z.object({ value: z.object({ selected_user: z.string().nullish() }) }),
  goal: Typed,
  budget: Typed,
  secured: Typed,
  spent: Typed,
  basis_kind: Chosen,
  basis: Typed,
  source: Typed,
});

export function readForm(values: unknown): DetailsForm {
  const { type, basis_kind, owner, ...typed } = State.parse(values);
  return {
    code: typed.code.value.value ?? null,
    title: typed.title.value.value ?? null,
    type: type.value.selected_option?.value ?? null,
    field: typed.field.value.value ?? null,
    department: typed.department.value.value ?? null,
    owner: owner.value.selected_user ?? null,
    goal: typed.goal.value.value ?? null,
    budget: typed.budget.value.value ?? null,
    secured: typed.secured.value.value ?? null,
    spent: typed.spent.value.value ?? null,
    basis_kind: basis_kind.value.selected_option?.value ?? null,
    basis: typed.basis.value.value ?? null,
    source: typed.source.value.value ?? null,
  };
}

const MOST_OPTIONS = 100;

/** What a pledge says, all but its status; `types` is the office's list. */
export function detailsForm(
  form: DetailsForm,
  types: readonly string[],
  metadata: Metadata,
  text: Text,
  notice?: string,
): View {
  const words = text.pledge.details;
  const required = new Set<DetailsField>(['title', 'source']);
  const input = (field: DetailsField, element: types.InputBlock['element']): types.InputBlock => ({
    type: 'input',
    block_id: field,
    label: plain(words.labels[field]),
    element,
    optional: !required.has(field),
    ...(words.hints[field] ? { hint: plain(words.hints[field]) } : {}),
  });
  const line = (
    field: Exclude<DetailsField, 'type' | 'basis_kind' | 'owner'>,
    longest: number,
  ): types.PlainTextInput => ({
    type: 'plain_text_input',
    action_id: 'value',
    max_length: longest,
    ...(field === 'goal' ? { multiline: true } : {}),
    ...(form[field] ? { initial_value: clip(form[field], longest) } : {}),
  });
  const select = (options: types.PlainTextOption[], chosen: string | null): types.StaticSelect => {
    const initial = options.find((each) => each.value === chosen);
    return {
      type: 'static_select',
      action_id: 'value',
      placeholder: plain(text.expense.form.choose),
      options,
      ...(initial ? { initial_option: initial } : {}),
    };
  };
  const typeOptions = types.slice(0, MOST_OPTIONS).map((type) => option(text.pledge.typeName(type), type));
  const basisOptions = BASIS_KINDS.map((kind) => option(words.basisOption(text.pledge.basisKinds[kind]), kind));

  return {
    type: 'modal',
    callback_id: PLEDGE_DETAILS,
    private_metadata: JSON.stringify(metadata),
    title: plain(metadata.editing ? words.edit : words.add),
    submit: plain(text.expense.form.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(notice ? [section(notice)] : []),
      input('code', line('code', LONGEST_DETAILS.code)),
      input('title', line('title', LONGEST_DETAILS.title)),
      input('type', select(typeOptions, form.type)),
      input('field', line('field', LONGEST_DETAILS.field)),
      input('department', line('department', LONGEST_DETAILS.department)),
      input('owner', {
        type: 'users_select',
        action_id: 'value',
        ...(form.owner ? { initial_user: form.owner } : {}),
      }),
      input('goal', line('goal', LONGEST_DETAILS.goal)),
      input('budget', line('budget', 60)),
      input('secured', line('secured', 60)),
      input('spent', line('spent', 60)),
      input('basis_kind', select(basisOptions, isBasisKind(form.basis_kind) ? form.basis_kind : null)),
      input('basis', line('basis', LONGEST_DETAILS.basis)),
      input('source', line('source', LONGEST_DETAILS.source)),
    ],
  };
}

export const wordedRefusals = (refusals: DetailsRefusals, text: Text): Record<string, string> =>
  Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [field, text.pledge.details.refusals[refusal]]),
  );
