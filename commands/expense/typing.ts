import type { App, BlockAction } from '@slack/bolt';
import { asksOf, noticesOf } from '../../src/check/asked.ts';
import { judgedForm } from '../../src/check/draft.ts';
import { findEvidence } from '../../src/check/evidence/store.ts';
import { panelLines } from '../../src/check/panel.ts';
import { previewSpend } from '../../src/check/preview.ts';
import { EVIDENCE } from '../../src/check/rule.ts';
import { findingLine } from '../../src/check/words.ts';
import { todayIn } from '../../src/days.ts';
import type { Deps } from '../../src/deps.ts';
import {
  type Checks,
  EMPTY_FORM,
  EXPENSE_RECORD,
  expenseForm,
  readEvidence,
  readForm,
  readMetadata,
} from '../../src/expense/form.ts';
import { type ExpenseForm, optionalFields } from '../../src/expense/rules.ts';
import { findBefore } from '../../src/expense/save.ts';
import { findExpense } from '../../src/expense/store.ts';
import { findHeldRow } from '../../src/held/store.ts';
import { createRedraws } from '../../src/slack/redraw.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';

const FIELDS = [...Object.keys(EMPTY_FORM), ...EVIDENCE];
const ANY_FIELD = new RegExp(`^(?:${FIELDS.join('|')})$`);

/** While the form is filled in, what rules ask for appears in it. */
export function listenForTyping(app: App, deps: Deps): void {
  const redraw = createRedraws(deps.log);

  app.action<BlockAction>(
    { type: 'block_actions', block_id: ANY_FIELD, action_id: 'value' },
    async ({ body, client, context }) => {
      const { view } = body;
      if (view?.callback_id !== EXPENSE_RECORD) return;
      const visitor = visitorOf(context);
      const metadata = readMetadata(view.private_metadata);
      redraw(client, { id: view.id, hash: view.hash }, async () => {
        const { form, receipts } = readForm(view.state.values);
        const { given, later } = readEvidence(view.state.values);
        const before = await findBefore(metadata, deps.db);
        const kept = metadata.receipts?.length ?? 0;
        const checks = await checksOf(
          form,
          { given, later },
          receipts.length + kept,
          metadata.editing?.id,
          before,
          visitor,
          deps,
        );
        const heldRow = metadata.heldRowId === undefined ? null : await findHeldRow(deps.db, metadata.heldRowId);
        return expenseForm(form, metadata, visitor.text, {
          checks,
          ...(heldRow ? { heldRow } : {}),
          optional: before ? optionalFields(before) : [],
        });
      });
    },
  );
}

/** What the form shows of the rules, for what stands in it. */
export async function checksOf(
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
