import type { Database } from '../../base/db/database.ts';
import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import { findHistory } from '../../people/history/store.ts';
import { mayChange } from '../../people/rules.ts';
import { findNames } from '../../people/store.ts';
import { clip } from '../../slack/blocks.ts';
import type { Visitor } from '../../slack/visitor.ts';
import type { Evidence } from '../../vocabulary/check.ts';
import type { ExpenseField } from '../../vocabulary/expense.ts';
import { categoryOf } from '../category/rules.ts';
import { findChosenCategories } from '../category/store.ts';
import { changeWords } from '../expense/change-words.ts';
import type { Metadata } from '../expense/form.ts';
import { type Expense, editedSpend, expenseName, type Known, type Spend } from '../expense/rules.ts';
import { findExpense, type Receipt } from '../expense/store.ts';
import { wonWords } from '../expense/words.ts';
import { findHeldRow } from '../held/store.ts';
import { changeRecord, recordSpend } from './store.ts';

export type Saved = { expense: Expense; how: 'saved' | 'savedAgain' | 'changed'; words: string };
export type NotSaved = { refusal: string; field: ExpenseField; overtakenBy?: number };

/** Block errors stand under one field on a phone. */
const LONGEST_REASON = 300;

/** Saves a filled form for good, or says why not. `seen` is the version that an edit is made from. */
export async function saveForm(
  drafted: Spend,
  { key, editing, heldRowId }: Metadata,
  {
    receipts,
    evidence = {},
    seen = 1,
  }: { receipts: readonly Receipt[]; evidence?: Evidence; seen?: number | undefined },
  visitor: Visitor,
  deps: Deps,
): Promise<Saved | NotSaved> {
  const { person, text } = visitor;
  const { db } = deps;
  const words = text.expense.form;
  const refuse = (refusal: string): NotSaved => ({ refusal, field: 'spent_on' });
  const saved = (expense: Expense, how: Saved['how']): Saved => {
    return { expense, how, words: text.expense[how](expenseName(expense.id), wonWords(expense.amount, text)) };
  };
  const now = deps.now();
  const by = {
    actor: person.userId,
    at: now,
    today: todayIn(deps.config.timezone, now),
    receipts,
    evidence,
  };
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
  const edited = editedSpend(before, { ...spend, category: keptCategory });
  const changed = await changeRecord(db, editing.id, seen, edited, by);
  if (!changed) return refuse(text.expense.notFound(expenseName(editing.id)));
  if (!('refusal' in changed)) return saved(changed.expense, 'changed');
  if (changed.refusal === 'voided') return refuse(words.alreadyVoid);
  return { ...refuse(await overtaken(editing.id, visitor, deps)), overtakenBy: changed.expense.version };
}

/** What a form began with: the record that is edited, or what is known of the row that is mended. */
export async function findBefore({ editing, heldRowId }: Metadata, db: Database): Promise<Known | null> {
  if (editing) return findExpense(db, editing.id);
  return heldRowId === undefined ? null : ((await findHeldRow(db, heldRowId))?.known ?? null);
}

/** Who changed the record meanwhile and what, so that the second one can decide. */
async function overtaken(id: number, { text }: Visitor, { db }: Deps): Promise<string> {
  const [last] = await findHistory(db, 'expense', String(id), 1);
  if (!last) return text.expense.form.changedMeanwhile('–', '');
  const name = (await findNames(db, [last.actor])).get(last.actor) ?? last.actor;
  return clip(text.expense.form.changedMeanwhile(name, changeWords(last, text)), LONGEST_REASON);
}
