import type { types } from '@slack/bolt';
import { z } from 'zod';
import { clip, LONGEST, option, plain } from './blocks.ts';

/** One input of a form: its `block_id` is the field's name and its `action_id` is `value` (design, section 3). */
export type Field = { id: string; label: string; hint?: string | undefined; optional?: boolean | undefined };

const input = ({ id, label, hint, optional }: Field, element: types.InputBlock['element']): types.InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element,
  ...(hint ? { hint: plain(hint) } : {}),
  ...(optional ? { optional: true } : {}),
});

export const wordsField = (
  field: Field,
  value: string | null,
  { multiline = false, longest }: { multiline?: boolean; longest?: number } = {},
): types.InputBlock =>
  input(field, {
    type: 'plain_text_input',
    action_id: 'value',
    ...(multiline ? { multiline } : {}),
    ...(longest ? { max_length: Math.min(longest, LONGEST.initial) } : {}),
    ...(value ? { initial_value: clip(value, Math.min(longest ?? LONGEST.initial, LONGEST.initial)) } : {}),
  });

export const dateField = (field: Field, day: string | null): types.InputBlock =>
  input(field, {
    type: 'datepicker',
    action_id: 'value',
    ...(day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { initial_date: day } : {}),
  });

export const timeField = (field: Field, time: string | null): types.InputBlock =>
  input(field, {
    type: 'timepicker',
    action_id: 'value',
    ...(time && /^\d{2}:\d{2}$/.test(time) ? { initial_time: time } : {}),
  });

export const personField = (field: Field, userId: string | null): types.InputBlock =>
  input(field, { type: 'users_select', action_id: 'value', ...(userId ? { initial_user: userId } : {}) });

export type Choice = { label: string; value: string };
export type ChoiceGroup = { label: string; choices: readonly Choice[] };

export function choiceField(
  field: Field,
  choices: readonly Choice[] | { groups: readonly ChoiceGroup[] },
  chosen: string | null,
  placeholder: string,
): types.InputBlock {
  const all = 'groups' in choices ? choices.groups.flatMap((group) => group.choices) : choices;
  const initial = all.find(({ value }) => value === chosen);
  const options = (of: readonly Choice[]) => of.map(({ label, value }) => option(label, value));
  return input(field, {
    type: 'static_select',
    action_id: 'value',
    placeholder: plain(placeholder),
    ...('groups' in choices
      ? {
          option_groups: choices.groups.map((group) => ({
            label: plain(clip(group.label, LONGEST.option)),
            options: options(group.choices),
          })),
        }
      : { options: options(choices) }),
    ...(initial ? { initial_option: option(initial.label, initial.value) } : {}),
  });
}

export function choicesField(
  field: Field,
  choices: readonly Choice[],
  chosen: readonly string[],
  placeholder: string,
): types.InputBlock {
  const initial = choices.filter(({ value }) => chosen.includes(value));
  return input(field, {
    type: 'multi_static_select',
    action_id: 'value',
    placeholder: plain(placeholder),
    options: choices.map(({ label, value }) => option(label, value)),
    ...(initial.length > 0 ? { initial_options: initial.map(({ label, value }) => option(label, value)) } : {}),
  });
}

/** Options that the app is asked for while the person types; `from` letters on. */
export const searchField = (
  field: Field,
  chosen: readonly Choice[],
  { placeholder, from }: { placeholder: string; from: number },
): types.InputBlock =>
  input(field, {
    type: 'multi_external_select',
    action_id: 'value',
    placeholder: plain(placeholder),
    min_query_length: from,
    ...(chosen.length > 0 ? { initial_options: chosen.map(({ label, value }) => option(label, value)) } : {}),
  });

/** The same for a single choice; `from` 0 offers something before anything is typed. */
export const searchOneField = (
  field: Field,
  chosen: Choice | null,
  { placeholder, from }: { placeholder: string; from: number },
): types.InputBlock =>
  input(field, {
    type: 'external_select',
    action_id: 'value',
    placeholder: plain(placeholder),
    min_query_length: from,
    ...(chosen ? { initial_option: option(chosen.label, chosen.value) } : {}),
  });

/** A channel of the workspace; those shared with other workspaces are not offered. */
export const channelField = (field: Field, channel: string | null, placeholder: string): types.InputBlock =>
  input(field, {
    type: 'conversations_select',
    action_id: 'value',
    placeholder: plain(placeholder),
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
    ...(channel ? { initial_conversation: channel } : {}),
  });

export const tickField = (field: Field, label: string, ticked: boolean): types.InputBlock =>
  input(field, {
    type: 'checkboxes',
    action_id: 'value',
    options: [option(label, 'yes')],
    ...(ticked ? { initial_options: [option(label, 'yes')] } : {}),
  });

export const fileField = (field: Field): types.InputBlock =>
  input(field, { type: 'file_input', action_id: 'value', max_files: 1 });

const Option = z.object({ value: z.string() });
const Value = z.object({
  value: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  files: z.array(z.object({ name: z.string().nullish(), url_private: z.string().nullish() })).nullish(),
});
const State = z.record(z.string(), z.object({ value: Value }).partial());

/** What stands in a submitted form (`view.state.values`), by field. */
export function readFields(values: unknown): {
  one(field: string): string | null;
  many(field: string): string[];
  file(field: string): { name: string; url: string } | null;
} {
  const state = State.parse(values);
  const at = (field: string) => state[field]?.value;
  return {
    one(field) {
      const value = at(field);
      const chosen = value?.selected_option?.value ?? value?.selected_date ?? value?.selected_time;
      return value?.value ?? chosen ?? value?.selected_user ?? value?.selected_conversation ?? null;
    },
    many: (field) => (at(field)?.selected_options ?? []).map(({ value }) => value),
    file(field) {
      const [file] = at(field)?.files ?? [];
      return file?.url_private ? { name: file.name ?? 'file', url: file.url_private } : null;
    },
  };
}
