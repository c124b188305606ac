import { type Block, clip, context, escaped, header, section } from '../../../slack/blocks.ts';
import type { Message } from '../../../slack/privately.ts';
import type { Text } from '../../../text/index.ts';

/** Rows of a day that one block shows; a block holds 3,000 letters. */
const ROWS_IN_BLOCK = 8;
const MOST_BLOCKS = 45;
/** Slack takes about 13,000 letters in all blocks of a message. */
const LETTERS = 11_000;
const LONGEST_ROW = 360;

/** The office's day, for the channel; `total` visits take place. `corrected`: since when it is as it stands. */
export function scheduleMessage(
  days: readonly { title: string; rows: readonly string[] }[],
  total: number,
  text: Text,
  corrected: string | null = null,
): Message {
  const count = days.reduce((sum, { rows }) => sum + rows.length, 0);
  const longest = Math.min(LONGEST_ROW, Math.floor(LETTERS / Math.max(1, count)));
  const blocks = days.flatMap(({ title, rows }): Block[] => [
    section(`■ ${title}`),
    ...Array.from({ length: Math.ceil(rows.length / ROWS_IN_BLOCK) }, (_, i) =>
      section(
        rows
          .slice(i * ROWS_IN_BLOCK, (i + 1) * ROWS_IN_BLOCK)
          .map((row) => clip(row, longest))
          .join('\n'),
      ),
    ),
  ]);
  const lead = total === 0 ? text.reminder.scheduleEmpty : text.reminder.schedule(String(total));
  return {
    text: escaped(
      [lead, ...(corrected ? [corrected] : []), ...days.flatMap(({ title, rows }) => [title, ...rows])]
        .join('\n')
        .slice(0, 3000),
    ),
    blocks: [
      header(text.reminder.kinds.schedule_today.name),
      section(lead),
      ...blocks.slice(0, MOST_BLOCKS),
      ...(corrected ? [context(corrected)] : []),
      context(text.reminder.scheduleHint),
    ],
  };
}
