import type { View } from '../../src/slack/blocks.ts';
import { type Heard, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Submitted, Turn } from '../../src/slack/turn.ts';
import { redraw, refresh } from '../../src/spending/approval/jobs.ts';
import { savedWords } from '../../src/spending/approval/told.ts';
import { evidenceIn } from '../../src/spending/check/evidence/form.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import { UNSAVED } from '../../src/spending/check/rule.ts';
import { judgedSpend } from '../../src/spending/check/unsaved/judged.ts';
import { refuseByRules } from '../../src/spending/check/unsaved/refusals.ts';
import {
  expenseForm,
  type Metadata,
  RECORD,
  receiptsIn,
  spendIn,
  type Values,
} from '../../src/spending/expense/form.ts';
import { draftSpend, type ExpenseForm, editedSpend, type Spend } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { savedMessage } from '../../src/spending/expense/views.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { PROPOSED } from '../../src/spending/proposal/proposed.ts';
import { fetchReceipts } from '../../src/spending/receipt/jobs.ts';
import { findBefore, type Saved, saveForm } from '../../src/spending/saving/save.ts';
import { besideRecord } from './beside.ts';
import { proposalsFor } from './fresh.ts';
import { listHeld } from './held.ts';

/** The form `expense_record`, filled by hand, from a line, from a record or for a held row. */
export const submitting: Heard[] = [submission(RECORD, save)];

async function save({ values, metadata, fields, key, ...turn }: Submitted<Values, Metadata>): Promise<Outcome> {
  const receipts = receiptsIn(values);
  if (PROPOSED.some((field) => !fields.has(field))) return { view: await drawnWhole(spendIn(values), metadata, turn) };
  const before = await findBefore(metadata, turn.db);
  const drafted = draftSpend(spendIn(values), turn.today, before);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, turn.text.expense.form.refusals);
  const sent = { ...evidenceIn(values, fields), receipts: receipts.length };
  const errors = await ruledOut(drafted.spend, metadata, sent, turn);
  if (Object.keys(errors).length > 0) return { errors };
  const saved = await saveForm(drafted.spend, { ...metadata, key }, { receipts, evidence: sent.given }, turn);
  if ('refusal' in saved) return refuse(saved.refusal, 'spent_on');
  if ('again' in saved) return saved;
  return {
    done: saved.words,
    say: () => savedCard(saved, metadata, turn),
    after: () => follow(saved, receipts.length > 0, turn),
  };
}

/** Sent while a field that begins anew was gone: nobody saw what it begins with. */
async function drawnWhole(form: ExpenseForm, known: Metadata, turn: Turn): Promise<View> {
  const { form: filled, metadata, likely } = await proposalsFor(form, known, turn, new Set());
  return expenseForm(filled, metadata, turn.text, { said: turn.text.expense.form.proposal.look, likely });
}

/** What the rules forbid, or ask for in a field that was shown. */
async function ruledOut(
  drafted: Spend,
  { editing }: Metadata,
  sent: ReturnType<typeof evidenceIn> & { receipts: number },
  { db, person, text }: Turn,
): Promise<Record<string, string>> {
  const before = editing ? await findExpense(db, editing.id) : null;
  const spend = before ? editedSpend(before, drafted) : drafted;
  const stored = before ? (await findEvidence(db, [before.id])).get(before.id) : {};
  const as = before ?? { id: UNSAVED, origin: 'form' as const, createdBy: person.userId };
  const judged = judgedSpend(spend, { id: as.id, origin: as.origin, createdBy: as.createdBy });
  return refuseByRules(db, judged, { ...sent, given: { ...stored, ...sent.given }, before }, text);
}

async function savedCard({ expense, how }: Saved, { heldRowId }: Metadata, turn: Turn): Promise<Message> {
  if (heldRowId !== undefined && turn.responseUrl) await turn.tell(await listHeld(0, turn), 'in_place');
  const { db, text } = turn;
  const { status } = await findStatus(db, expense.year);
  const message = savedMessage({ expense, how }, status, turn, await savedWords(expense, text, turn));
  return besideRecord(message, expense, turn);
}

/** What hangs on a record follows once its writer knows that it is saved. */
async function follow({ expense }: Saved, withReceipts: boolean, turn: Turn): Promise<void> {
  if (expense.approval) await redraw(turn, turn.client, expense.id);
  await refresh(turn, turn.client, expense.id);
  if (withReceipts) await fetchReceipts(turn, turn.client, undefined, expense.id);
}
