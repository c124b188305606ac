import type { types } from '@slack/bolt';
import { button, clip } from '../../slack/blocks.ts';
import type { Reader } from '../../slack/turn.ts';
import { expenseName } from '../expense/rules.ts';
import { EXPENSE_SHOW } from '../expense/views.ts';
import { detailWords, whenWords, wonWords } from '../expense/words.ts';
import type { Owed } from './owed.ts';

const LONGEST_ROW = 300;

/** A spend that waits for who entered it: why, what, and the button that shows it. */
export function owedSpendRow({ expense, why }: Owed, { text, today }: Reader): { words: string; show: types.Button } {
  const head = [
    expenseName(expense.id),
    text.expense.owing[why],
    whenWords(expense, text, today),
    wonWords(expense.amount, text),
  ];
  return {
    words: clip([head.join(' · '), detailWords(expense, text)].join('\n'), LONGEST_ROW),
    show: button(EXPENSE_SHOW, text.expense.show, String(expense.id)),
  };
}
