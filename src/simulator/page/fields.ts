import type { FieldProblem } from '../action.ts';
import type { Block, Value, Values } from '../protocol.ts';
import type { Element, KnownBlock } from './blocks/kit.ts';

export type Field = { blockId: string; actionId: string; element: Element; required: boolean; collected: boolean };

/** Every element that can hold a value, in the order it is drawn. */
export function fieldsOf(blocks: Block[]): Field[] {
  return blocks.flatMap((sent): Field[] => {
    const block = sent as unknown as KnownBlock;
    const at = (element: Element | undefined, collected: boolean, required: boolean): Field[] =>
      element?.action_id ? [{ blockId: sent.block_id, actionId: element.action_id, element, collected, required }] : [];
    if (block.type === 'input') return at(block.element, true, block.optional !== true);
    if (block.type === 'actions') return block.elements.flatMap((one) => at(one, false, false));
    if (block.type === 'section' && block.accessory?.type !== 'image') return at(block.accessory, false, false);
    if (block.type === 'container') return fieldsOf(block.child_blocks as unknown as Block[]);
    return [];
  });
}

/**
 * What the inputs hold now: what was typed here wins over what the server knows, as long as the element is still there and
 * the choice is still offered. So an update by the app never takes away what a person is typing.
 */
export function currentValues(blocks: Block[], served: Values, typed: Values): Values {
  const values: Values = {};
  for (const { blockId, actionId, element } of fieldsOf(blocks)) {
    const own = typed[blockId]?.[actionId];
    const value = own !== undefined && stillOffered(element, own) ? own : (served[blockId]?.[actionId] ?? null);
    values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return values;
}

function stillOffered(element: Element, value: Value): boolean {
  const options = optionValues(element);
  if (!options || value === null) return true;
  return Array.isArray(value) ? value.every((one) => options.has(one)) : options.has(String(value));
}

function optionValues(element: Element): Set<string> | null {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select': {
      const groups = element.option_groups?.flatMap((group) => group.options) ?? [];
      return new Set([...(element.options ?? []), ...groups].map((one) => one.value ?? ''));
    }
    case 'radio_buttons':
    case 'checkboxes':
      return new Set(element.options.map((one) => one.value ?? ''));
    default:
      return null;
  }
}

/** What Slack's own form refuses before it asks the app. */
export const checkFields = (blocks: Block[], values: Values): FieldProblem[] =>
  fieldsOf(blocks)
    .filter((field) => field.collected)
    .flatMap((field) => {
      const value = values[field.blockId]?.[field.actionId] ?? null;
      const problem = isEmpty(value)
        ? field.required
          ? { problem: 'required' as const }
          : null
        : refusal(field.element, value);
      return problem ? [{ blockId: field.blockId, ...problem }] : [];
    });

const isEmpty = (value: Value): boolean =>
  value === null || (typeof value === 'string' && value === '') || (Array.isArray(value) && value.length === 0);

function refusal(element: Element, value: Value): Omit<FieldProblem, 'blockId'> | null {
  const words = typeof value === 'string' ? value : '';
  switch (element.type) {
    case 'plain_text_input': {
      const length = [...words].length;
      if (length < (element.min_length ?? 0)) return { problem: 'too_short', limit: element.min_length ?? 0 };
      if (length > (element.max_length ?? 3000)) return { problem: 'too_long', limit: element.max_length ?? 3000 };
      return null;
    }
    case 'number_input': {
      const number = Number(words);
      if (!/^-?\d+([.]\d+)?$/.test(words)) return { problem: 'not_a_number' };
      if (!element.is_decimal_allowed && !Number.isInteger(number)) return { problem: 'no_decimals' };
      const least = element.min_value === undefined ? null : Number(element.min_value);
      const most = element.max_value === undefined ? null : Number(element.max_value);
      if (least !== null && number < least) return { problem: 'too_small', limit: least };
      if (most !== null && number > most) return { problem: 'too_large', limit: most };
      return null;
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(words) ? null : { problem: 'not_an_email' };
    case 'url_text_input':
      return /^https?:\/\/\S+\.\S+/.test(words) ? null : { problem: 'not_a_url' };
    default:
      return null;
  }
}
