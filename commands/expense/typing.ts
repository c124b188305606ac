import { parseWon } from '../../src/korean/won.ts';
import { changing, type Heard } from '../../src/slack/command.ts';
import type { Drawn } from '../../src/slack/redraw.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { editWords } from '../../src/spending/approval/told.ts';
import { asksOf, noticesOf } from '../../src/spending/check/evidence/asked.ts';
import { type Checks, checkBlocks, evidenceIn } from '../../src/spending/check/evidence/form.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import { judgedForm } from '../../src/spending/check/unsaved/judged.ts';
import { panelLines } from '../../src/spending/check/unsaved/panel.ts';
import { previewSpend } from '../../src/spending/check/unsaved/preview.ts';
import { findingLine } from '../../src/spending/check/words.ts';
import { expenseForm, type Metadata, RECORD, SPEND_FIELDS, spendIn } from '../../src/spending/expense/form.ts';
import { type ExpenseForm, optionalFields } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { findHeldRow } from '../../src/spending/held/store.ts';
import { findBefore } from '../../src/spending/saving/save.ts';
import type { Evidence } from '../../src/vocabulary/check.ts';
import { EVIDENCE } from '../../src/vocabulary/check.ts';
import { doubtsAbove, type Learned, proposalsFor } from './fresh.ts';
import { withPapers } from './papers.ts';

/** While the form is filled in, what rules ask for appears in it. */
export const typing: Heard[] = [
  changing(RECORD, [...SPEND_FIELDS, ...EVIDENCE], ({ values, metadata, fields, ...turn }) => {
    const given = evidenceIn(values, fields);
    const standing = { form: spendIn(values), receipts: values.receipt.length, ...given, fields };
    return draw(standing, metadata, turn);
  }),
];

type Standing = {
  form: ExpenseForm;
  receipts: number;
  /** The evidence that was shown, and all fields; null of a form that has just opened. */
  shown: readonly string[];
  fields: ReadonlySet<string> | null;
  learned?: Learned | undefined;
} & Pick<Checks, 'given' | 'later'>;

/** A form that opens with something in it says at once what rules ask for; it opens before that is known. */
export function drawFilled(
  { form, metadata, learned }: { form: ExpenseForm; metadata: Metadata; learned?: Learned },
  turn: Turn,
  given: Evidence = {},
) {
  const filled = form.amount || form.activity || form.place || form.purpose;
  const receipts = metadata.kept?.receipt?.length ?? 0;
  return async (): Promise<Drawn | null> =>
    filled ? draw({ form, given, later: false, receipts, shown: [], fields: null, learned }, metadata, turn) : null;
}

async function draw(standing: Standing, known: Metadata, turn: Turn): Promise<Drawn> {
  const { db, text } = turn;
  const { editing, heldRowId } = known;
  const before = await findBefore(known, db);
  const record = editing ? await findExpense(db, editing.id) : null;
  const { fields, learned } = standing;
  const { form, metadata, anew, likely } = await proposalsFor(standing.form, known, turn, fields, learned);
  const checks = await withPapers(
    await checksOf({ ...standing, form }, record, before, turn),
    { form, shown: standing.shown, known: metadata },
    db,
  );
  const heldRow = heldRowId === undefined ? null : await findHeldRow(db, heldRowId);
  const view = expenseForm(form, { ...metadata, papers: checks.papers }, text, {
    checks: checkBlocks(checks, text),
    ...(heldRow ? { heldRow } : {}),
    said: [record ? await editWords(record, text, turn) : '', doubtsAbove(form, metadata, turn)]
      .filter(Boolean)
      .join('\n'),
    optional: before ? optionalFields(before) : [],
    likely,
  });
  return { view, anew };
}

/** What the form shows of the rules, for what stands in it. */
async function checksOf(
  { form, receipts, given, later }: Standing,
  record: Awaited<ReturnType<typeof findExpense>>,
  before: Awaited<ReturnType<typeof findBefore>>,
  { db, person, text, today }: Turn,
): Promise<Checks> {
  const typed = judgedForm(form, record ?? before, { userId: person.userId, today });
  const spend = record ? { ...typed, origin: record.origin, createdBy: record.createdBy } : typed;
  const stored = record ? ((await findEvidence(db, [record.id])).get(record.id) ?? {}) : {};
  const all = { ...stored, ...given };
  const how = { given: all, receipts, typed: isReadable(form.amount), before: record };
  const { judgement, seen } = await previewSpend(db, spend, how);
  return {
    panel: panelLines(seen, text),
    notices: noticesOf(judgement).map((found) => findingLine(found, text)),
    asks: asksOf(judgement, all),
    given: all,
    later,
  };
}

/** Nothing is reckoned from an amount that nobody can read. */
const isReadable = (amount: string | null): boolean => 'won' in parseWon(amount ?? '');
