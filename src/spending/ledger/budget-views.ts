import { formatWon } from '../../korean/won.ts';
import { button, context, escaped, header, sentence } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import { tableBlock } from '../../slack/table.ts';
import type { Text } from '../../text/index.ts';
import { BUDGET_OPEN } from '../budget/views.ts';
import { EXPENSE_STATUS } from '../expense/views.ts';
import { accountWords } from '../expense/words.ts';
import type { Status } from './rules.ts';

/** A year's budgets in whole won, what is left of each, and how they are changed by who may. */
export function budgetsMessage(status: Status, mayChange: boolean, text: Text): Message {
  const { budgetState: words, budgets, showStatus } = text.office;
  const title = words.title(status.year);
  const figure = (won: number | null): string => (won === null ? '–' : formatWon(won));
  const rows = [
    words.columns,
    ...status.accounts
      .filter(({ budget }) => budget !== null)
      .map((line) => [accountWords(line.account, text), figure(line.budget), figure(line.balance)]),
    [text.expense.status.total, figure(status.budget), figure(status.balance)],
  ];
  const state = status.budget === null ? sentence(words.none(status.year)) : tableBlock(rows);
  const lines = status.budget === null ? [words.none(status.year)] : rows.map((row) => row.join(' | '));
  const how = mayChange ? words.change : words.ask;
  return {
    text: escaped([title, ...lines, how].join('\n')),
    blocks: [
      header(title),
      state,
      context(how),
      {
        type: 'actions',
        elements: [
          ...(mayChange ? [button(BUDGET_OPEN, budgets, ' ', 'primary')] : []),
          button(EXPENSE_STATUS, showStatus, ' '),
        ],
      },
    ],
  };
}
