import { isObject, type JsonObject, objectsOf, stringOf } from './json.ts';
import type { Block } from './protocol.ts';

/** An element that people use, with the block it stands in. */
export type Placed = { element: JsonObject; type: string; blockId: string; actionId: string; input?: Block };

/** Elements that keep what a person chose; the others only send. */
const STATEFUL: ReadonlySet<string> = new Set([
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'checkboxes',
  'radio_buttons',
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
]);

const SENDING: ReadonlySet<string> = new Set([
  'button',
  'overflow',
  'feedback_buttons',
  'icon_button',
  'workflow_button',
]);

export const isStateful = (type: string): boolean => STATEFUL.has(type);

/** Blocks with every block_id and action_id that the app left out, as Slack fills them in. */
export function withIds(blocks: readonly Block[], newId: () => string): Block[] {
  return blocks.map((block) => {
    const copy: Block = { ...structuredClone(block), block_id: stringOf(block.block_id) || newId() };
    for (const { element } of elementsOfBlock(copy)) if (!element.action_id) element.action_id = newId();
    for (const child of innerBlocks(copy)) if (!child.block_id) child.block_id = newId();
    return copy;
  });
}

export const elementsOf = (blocks: readonly Block[]): Placed[] => blocks.flatMap(elementsOfBlock);

export function findElement(blocks: readonly Block[], blockId: string, actionId: string): Placed | undefined {
  return elementsOf(blocks).find((it) => it.blockId === blockId && it.actionId === actionId);
}

/** Containers hold blocks, carousels hold cards. */
function innerBlocks(block: Block): JsonObject[] {
  if (block.type === 'container') return objectsOf(block.child_blocks);
  if (block.type === 'carousel') return objectsOf(block.elements);
  return [];
}

function elementsOfBlock(block: Block): Placed[] {
  const inner = innerBlocks(block);
  if (inner.length > 0) {
    return inner.flatMap((it) => elementsOfBlock({ ...it, type: stringOf(it.type), block_id: stringOf(it.block_id) }));
  }
  const found = [block.element, block.accessory, ...objectsOf(block.elements), ...objectsOf(block.actions)];
  return found.filter(isObject).flatMap((element) => {
    const type = stringOf(element.type);
    if (!STATEFUL.has(type) && !SENDING.has(type)) return [];
    const placed = { element, type, blockId: block.block_id, actionId: stringOf(element.action_id) };
    return [block.type === 'input' ? { ...placed, input: block } : placed];
  });
}
