import { z } from 'zod';
import { Editing } from '../../register/overtaken.ts';
import { keptBlock } from '../../slack/again.ts';
import { type Block, clip, context, section, type View } from '../../slack/blocks.ts';
import type { FileField } from '../../slack/field-values.ts';
import type { Choice } from '../../slack/fields.ts';
import { choice, day, drawForm, type FieldKind, files, form, number, tick, time, words } from '../../slack/form.ts';
import { KeptFiles } from '../../slack/metadata.ts';
import type { Text } from '../../text/index.ts';
import { CHOICES, EVIDENCE, EVIDENCE_LATER, type EvidenceField } from '../../vocabulary/check.ts';
import type { ExpenseField } from '../../vocabulary/expense.ts';
import { ACCOUNTS, ACTIVITIES, type Activity, PAYMENTS } from '../../vocabulary/expense.ts';
import { Papers } from '../proposal/papers.ts';
import { Proposed } from '../proposal/proposed.ts';
import { Doubt } from './line-doubts.ts';
import { type ExpenseForm, MOST_PEOPLE } from './rules.ts';
import type { Receipt } from './store.ts';

/** What an open form knows of itself: the record that it edits, or the row that it mends; receipts handed in before; its line's doubts. */
const Metadata = z.object({
  editing: Editing.optional(),
  heldRowId: z.number().optional(),
  kept: KeptFiles.optional(),
  /** What its line left open. */
  doubts: z.array(Doubt).optional(),
  /** What it was given before its writer chose. */
  proposed: Proposed.optional(),
  papers: Papers.optional(),
});
export type Metadata = z.infer<typeof Metadata>;

export const MOST_RECEIPTS = 5;

const evidenceKind = (field: EvidenceField) =>
  field === 'near_home' ? tick() : field in CHOICES ? choice() : words({ multiline: true });
/** Those that rules may ask for; most forms show none of them. */
export const evidenceFields = {
  ...(Object.fromEntries(EVIDENCE.map((field) => [field, evidenceKind(field)])) as Record<
    EvidenceField,
    FieldKind<string | null> | FieldKind<boolean>
  >),
  [EVIDENCE_LATER]: tick(),
};

/** The form `expense_record`; its field names are a contract (design, section 3). */
export const RECORD = form({
  id: 'expense_record',
  metadata: Metadata,
  fields: {
    spent_on: day(),
    spent_time: time(),
    amount: words({ letterByLetter: true }),
    account: choice(),
    activity: choice(),
    place: words({ letterByLetter: true }),
    purpose: words({ multiline: true, letterByLetter: true }),
    headcount: number({ least: 1, most: MOST_PEOPLE, letterByLetter: true }),
    attendees: words({ multiline: true, letterByLetter: true }),
    payment: choice(),
    receipt: files({ most: MOST_RECEIPTS }),
    ...evidenceFields,
  },
});
export type Values = typeof RECORD.empty;

/** A change in these is told while the form is filled in, since rules may ask for more then. */
export const SPEND_FIELDS = [
  'spent_on',
  'spent_time',
  'amount',
  'account',
  'activity',
  'place',
  'purpose',
  'headcount',
  'attendees',
  'payment',
] as const satisfies readonly ExpenseField[];

export const spendIn = (values: Values): ExpenseForm =>
  Object.fromEntries(SPEND_FIELDS.map((field) => [field, values[field]])) as ExpenseForm;

/** The files in a form as receipts. */
export const receiptsIn = ({ receipt }: { receipt: readonly FileField[] }): Receipt[] =>
  receipt.map(({ id, name }) => ({ slackFileId: id, name }));

export const EMPTY_FORM: ExpenseForm = spendIn(RECORD.empty);

type HeldCells = { file: string; line: number; cells: readonly string[] };
type More = {
  /** The row that is mended, shown as it came. */
  heldRow?: HeldCells | undefined;
  /** Fields that may stay empty although they usually may not. */
  optional?: readonly ExpenseField[] | undefined;
  /** Why the form is there again. */
  said?: string | undefined;
  /** What rules ask for, and what should be known before it is saved. */
  checks?: readonly Block[] | undefined;
  /** What is likely: which activities come first, and why one is chosen already. */
  likely?: Likely | undefined;
};
export type Likely = { order: readonly Activity[]; because: string | null; category: string | null };

/** The form `expense_record`, filled with what is known; its field names are a contract (design, section 3). */
export function expenseForm(form: ExpenseForm, metadata: Metadata, text: Text, more: More = {}): View {
  const { heldRow, optional = [], said, checks = [], likely } = more;
  const words = text.expense.form;
  const kept = metadata.kept?.receipt ?? [];
  const look = {
    title: metadata.editing ? words.edit : metadata.heldRowId === undefined ? words.record : words.mend,
    submit: words.save,
    labels: markedLabels(metadata.proposed ?? {}, text),
    hints: {
      ...words.hints,
      activity: activityHint(metadata.proposed ?? {}, likely, text),
      ...(metadata.proposed?.attendees && { attendees: words.proposal.attendees(words.hints.attendees) }),
    },
    choices: {
      account: accountChoices(text),
      activity: { groups: activityGroups(likely?.order ?? ACTIVITIES, text) },
      payment: paymentChoices(text),
    },
    telling: SPEND_FIELDS,
    optional: ['spent_time', 'attendees', 'receipt', ...optional] as const,
    said,
    show: [
      ...(heldRow ? heldRowBlocks(heldRow, text) : []),
      ...SPEND_FIELDS,
      ...checks,
      'receipt',
      ...(kept.length > 0 ? [keptBlock('receipt', kept.map(({ name }) => name).join(', '), text)] : []),
    ] as const,
  };
  return drawForm(RECORD, form, metadata, look, text);
}

function heldRowBlocks(row: HeldCells, text: Text): Block[] {
  const cells = row.cells.filter((cell) => cell.trim() !== '').join(' | ');
  return [section(text.expense.form.heldFrom(row.file, String(row.line))), context(clip(cells || '–', 2000))];
}

export const accountChoices = (text: Text): Choice[] =>
  ACCOUNTS.map((code) => ({ value: code, label: text.spending.accountLong(code, text.spending.accounts[code]) }));

/** By area, the likeliest area and in it the likeliest activity first. */
function activityGroups(order: readonly Activity[], text: Text) {
  const areas = [...new Set(order.map((code) => code[0] ?? ''))];
  return areas.map((area) => ({
    label: text.spending.areas[area] ?? area,
    choices: order
      .filter((code) => code.startsWith(area))
      .map((code) => ({ value: code, label: `${code} ${text.spending.activities[code]}` })),
  }));
}

/** What was chosen for its writer is called a proposal. */
function markedLabels(proposed: Proposed, text: Text): Record<string, string> {
  const { labels, proposal } = text.expense.form;
  const label = ([field, name]: [string, string]) => [
    field,
    proposed[field as keyof Proposed] ? proposal.label(name) : name,
  ];
  return Object.fromEntries(Object.entries(labels).map(label));
}

function activityHint({ activity }: Proposed, likely: Likely | undefined, text: Text): string {
  const { hints, proposal } = text.expense.form;
  const because = activity && likely?.because ? [proposal.because(clip(likely.because, LONGEST_BECAUSE))] : [];
  const category = likely?.category ? [proposal.category(text.spending.category(likely.category))] : [];
  const lines = [...because, ...category];
  return lines.length > 0 ? lines.join(' ') : hints.activity;
}

const LONGEST_BECAUSE = 40;

const paymentChoices = (text: Text): Choice[] =>
  PAYMENTS.map((code) => ({ value: code, label: text.spending.payments[code] }));
