import { formatSpan } from '../../../korean/day-words.ts';
import { escaped, section } from '../../../slack/blocks.ts';
import { type Message, plainMessage } from '../../../slack/privately.ts';
import type { Text } from '../../../text/index.ts';
import type { Away } from './rules.ts';

export const AWAY_OPEN = 'approval_away_open';
export const AWAY_END = 'approval_away_end';

/** Tells who is away that nobody stands in for them any more. */
export const deputyGoneMessage = ({ from, to }: Away, deputy: string, text: Text): Message =>
  plainMessage(text.approval.away.deputyGone(deputy, ...formatSpan({ from, to }, text.language, '')));

/** Tells a deputy that they are one, or no longer. */
export function deputyMessage({ from, to, ended }: Away, name: string, text: Text): Message {
  const words = text.approval.away[ended ? 'noticeEnded' : 'notice'](
    name,
    ...formatSpan({ from, to }, text.language, ''),
  );
  return { text: escaped(words), blocks: [section(words)] };
}
