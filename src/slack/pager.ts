import type { types } from '@slack/bolt';
import type { Text } from '../text/index.ts';
import { type Block, button } from './blocks.ts';

/** Where a list can be turned to; an action id for each, since Slack wants each once in a message. */
export const PAGE_TURNS = ['first', 'previous', 'next', 'last'] as const;

/** First and previous, next and last: what there is of them. */
export function pager(
  actionId: string,
  at: { query: string; offset: number },
  of: { count: number; size: number },
  text: Text,
): Block[] {
  const last = Math.max(0, Math.ceil(of.count / of.size) - 1) * of.size;
  const to = {
    first: at.offset > 0 ? 0 : null,
    previous: at.offset > 0 ? Math.max(0, at.offset - of.size) : null,
    next: at.offset + of.size < of.count ? at.offset + of.size : null,
    last: at.offset + of.size < of.count ? last : null,
  };
  const elements = PAGE_TURNS.flatMap((turn): types.Button[] => {
    const offset = to[turn];
    if (offset === null) return [];
    return [button(`${actionId}_${turn}`, text.conversation[turn], JSON.stringify({ query: at.query, offset }))];
  });
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}
