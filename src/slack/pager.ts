import type { types } from '@slack/bolt';
import type { Text } from '../text/index.ts';
import { type Block, button } from './blocks.ts';

/** Previous and next; two action ids, since Slack wants each once in a message. */
export function pager(
  actionId: string,
  at: { query: string; offset: number },
  of: { count: number; size: number },
  text: Text,
): Block[] {
  const to = (offset: number) => JSON.stringify({ query: at.query, offset });
  const elements: types.Button[] = [];
  if (at.offset > 0) {
    elements.push(button(`${actionId}_previous`, text.expense.list.previous, to(Math.max(0, at.offset - of.size))));
  }
  if (at.offset + of.size < of.count) {
    elements.push(button(`${actionId}_next`, text.expense.list.next, to(at.offset + of.size)));
  }
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}
