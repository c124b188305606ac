import type { types } from '@slack/bolt';
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

/** Boxes to tick, all to be seen at once. */
export function boxesField(field: Field, choices: readonly Choice[], ticked: readonly string[]): types.InputBlock {
  const options = choices.map(({ label, value }) => option(label, value));
  const initial = options.filter((_, i) => ticked.includes(choices[i]?.value ?? ''));
  return input(field, {
    type: 'checkboxes',
    action_id: 'value',
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  });
}

export const tickField = (field: Field, label: string, ticked: boolean): types.InputBlock =>
  boxesField(field, [{ label, value: 'yes' }], ticked ? ['yes'] : []);

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

export const peopleField = (field: Field, userIds: readonly string[], most?: number): types.InputBlock =>
  input(field, {
    type: 'multi_users_select',
    action_id: 'value',
    ...(most ? { max_selected_items: most } : {}),
    ...(userIds.length > 0 ? { initial_users: userIds.slice(0, most) } : {}),
  });
