import type { types } from '@slack/bolt';
import { z } from 'zod';
import { clip, LONGEST, option, plain } from './blocks.ts';

/** One input of a form: its `block_id` is the field's name and its `action_id` is `value`. */
export type Field = {
  id: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
  /** Whether the app hears of each change. */
  telling?: boolean | undefined;
};

const input = (
  { id, label, hint, optional, telling }: Field,
  element: types.InputBlock['element'],
): types.InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element,
  ...(hint ? { hint: plain(hint) } : {}),
  ...(optional ? { optional: true } : {}),
  ...(telling ? { dispatch_action: true } : {}),
});

const LETTER_BY_LETTER = { dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] } };

export const wordsField = (
  field: Field,
  value: string | null,
  {
    multiline = false,
    longest,
    letterByLetter,
  }: { multiline?: boolean; longest?: number; letterByLetter?: boolean } = {},
): types.InputBlock =>
  input(field, {
    type: 'plain_text_input',
    action_id: 'value',
    ...(letterByLetter ? LETTER_BY_LETTER : {}),
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

export const fileField = (
  field: Field,
  { most = 1, types }: { most?: number; types?: readonly string[] } = {},
): types.InputBlock =>
  input(field, {
    type: 'file_input',
    action_id: 'value',
    max_files: most,
    ...(types ? { filetypes: [...types] } : {}),
  });

/** A whole number; Slack refuses what lies outside. */
export const numberField = (
  field: Field,
  value: string | null,
  { least, most, letterByLetter }: { least?: number; most?: number; letterByLetter?: boolean } = {},
): types.InputBlock => {
  const n = value !== null && /^\d+$/.test(value) ? Number(value) : null;
  const fits = n !== null && n >= (least ?? 0) && n <= (most ?? Number.MAX_SAFE_INTEGER);
  return input(field, {
    type: 'number_input',
    action_id: 'value',
    is_decimal_allowed: false,
    ...(least === undefined ? {} : { min_value: String(least) }),
    ...(most === undefined ? {} : { max_value: String(most) }),
    ...(letterByLetter ? LETTER_BY_LETTER : {}),
    ...(fits ? { initial_value: String(n) } : {}),
  });
};

export const peopleField = (field: Field, userIds: readonly string[]): types.InputBlock =>
  input(field, {
    type: 'multi_users_select',
    action_id: 'value',
    ...(userIds.length > 0 ? { initial_users: [...userIds] } : {}),
  });

const Option = z.looseObject({ value: z.string(), text: z.looseObject({ text: z.string() }).optional() });
const Value = z.object({
  value: z.string().nullish(),
  selected_option: Option.nullish(),
  selected_options: z.array(Option).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  files: z
    .array(z.object({ id: z.string().nullish(), name: z.string().nullish(), url_private: z.string().nullish() }))
    .nullish(),
});
const At = z.object({ value: Value }).partial();
const State = z.record(z.string(), At);

export type FileField = { id: string; name: string; url: string | null };
export type Fields = {
  one(field: string): string | null;
  many(field: string): string[];
  files(field: string): FileField[];
  file(field: string): { name: string; url: string } | null;
  /** As the person reads it; `''` where nothing stands. */
  said(field: string): string;
};

/** What stands in a submitted form (`view.state.values`), by field. */
export function readFields(values: unknown): Fields {
  const state = State.parse(values);
  const at = (field: string) => state[field]?.value;
  const one = (field: string) => {
    const value = at(field);
    const chosen = value?.selected_option?.value ?? value?.selected_date ?? value?.selected_time;
    return value?.value ?? chosen ?? value?.selected_user ?? value?.selected_conversation ?? null;
  };
  const files = (field: string) =>
    (at(field)?.files ?? []).map(({ id, name, url_private }) => ({
      id: id ?? '',
      name: name || id || 'file',
      url: url_private ?? null,
    }));
  return {
    one,
    many: (field) =>
      (at(field)?.selected_options ?? []).map(({ value }) => value).concat(at(field)?.selected_users ?? []),
    files,
    file(field) {
      const [file] = files(field);
      return file?.url ? { name: file.name, url: file.url } : null;
    },
    said(field) {
      const value = at(field);
      const options = [...(value?.selected_option ? [value.selected_option] : []), ...(value?.selected_options ?? [])];
      const chosen = options.map((it) => it.text?.text ?? it.value);
      const named = [...chosen, ...(value?.selected_users ?? []), ...files(field).map(({ name }) => name)];
      return named.length > 0 ? named.join(', ') : (one(field) ?? '');
    },
  };
}

/** What an element begins with, so that it shows what stands in the form now: all that it began with before is left out. */
export function initialOf(element: { type: string }, state: unknown): Record<string, unknown> {
  const value = At.safeParse(state).data?.value;
  if (!value || element.type === 'file_input') return {};
  const some = <T>(list: readonly T[] | null | undefined) => (list && list.length > 0 ? list : undefined);
  return {
    initial_value: value.value ? clip(value.value, LONGEST.initial) : undefined,
    initial_option: value.selected_option ?? undefined,
    initial_options: some(value.selected_options),
    initial_date: value.selected_date ?? undefined,
    initial_time: value.selected_time ?? undefined,
    initial_user: value.selected_user ?? undefined,
    initial_users: some(value.selected_users),
    initial_conversation: value.selected_conversation ?? undefined,
  };
}
