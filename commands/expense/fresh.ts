import { clockIn } from '../../src/korean/days.ts';
import { takeMentions } from '../../src/people/mentions.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { doubtWords, fillForm } from '../../src/spending/expense/fill.ts';
import { EMPTY_FORM, type Metadata } from '../../src/spending/expense/form.ts';
import type { ExpenseForm } from '../../src/spending/expense/rules.ts';
import { findLastAccount } from '../../src/spending/expense/store.ts';

/** A record that is about to be made: today and the account used last, and what a typed line says. */
export async function freshExpense(typed: string, turn: Turn): Promise<{ form: ExpenseForm; metadata: Metadata }> {
  const { db, person, today } = turn;
  const account = await findLastAccount(db, person.userId);
  const { people, rest } = await takeMentions(db, typed);
  const { form, doubts } = fillForm(rest, people, { today });
  return {
    form: { ...EMPTY_FORM, spent_on: today, account, ...form },
    metadata: doubts.length > 0 ? { doubts } : {},
  };
}

/** What stands above the form: what its line left open, and what in it was perhaps not meant. */
export const doubtsAbove = (form: ExpenseForm, { doubts = [] }: Metadata, { text, today, config, now }: Turn) =>
  doubtWords(form, doubts, { today, clock: clockIn(config.timezone, now()), text });
