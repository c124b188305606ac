import type { App, BlockAction, webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import type { View } from '../../src/slack/blocks.ts';
import type { WhenOpen } from '../../src/slack/open-form.ts';
import { redrawsOf } from '../../src/slack/redraw.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { editWords } from '../../src/spending/approval/told.ts';
import { asksOf, noticesOf } from '../../src/spending/check/evidence/asked.ts';
import { type Checks, checkBlocks, readEvidence } from '../../src/spending/check/evidence/form.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import { judgedForm } from '../../src/spending/check/unsaved/judged.ts';
import { panelLines } from '../../src/spending/check/unsaved/panel.ts';
import { previewSpend } from '../../src/spending/check/unsaved/preview.ts';
import { findingLine } from '../../src/spending/check/words.ts';
import {
  EMPTY_FORM,
  EXPENSE_RECORD,
  expenseForm,
  type Metadata,
  readForm,
  readMetadata,
} from '../../src/spending/expense/form.ts';
import { type ExpenseForm, optionalFields } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { findHeldRow } from '../../src/spending/held/store.ts';
import { findBefore } from '../../src/spending/saving/save.ts';
import type { Evidence } from '../../src/vocabulary/check.ts';
import { EVIDENCE } from '../../src/vocabulary/check.ts';

const FIELDS = [...Object.keys(EMPTY_FORM), ...EVIDENCE];
const ANY_FIELD = new RegExp(`^(?:${FIELDS.join('|')})$`);

/** While the form is filled in, what rules ask for appears in it. */
export function listenForTyping(app: App, deps: Deps): void {
  const redraw = redrawsOf(deps.log);

  app.action<BlockAction>(
    { type: 'block_actions', block_id: ANY_FIELD, action_id: 'value' },
    async ({ body, client, context }) => {
      const { view } = body;
      if (view?.callback_id !== EXPENSE_RECORD) return;
      const visitor = visitorOf(context);
      const metadata = readMetadata(view.private_metadata);
      redraw(client, { id: view.id, hash: view.hash }, async () => {
        const { form, receipts } = readForm(view.state.values);
        return drawForm(
          { form, receipts: receipts.length, ...readEvidence(view.state.values) },
          metadata,
          visitor,
          deps,
        );
      });
    },
  );
}

/** A form that opens with something in it says at once what rules ask for; it opens before that is known. */
export function drawWhenOpen(
  { form, given = {} }: { form: ExpenseForm; given?: Evidence },
  metadata: Metadata,
  client: webApi.WebClient,
  visitor: Visitor,
  deps: Deps,
): WhenOpen {
  const redraw = redrawsOf(deps.log);
  const isFilled = form.amount || form.activity || form.place || form.purpose;
  return (open) =>
    isFilled &&
    redraw(client, open, () => drawForm({ form, given, later: false, receipts: 0 }, metadata, visitor, deps));
}

type Standing = { form: ExpenseForm; receipts: number } & Pick<Checks, 'given' | 'later'>;

async function drawForm(
  { form, receipts, given, later }: Standing,
  metadata: Metadata,
  visitor: Visitor,
  deps: Deps,
): Promise<View> {
  const { editing, heldRowId } = metadata;
  const before = await findBefore(metadata, deps.db);
  const known = receipts + (metadata.receipts?.length ?? 0);
  const checks = await checksOf(form, { given, later }, known, editing?.id, before, visitor, deps);
  const heldRow = heldRowId === undefined ? null : await findHeldRow(deps.db, heldRowId);
  const record = editing ? await findExpense(deps.db, editing.id) : null;
  return expenseForm(form, metadata, visitor.text, {
    checks: checkBlocks(checks, visitor.text),
    ...(heldRow ? { heldRow } : {}),
    ...(record ? { said: await editWords(record, visitor.text, deps) } : {}),
    optional: before ? optionalFields(before) : [],
  });
}

/** What the form shows of the rules, for what stands in it. */
async function checksOf(
  form: ExpenseForm,
  { given, later }: Pick<Checks, 'given' | 'later'>,
  receipts: number,
  editing: number | undefined,
  before: Awaited<ReturnType<typeof findBefore>>,
  { person, text }: Visitor,
  { db, config, now }: Deps,
): Promise<Checks> {
  const as = { userId: person.userId, today: todayIn(config.timezone, now()) };
  const record = editing === undefined ? null : await findExpense(db, editing);
  const typed = judgedForm(form, record ?? before, as);
  const spend = record ? { ...typed, origin: record.origin, createdBy: record.createdBy } : typed;
  const stored = editing === undefined ? {} : ((await findEvidence(db, [editing])).get(editing) ?? {});
  const all = { ...stored, ...given };
  const { judgement, seen } = await previewSpend(db, spend, {
    given: all,
    receipts,
    typed: Boolean(form.amount),
    before: record,
  });
  return {
    panel: panelLines(seen, text),
    notices: noticesOf(judgement).map((found) => findingLine(found, text)),
    asks: asksOf(judgement, all),
    given: all,
    later,
  };
}
