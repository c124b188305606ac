import type { Database } from '../../base/db/database.ts';
import { mayChange } from '../../people/rules.ts';
import { besideOthers, type Changed, overtaken } from '../../register/overtaken.ts';
import type { Turn } from '../../slack/turn.ts';
import type { Text } from '../../text/index.ts';
import type { Evidence } from '../../vocabulary/check.ts';
import { categoryOf } from '../category/rules.ts';
import { findChosenCategories } from '../category/store.ts';
import { changeWords } from '../expense/change-words.ts';
import type { Metadata } from '../expense/form.ts';
import { type Expense, editedSpend, expenseName, type Known, type Spend } from '../expense/rules.ts';
import { findExpense, type Receipt, spendOf } from '../expense/store.ts';
import { wonWords } from '../expense/words.ts';
import { findHeldRow } from '../held/store.ts';
import { changeRecord, recordSpend } from './store.ts';

export type Saved = { expense: Expense; how: 'saved' | 'savedAgain' | 'changed'; words: string };
export type NotSaved = { refusal: string } | { again: string; metadata: object };

/** Saves a filled form for good, or says why not. Of what others changed meanwhile, what its writer left alone stays theirs. */
export async function saveForm(
  drafted: Spend,
  { key, editing, heldRowId }: Metadata & { key: string },
  { receipts, evidence }: { receipts: readonly Receipt[]; evidence: Evidence },
  turn: Pick<Turn, 'db' | 'person' | 'text' | 'today' | 'now'>,
): Promise<Saved | NotSaved> {
  const { db, person, text, today } = turn;
  const words = text.expense.form;
  const refuse = (refusal: string): NotSaved => ({ refusal });
  const saved = (expense: Expense, how: Saved['how']): Saved => {
    return { expense, how, words: text.expense[how](expenseName(expense.id), wonWords(expense.amount, text)) };
  };
  const by = { actor: person.userId, at: turn.now(), today, receipts, evidence };
  const category = drafted.activity && categoryOf(drafted.activity, await findChosenCategories(db));
  const spend = { ...drafted, category };

  if (!editing) {
    const row = heldRowId === undefined ? null : await findHeldRow(db, heldRowId);
    const whole = row ? editedSpend(row.known, { ...spend, category: row.known.category ?? category }) : spend;
    const entered = await recordSpend(db, whole, { ...by, formKey: key, heldRowId: heldRowId ?? null });
    if ('refusal' in entered) return refuse(words.heldSettled);
    return saved(entered.expense, entered.again ? 'savedAgain' : 'saved');
  }

  const before = await findExpense(db, editing.id);
  if (!before) return refuse(text.expense.notFound(expenseName(editing.id)));
  if (!mayChange(person, before)) return refuse(words.notYours);
  const keptCategory = before.activity === spend.activity ? before.category : spend.category;
  const typed = editedSpend(before, { ...spend, category: keptCategory });
  const edited = await besideOthers(changedOf(text), editing, { typed, now: spendOf(before) }, db);
  const changed = await changeRecord(db, editing, edited, by);
  if (!changed) return refuse(text.expense.notFound(expenseName(editing.id)));
  if (!('refusal' in changed)) return saved(changed.record, 'changed');
  if (changed.refusal === 'ended') return refuse(words.alreadyVoid);
  return overtaken(changedOf(text), editing, changed.record.version, turn);
}

/** What a form began with: the record that is edited, or what is known of the row that is mended. */
export async function findBefore({ editing, heldRowId }: Metadata, db: Database): Promise<Known | null> {
  if (editing) return findExpense(db, editing.id);
  return heldRowId === undefined ? null : ((await findHeldRow(db, heldRowId))?.known ?? null);
}

const changedOf = (text: Text): Changed => ({
  noun: 'expense',
  versioned: ['changed'],
  say: (entry) => changeWords(entry, text),
});
