import type { Place } from './action.ts';
import type { Placed } from './elements.ts';
import { isObject, type JsonObject, stringOf, textOf } from './json.ts';
import { keepFile } from './kept-file.ts';
import type { Value } from './protocol.ts';
import type { Slack } from './slack.ts';
import { optionsOf } from './values.ts';
import { findMessage } from './workspace.ts';

/** A file that a person picks from their own machine. */
export type OwnFile = { name: string; bytes: string | Uint8Array };

/** What may be said to stand in a field: ids or names of people, values or labels of options, dates, files. */
export type Filling = null | string | number | Date | OwnFile | readonly (string | OwnFile)[];

/** What stands at a place, whoever looks. */
export const blocksAt = (slack: Slack, place: Place) =>
  'view' in place
    ? ([...slack.workspace.homes.values(), ...[...slack.workspace.stacks.values()].flat()].find(
        (it) => it.id === place.view,
      )?.blocks ?? [])
    : (findMessage(slack.workspace, place.channel, place.ts)?.blocks ?? []);

/** By what people and tests call an element. */
export function names({ element, actionId, blockId, input, type }: Placed): string[] {
  const feedback = [element.positive_button, element.negative_button].filter(isObject).map((it) => stringOf(it.value));
  const label = type === 'button' || type === 'icon_button' ? textOf(element.text) : textOf(input?.label);
  const value = type === 'button' ? stringOf(element.value) : '';
  const inMenu = type === 'overflow' ? optionsOf(element).flatMap(optionNames) : [];
  return [actionId, blockId, label, value, ...feedback, ...inMenu].filter(Boolean);
}

/** What an option of a menu is called: its label, its value, and the first word of that. */
const optionNames = ({ text, value }: JsonObject): string[] => [
  textOf(text),
  stringOf(value),
  stringOf(value).split(' ')[0] ?? '',
];

/** The option of a menu that is meant, where a menu is pressed by the name of one of its options. */
export const optionCalled = ({ type, element }: Placed, name: string): string | undefined =>
  type === 'overflow'
    ? stringOf(optionsOf(element).find((it) => optionNames(it).includes(name))?.value) || undefined
    : undefined;

/** Labels become values, names become ids, files are uploaded. */
export function asValue(
  slack: Slack,
  user: string,
  { place, placed }: { place: Place; placed: Placed },
  wanted: Filling,
): Value {
  const { type, element } = placed;
  const many = type.startsWith('multi_') || type === 'checkboxes' || type === 'file_input';
  if (wanted === null) return many ? [] : null;
  const one = (it: string | number | Date | OwnFile): string => {
    if (typeof it === 'object' && 'bytes' in it) return keepFile(slack, user, it.name, Buffer.from(it.bytes));
    const text = it instanceof Date ? it.toISOString().slice(0, 10) : String(it);
    if (type.includes('users_select') || type.includes('conversations_select')) return personId(slack, text);
    if (type.includes('channels_select')) return channelId(slack, text);
    return optionValue(slack, place, element, text);
  };
  const list = (Array.isArray(wanted) ? wanted : [wanted]).map(one);
  if (many) return list;
  if (type === 'datetimepicker') return wanted instanceof Date ? wanted.getTime() / 1000 : Number(wanted);
  return list[0] ?? null;
}

function optionValue(slack: Slack, place: Place, element: Placed['element'], text: string): string {
  const offered = offeredAt(slack, place);
  const options = [...optionsOf(element), ...offered];
  const found = options.find((it) => it.value === text) ?? options.find((it) => textOf(it.text) === text);
  return found ? stringOf(found.value) : text;
}

function offeredAt(slack: Slack, place: Place) {
  if (!('view' in place)) return [...(findMessage(slack.workspace, place.channel, place.ts)?.offered.values() ?? [])];
  const views = [...slack.workspace.homes.values(), ...[...slack.workspace.stacks.values()].flat()];
  return [...(views.find((it) => it.id === place.view)?.offered.values() ?? [])];
}

const personId = (slack: Slack, text: string): string =>
  [...slack.workspace.people.values()].find((it) => it.id === text || it.name === text)?.id ?? text;

const channelId = (slack: Slack, text: string): string =>
  [...slack.workspace.channels.values()].find((it) => it.id === text || it.name === text)?.id ?? text;
