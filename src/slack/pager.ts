import type { types } from '@slack/bolt';
import type { Text } from '../text/index.ts';
import { type Block, button } from './blocks.ts';

/** Where a list can be turned to; an action id for each, since Slack wants each once in a message. */
const PAGE_TURNS = ['first', 'previous', 'next', 'last'] as const;

const LONGEST_QUERY = 300;

/** The words that a list is asked by, as many as its buttons carry. */
export const queryOf = (typed: string): string => [...typed].slice(0, LONGEST_QUERY).join('');

/** The action ids of a list's buttons. */
export const turnsOf = (actionId: string): string[] => PAGE_TURNS.map((to) => `${actionId}_${to}`);

/** First and previous, next and last: what there is of them. */
export function pager(
  actionId: string,
  at: { query: string; offset: number },
  of: { count: number; size: number },
  text: Text,
): Block[] {
  const elements = pageButtons(actionId, (offset) => JSON.stringify({ query: at.query, offset }), at.offset, of, text);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** The same, for a list whose buttons have to say more. */
export function pageButtons(
  actionId: string,
  value: (offset: number) => string,
  at: number,
  of: { count: number; size: number },
  text: Text,
): types.Button[] {
  const last = Math.max(0, Math.ceil(of.count / of.size) - 1) * of.size;
  const to = {
    first: at > 0 ? 0 : null,
    previous: at > 0 ? Math.max(0, at - of.size) : null,
    next: at + of.size < of.count ? at + of.size : null,
    last: at + of.size < of.count ? last : null,
  };
  return PAGE_TURNS.flatMap((turn) => {
    const offset = to[turn];
    return offset === null ? [] : [button(`${actionId}_${turn}`, text.conversation[turn], value(offset))];
  });
}
