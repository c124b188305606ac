import { formatWon } from '../../korean/won.ts';
import { type Block, button, clip, escaped, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { wonWords } from '../expense/words.ts';
import type { HeldRow, Problem } from './store.ts';

export const HELD_MEND = 'held_mend';
export const HELD_DISCARD = 'held_discard';
export const HELD_PAGE = 'held_page';

export const HELD_PAGE_SIZE = 5;
const LONGEST_ROW = 600;

/** The rows that no total holds, each as it came and with why; a button to mend each, and for who may, one to discard it. */
export function heldMessage(
  found: { rows: readonly HeldRow[]; count: number; won: number },
  offset: number,
  mayDiscard: boolean,
  text: Text,
  lead?: string,
): Message {
  const words = text.expense.held;
  if (found.count === 0) return plainMessage([...(lead ? [lead] : []), words.none].join('\n'));
  const summary = words.summary(formatWon(found.count), wonWords(found.won, text));
  const rows = found.rows.map((row) => ({ row, words: heldWords(row, text) }));
  return {
    text: escaped([...(lead ? [lead] : []), words.title, summary, ...rows.map((it) => it.words)].join('\n')),
    blocks: [
      ...(lead ? [section(lead)] : []),
      header(words.title),
      section(summary),
      ...rows.flatMap((it): Block[] => [
        section(it.words),
        {
          type: 'actions',
          block_id: `held_${it.row.id}`,
          elements: [
            button(HELD_MEND, words.mend, String(it.row.id)),
            ...(mayDiscard ? [button(HELD_DISCARD, words.discard, String(it.row.id), 'danger')] : []),
          ],
        },
      ]),
      ...pager(HELD_PAGE, { query: '', offset }, { count: found.count, size: HELD_PAGE_SIZE }, text),
    ],
  };
}

function heldWords(row: HeldRow, text: Text): string {
  const reasons = row.problems.map((problem) => problemWords(problem, text));
  const cells = row.cells.filter((cell) => cell.trim() !== '').join(' | ');
  return clip([text.expense.sourceLine(row.file, String(row.line)), ...reasons, cells].join('\n'), LONGEST_ROW);
}

export const problemWords = (problem: Problem, text: Text): string =>
  text.files.problems[problem.code] ?? text.files.otherProblem(problem.code);
