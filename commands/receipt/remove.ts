import { z } from 'zod';
import { isManager } from '../../src/people/rules.ts';
import { ending } from '../../src/register/ending.ts';
import { refuse } from '../../src/slack/outcome.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { counts, maySeeReceipts, type Receipt } from '../../src/spending/receipt/rules.ts';
import { findReceipts, removeReceipt } from '../../src/spending/receipt/store.ts';
import { doneMessage, RECEIPT_REMOVE } from '../../src/spending/receipt/views.ts';

const Key = z.tuple([z.number(), z.string()]);

/** Taking a receipt off a record: a reason is asked for, the file stays. */
export const removing = ending<Receipt>({
  open: RECEIPT_REMOVE,
  form: 'receipt_remove_form',
  async find(named, { db, person, text }) {
    const [expenseId, slackFileId] = Key.parse(JSON.parse(named));
    const expense = await findExpense(db, expenseId);
    if (!expense) return { refused: text.expense.notFound(expenseName(expenseId)) };
    if (!maySeeReceipts(person, expense)) return { refused: text.receipt.notForYou };
    if (expense.voided) return { refused: text.expense.form.alreadyVoid };
    if (expense.approval === 'approved' && !isManager(person)) return { refused: text.receipt.approved };
    const receipt = (await findReceipts(db, expenseId)).find((it) => it.slackFileId === slackFileId);
    return receipt && counts(receipt) ? { subject: receipt } : { ended: text.receipt.removedBefore };
  },
  words({ name, expenseId }, { receipt: { removeForm } }) {
    const { title, explain, submit } = removeForm;
    return { title, explain: explain(name, expenseName(expenseId)), submit };
  },
  async end(receipt, reason, turn) {
    const { text } = turn;
    const by = { actor: turn.person.userId, at: turn.now(), reason };
    const removed = await turn.db.transaction().execute(async (db) => {
      if (!(await removeReceipt(db, receipt, by))) return false;
      await judgeRecords(db, [receipt.expenseId], by.at);
      return true;
    });
    if (!removed) return refuse(text.receipt.removedBefore, 'reason');
    const done = text.receipt.removed(receipt.name, expenseName(receipt.expenseId));
    return {
      done,
      say: doneMessage(done, receipt.expenseId, text),
      after: () => refresh(turn, turn.client, receipt.expenseId),
    };
  },
});
