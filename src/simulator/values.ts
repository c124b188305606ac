import { isStateful, type Placed } from './elements.ts';
import { isObject, type JsonObject, objectsOf, present, stringOf, textOf } from './json.ts';
import type { Json, Value, Values } from './protocol.ts';

/** Options that an external select was given, by value; files by id. */
export type Known = { options: ReadonlyMap<string, JsonObject>; file: (id: string) => JsonObject | undefined };

export function optionsOf(element: JsonObject): JsonObject[] {
  return [...objectsOf(element.options), ...objectsOf(element.option_groups).flatMap((it) => objectsOf(it.options))];
}

/** What stands in an element before anyone touched it. */
export function initialValue({ element, type }: Placed): Value {
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return stringOf(element.initial_value) || null;
    case 'rich_text_input':
      return isObject(element.initial_value) ? element.initial_value : null;
    case 'datepicker':
      return stringOf(element.initial_date) || null;
    case 'timepicker':
      return stringOf(element.initial_time) || null;
    case 'datetimepicker':
      return typeof element.initial_date_time === 'number' ? element.initial_date_time : null;
    case 'radio_buttons':
    case 'static_select':
    case 'external_select':
      return isObject(element.initial_option) ? stringOf(element.initial_option.value) : null;
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return objectsOf(element.initial_options).map((it) => stringOf(it.value));
    case 'users_select':
      return stringOf(element.initial_user) || null;
    case 'conversations_select':
      return stringOf(element.initial_conversation) || null;
    case 'channels_select':
      return stringOf(element.initial_channel) || null;
    case 'multi_users_select':
      return strings(element.initial_users);
    case 'multi_conversations_select':
      return strings(element.initial_conversations);
    case 'multi_channels_select':
      return strings(element.initial_channels);
    default:
      return [];
  }
}

/** The values of newly drawn blocks: what the person did stays where block, action and kind are the same. */
export function mergedValues(placed: readonly Placed[], before: readonly Placed[], values: Values): Values {
  const merged: Values = {};
  for (const it of placed) {
    if (!isStateful(it.type)) continue;
    const same = before.some((b) => b.blockId === it.blockId && b.actionId === it.actionId && b.type === it.type);
    const kept = same ? values[it.blockId]?.[it.actionId] : undefined;
    slot(merged, it.blockId)[it.actionId] = kept === undefined ? initialValue(it) : kept;
  }
  return merged;
}

/** What was cleared is empty, whatever the element began with. */
export function valueAt(values: Values, it: Placed): Value {
  const held = values[it.blockId]?.[it.actionId];
  return held === undefined ? initialValue(it) : held;
}

/** Only elements that are there take a value. */
export function setValues(placed: readonly Placed[], into: Values, values: Values): void {
  for (const it of placed) {
    const value = values[it.blockId]?.[it.actionId];
    if (value === undefined || !isStateful(it.type)) continue;
    slot(into, it.blockId)[it.actionId] = value;
  }
}

/** `state.values` as Slack sends it: every element that keeps something, filled or not. */
export function stateOf(placed: readonly Placed[], values: Values, known: Known): JsonObject {
  const state: { [blockId: string]: JsonObject } = {};
  for (const it of placed) {
    if (!isStateful(it.type)) continue;
    slot(state, it.blockId)[it.actionId] = { type: it.type, ...chosen(it, valueAt(values, it), known) };
  }
  return state;
}

/** The fields with which Slack says what an element holds: in `state.values` and in `actions`. */
export function chosen({ element, type }: Placed, value: Value, known: Known): JsonObject {
  const option = (wanted: string): JsonObject =>
    optionsOf(element).find((it) => it.value === wanted) ??
    known.options.get(wanted) ??
    [element.initial_option, ...objectsOf(element.initial_options)]
      .filter(isObject)
      .find((it) => it.value === wanted) ?? {
      text: { type: 'plain_text', text: wanted },
      value: wanted,
    };
  const one = typeof value === 'string' && value !== '' ? value : null;
  const many = strings(value);
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { value: typeof value === 'number' ? String(value) : one };
    case 'rich_text_input':
      return present({ rich_text_value: richText(value) });
    case 'file_input':
      return { files: many.flatMap((id) => known.file(id) ?? []) };
    case 'datepicker':
      return { selected_date: one };
    case 'timepicker':
      return present({ selected_time: one, timezone: element.timezone });
    case 'datetimepicker':
      return { selected_date_time: typeof value === 'number' ? value : null };
    case 'radio_buttons':
    case 'static_select':
    case 'external_select':
      return { selected_option: one === null ? null : option(one) };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { selected_options: many.map(option) };
    case 'users_select':
      return { selected_user: one };
    case 'conversations_select':
      return { selected_conversation: one };
    case 'channels_select':
      return { selected_channel: one };
    case 'multi_users_select':
      return { selected_users: many };
    case 'multi_conversations_select':
      return { selected_conversations: many };
    case 'multi_channels_select':
      return { selected_channels: many };
    case 'overflow':
      return { selected_option: option(one ?? '') };
    case 'button':
    case 'icon_button':
      return present({ text: element.text, value: element.value, url: element.url, icon: element.icon });
    case 'feedback_buttons': {
      const pressed = [element.positive_button, element.negative_button]
        .filter(isObject)
        .find((it) => it.value === one);
      return present({ text: pressed?.text, value: one });
    }
    default:
      return {};
  }
}

/** What a person reads in the field. */
export function shownValue({ element }: Placed, value: Value, known: Known): string {
  const label = (wanted: string) =>
    textOf((optionsOf(element).find((it) => it.value === wanted) ?? known.options.get(wanted))?.text) || wanted;
  if (value === null) return '';
  if (typeof value === 'string') return label(value);
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(label).join(', ') : '';
}

function slot<Held>(
  by: { [blockId: string]: { [actionId: string]: Held } },
  blockId: string,
): { [actionId: string]: Held } {
  const held = by[blockId] ?? {};
  by[blockId] = held;
  return held;
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === 'string') : [];
}

function richText(value: Value): JsonObject | undefined {
  if (isObject(value)) return value;
  if (typeof value !== 'string' || value === '') return undefined;
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: value }] }],
  };
}
