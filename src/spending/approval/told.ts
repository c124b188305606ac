import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import { button } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { Expense } from '../expense/rules.ts';
import { findAround, findTurn } from './around.ts';
import { rightOf } from './rules.ts';
import { findApproval, findOffice } from './store.ts';
import { APPROVAL_OPEN, turnWords } from './views.ts';
import { actorWords, stateWords, trailWords } from './words.ts';

/** What the pages of an expense say of its approval. */

/** For somebody who edits a record, before they do; undefined where it needs no approval. */
export async function editWords(expense: Expense, text: Text, deps: Deps): Promise<string | undefined> {
  const approval = expense.approval && (await findApproval(deps.db, expense.id));
  if (!approval || !expense.approval) return undefined;
  const words = text.approval.edit;
  if (expense.approval === 'approved' || expense.approval === 'waiting') return words[expense.approval];
  const event = approval.events.findLast(({ action }) => action === expense.approval);
  const who = event ? actorWords(event, await findAround({ expense, approval }, text, deps)) : '–';
  return words[expense.approval](who, event?.words ?? '');
}

/** For whoever saved a record; null where nobody was asked. */
export async function savedWords(expense: Expense, text: Text, deps: Deps): Promise<string | null> {
  const approval = expense.approval === 'waiting' ? await findApproval(deps.db, expense.id) : null;
  return approval && turnWords(await findTurn({ expense, approval }, deps), text.approval.saved, text);
}

/** For the record's card, with a button for who may decide now; null where it needs no approval. */
export async function cardApproval(expense: Expense, person: Person, text: Text, deps: Deps) {
  const approval = expense.approval && (await findApproval(deps.db, expense.id));
  if (!approval) return null;
  const around = await findAround({ expense, approval }, text, deps);
  const state = expense.voided ? [] : [stateWords(expense, approval, text)];
  const words = `${[text.approval.label, ...state].join(': ')}\n${trailWords(approval, around)}`;
  const may = await decidesOn(expense, person, deps);
  const buttons = may ? [button(APPROVAL_OPEN, text.approval.list.open, String(expense.id), 'primary')] : [];
  return { words, buttons };
}

/** Whether a spend waits, and this person may decide on it now; whoever may sees its receipts. */
export async function decidesOn(expense: Expense, { userId }: Person, { db, config, now }: Deps): Promise<boolean> {
  if (expense.approval !== 'waiting' || expense.voided) return false;
  const approval = await findApproval(db, expense.id);
  const office = await findOffice(db, todayIn(config.timezone, now()));
  return approval !== null && !('refusal' in rightOf(userId, { expense, approval }, office));
}
