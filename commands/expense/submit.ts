import type { App, ViewSubmitAction, webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { redraw, refresh } from '../../src/spending/approval/jobs.ts';
import { savedWords } from '../../src/spending/approval/told.ts';
import { againWith, checkBlocks, readEvidence } from '../../src/spending/check/evidence/form.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import { UNSAVED } from '../../src/spending/check/rule.ts';
import { judgedSpend } from '../../src/spending/check/unsaved/judged.ts';
import { refuseByRules } from '../../src/spending/check/unsaved/refusals.ts';
import { draftMessage } from '../../src/spending/expense/draft-views.ts';
import { EXPENSE_RECORD, expenseForm, type Metadata, readForm, readMetadata } from '../../src/spending/expense/form.ts';
import {
  draftSpend,
  editedSpend,
  optionalFields,
  type Refusals,
  type Spend,
} from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { savedMessage } from '../../src/spending/expense/views.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { fetchReceipts } from '../../src/spending/receipt/jobs.ts';
import { findBefore, type Saved, saveForm } from '../../src/spending/saving/save.ts';
import type { Text } from '../../src/text/index.ts';
import { besideRecord } from './evidence.ts';
import { listHeld } from './held.ts';

/** How many warnings of an overtaken edit are remembered; who is warned presses again within minutes. */
const REMEMBERED = 200;

/** The form `expense_record`, filled by hand, from a line, from a record or for a held row. */
export function listenForSubmissions(app: App, deps: Deps): void {
  /** By the form's key: the version that its writer was told of, and by which press. */
  const warned = new Map<string, { version: number; press: string }>();

  app.view<ViewSubmitAction>(EXPENSE_RECORD, async ({ ack, body, view, client, context }) => {
    const visitor = visitorOf(context);
    const { text } = visitor;
    const metadata = readMetadata(view.private_metadata);
    const { form, receipts: added } = readForm(view.state.values);
    const receipts = [...(metadata.receipts ?? []), ...added];
    const today = todayIn(deps.config.timezone, deps.now());
    const before = await findBefore(metadata, deps.db);
    const drafted = draftSpend(form, today, before);
    if ('refusals' in drafted) {
      await ack({ response_action: 'errors', errors: worded(drafted.refusals, text) });
      return;
    }

    const sent = { ...readEvidence(view.state.values), receipts: receipts.length };
    const told = warned.get(metadata.key);
    const seen = told && told.press !== body.trigger_id ? told.version : metadata.editing?.version;
    const save = async () => {
      const ruled = await ruledOut(drafted.spend, metadata, sent, visitor, deps);
      if (Object.keys(ruled).length > 0) return { errors: ruled };
      const how = { receipts, evidence: sent.given, seen };
      const saved = await saveForm(drafted.spend, metadata, how, visitor, deps);
      if ('overtakenBy' in saved) {
        warned.set(metadata.key, { version: saved.overtakenBy, press: body.trigger_id });
        if (warned.size > REMEMBERED) warned.delete(warned.keys().next().value ?? '');
      }
      return 'refusal' in saved ? { errors: { [saved.field]: saved.refusal } } : { ...saved, done: saved.words };
    };
    const kept: Metadata = { ...metadata, ...(receipts.length > 0 ? { receipts } : {}) };
    const settled = await settle({ ack, client, view }, save(), {
      text,
      log: deps.log,
      again: (said) =>
        expenseForm(form, kept, text, {
          said,
          optional: before ? optionalFields(before) : [],
          checks: checkBlocks(againWith(sent), text),
        }),
      keep: (said) => {
        const reach = { userId: visitor.person.userId, responseUrl: metadata.responseUrl };
        return tellPrivately({ client, log: deps.log }, reach, draftMessage(said, form, kept, text, sent.given));
      },
    });
    if ('expense' in settled) await confirm(settled, metadata, visitor, client, deps, today);
    if ('expense' in settled && receipts.length > 0) await fetchReceipts(deps, client, undefined, settled.expense.id);
  });
}

/** What the rules forbid, or ask for in a field that was shown. */
async function ruledOut(
  drafted: Spend,
  { editing }: Metadata,
  sent: ReturnType<typeof readEvidence> & { receipts: number },
  { person, text }: Visitor,
  { db }: Deps,
): Promise<Record<string, string>> {
  const before = editing ? await findExpense(db, editing.id) : null;
  const spend = before ? editedSpend(before, drafted) : drafted;
  const stored = before ? (await findEvidence(db, [before.id])).get(before.id) : {};
  const as = before ?? { id: UNSAVED, origin: 'form' as const, createdBy: person.userId };
  const judged = judgedSpend(spend, { id: as.id, origin: as.origin, createdBy: as.createdBy });
  return refuseByRules(db, judged, { ...sent, given: { ...stored, ...sent.given }, before }, text);
}

function worded(refusals: Refusals, text: Text): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [field, text.expense.form.refusals[refusal]]),
  );
}

/** Tells what was saved. It is saved whatever becomes of the telling, so a failure here is no failure to the person. */
async function confirm(
  { expense, how }: Saved,
  { responseUrl, replace = false, heldRowId }: Metadata,
  visitor: Visitor,
  client: webApi.WebClient,
  deps: Deps,
  today: string,
): Promise<void> {
  const { person, text } = visitor;
  const reach = { userId: person.userId, responseUrl };
  try {
    if (heldRowId !== undefined && responseUrl) {
      await tellPrivately({ client, log: deps.log }, reach, await listHeld(0, visitor, deps), { replace: true });
    }
    const { status } = await findStatus(deps.db, expense.year);
    const message = savedMessage(expense, how, status, text, today, await savedWords(expense, text, deps));
    const full = await besideRecord(message, expense, visitor, deps);
    await tellPrivately({ client, log: deps.log }, reach, full, { replace });
    if (expense.approval) await redraw(deps, client, expense.id);
    await refresh(deps, client, expense.id);
  } catch (error) {
    deps.log.error({ err: error, record: expense.id }, 'A record is saved, but its writer could not be told.');
  }
}
