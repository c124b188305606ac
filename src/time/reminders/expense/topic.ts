import { findLackingEvidence } from '../../../spending/check/store.ts';
import { expenseName, parseExpenseName } from '../../../spending/expense/rules.ts';
import { findExpense } from '../../../spending/expense/store.ts';
import { detailWords, whenWords, wonWords } from '../../../spending/expense/words.ts';
import type { Item, Topic } from '../topic.ts';
import { evidenceDues } from './rules.ts';

export const expenseTopic: Topic = {
  kinds: ['expense_evidence'],

  async find(db, office, { to }) {
    return (await findLackingEvidence(db, { recordedUntil: to })).flatMap((lacking) => evidenceDues(lacking, office));
  },

  async items(db, records, office, { text, today }) {
    const lacking = new Set(
      (await findLackingEvidence(db, { recordedUntil: office.now })).map(({ expenseId }) => expenseId),
    );
    const items = new Map<string, Item>();
    for (const record of records) {
      const expense = await findExpense(db, parseExpenseName(record) ?? 0);
      if (!expense) continue;
      const head = [expenseName(expense.id), whenWords(expense, text, today), wonWords(expense.amount, text)];
      items.set(record, {
        words: [head.join(' · '), detailWords(expense, text)].join('\n'),
        pending: !expense.voided && lacking.has(expense.id),
        whose: [expense.createdBy],
        maker: expense.createdBy,
        history: { noun: 'expense', record: String(expense.id) },
        day: expense.spentOn,
        time: null,
      });
    }
    return items;
  },
};
