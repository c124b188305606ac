import type { types } from '@slack/bolt';
import { z } from 'zod';
import { type Block, clip, context, LONGEST, option, plain, section, type View } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import type { ExpenseField } from '../../vocabulary/expense.ts';
import { ACCOUNTS, ACTIVITIES, isAccount, isActivity, isPayment, PAYMENTS } from '../../vocabulary/expense.ts';
import { type ExpenseForm, MOST_PEOPLE } from './rules.ts';

export const EXPENSE_RECORD = 'expense_record';

/**
 * What an open form knows of itself. `key` makes a second submission of the same form find the first one's record;
 * `responseUrl` is where its command can still be answered.
 */
export const Metadata = z.object({
  key: z.string().min(8),
  editing: z.object({ id: z.number(), version: z.number() }).optional(),
  heldRowId: z.number().optional(),
  responseUrl: z.string().optional(),
  /** The form was opened from a message with the record, which the result replaces. */
  replace: z.boolean().optional(),
  /** Files that were handed in before and can't be put into the form again. */
  receipts: z.array(z.object({ slackFileId: z.string(), name: z.string() })).optional(),
});
export type Metadata = z.infer<typeof Metadata>;

export const readMetadata = (text: string): Metadata => Metadata.parse(JSON.parse(text));
export const writeMetadata = (metadata: Metadata): string => JSON.stringify(metadata);

const MOST_RECEIPTS = 5;
const LONGEST_NAME = 100; // five of them have to fit into what an open form knows

const Typed = z.object({ value: z.string().nullish() });
const Chosen = z.object({ selected_option: z.object({ value: z.string() }).nullish() });
const State = z.object({
  spent_on: z.object({ value: z.object({ selected_date: z.string().nullish() }) }),
  spent_time: z.object({ value: z.object({ selected_time: z.string().nullish() }) }).optional(),
  amount: z.object({ value: Typed }),
  account: z.object({ value: Chosen }),
  activity: z.object({ value: Chosen }),
  place: z.object({ value: Typed }),
  purpose: z.object({ value: Typed }),
  headcount: z.object({ value: Typed }),
  attendees: z.object({ value: Typed }).optional(),
  payment: z.object({ value: Chosen }),
  receipt: z
    .object({ value: z.object({ files: z.array(z.object({ id: z.string(), name: z.string().nullish() })).nullish() }) })
    .optional(),
});

/** Reads the submitted form's state (`view.state.values`). */
export function readForm(values: unknown): { form: ExpenseForm; receipts: { slackFileId: string; name: string }[] } {
  const state = State.parse(values);
  return {
    form: {
      spent_on: state.spent_on.value.selected_date ?? null,
      spent_time: state.spent_time?.value.selected_time ?? null,
      amount: state.amount.value.value ?? null,
      account: state.account.value.selected_option?.value ?? null,
      activity: state.activity.value.selected_option?.value ?? null,
      place: state.place.value.value ?? null,
      purpose: state.purpose.value.value ?? null,
      headcount: state.headcount.value.value ?? null,
      attendees: state.attendees?.value.value ?? null,
      payment: state.payment.value.selected_option?.value ?? null,
    },
    receipts: (state.receipt?.value.files ?? []).map(({ id, name }) => ({
      slackFileId: id,
      name: clip(name || id, LONGEST_NAME),
    })),
  };
}

export const EMPTY_FORM: ExpenseForm = {
  spent_on: null,
  spent_time: null,
  amount: null,
  account: null,
  activity: null,
  place: null,
  purpose: null,
  headcount: null,
  attendees: null,
  payment: null,
};

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
};

/** A change in these is told while the form is filled in, since rules may ask for more then. */
const TELLING: ReadonlySet<string> = new Set([
  ...[
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
  ],
]);
const LETTER_BY_LETTER = { dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] } };

/** The form `expense_record`, filled with what is known; its field names are a contract. */
export function expenseForm(form: ExpenseForm, metadata: Metadata, text: Text, more: More = {}): View {
  const { heldRow, optional = [], said, checks = [] } = more;
  const words = text.expense.form;
  const input = (
    field: ExpenseField | 'receipt',
    element: types.InputBlock['element'],
    details: Partial<types.InputBlock> = {},
  ) => {
    const block: types.InputBlock = {
      type: 'input',
      block_id: field,
      label: plain(words.labels[field]),
      element,
      ...(TELLING.has(field) ? { dispatch_action: true } : {}),
      ...(field !== 'receipt' && optional.includes(field) ? { optional: true } : {}),
      ...details,
    };
    return block;
  };
  const line = (field: 'amount' | 'place' | 'purpose' | 'attendees', multiline = false): types.PlainTextInput => ({
    type: 'plain_text_input',
    action_id: 'value',
    ...LETTER_BY_LETTER,
    ...(multiline ? { multiline } : {}),
    ...(form[field] ? { initial_value: clip(form[field], LONGEST.initial) } : {}),
  });
  const date = form.spent_on && /^\d{4}-\d{2}-\d{2}$/.test(form.spent_on) ? { initial_date: form.spent_on } : {};
  const time = form.spent_time && /^\d{2}:\d{2}$/.test(form.spent_time) ? { initial_time: form.spent_time } : {};
  const people = Number(form.headcount ?? 0);
  const count = people >= 1 && people <= MOST_PEOPLE ? { initial_value: String(people) } : {};
  const title = metadata.editing ? words.edit : metadata.heldRowId === undefined ? words.record : words.mend;

  return {
    type: 'modal',
    callback_id: EXPENSE_RECORD,
    private_metadata: writeMetadata(metadata),
    title: plain(title),
    submit: plain(words.save),
    close: plain(words.cancel),
    blocks: [
      ...(said ? [section(said)] : []),
      ...(heldRow ? heldRowBlocks(heldRow, text) : []),
      input('spent_on', { type: 'datepicker', action_id: 'value', ...date }),
      input('spent_time', { type: 'timepicker', action_id: 'value', ...time }, { optional: true }),
      input('amount', line('amount'), { hint: plain(words.hints.amount) }),
      input('account', accountSelect(form.account, text)),
      input('activity', activitySelect(form.activity, text), { hint: plain(words.hints.activity) }),
      input('place', line('place')),
      input('purpose', line('purpose', true)),
      input('headcount', {
        type: 'number_input',
        action_id: 'value',
        is_decimal_allowed: false,
        min_value: '1',
        max_value: String(MOST_PEOPLE),
        ...LETTER_BY_LETTER,
        ...count,
      }),
      input('attendees', line('attendees', true), { optional: true, hint: plain(words.hints.attendees) }),
      input('payment', paymentSelect(form.payment, text)),
      ...checks,
      input('receipt', { type: 'file_input', action_id: 'value', max_files: MOST_RECEIPTS }, { optional: true }),
      ...(metadata.receipts?.length ? [context(words.receiptsKept(metadata.receipts.length))] : []),
    ],
  };
}

function heldRowBlocks(row: HeldCells, text: Text): Block[] {
  const cells = row.cells.filter((cell) => cell.trim() !== '').join(' | ');
  return [section(text.expense.form.heldFrom(row.file, String(row.line))), context(clip(cells || '–', 2000))];
}

export function accountSelect(chosen: string | null, text: Text): types.StaticSelect {
  const choice = (code: (typeof ACCOUNTS)[number]) =>
    option(text.spending.accountLong(code, text.spending.accounts[code]), code);
  return {
    type: 'static_select',
    action_id: 'value',
    placeholder: plain(text.expense.form.choose),
    options: ACCOUNTS.map(choice),
    ...(isAccount(chosen) ? { initial_option: choice(chosen) } : {}),
  };
}

function activitySelect(chosen: string | null, text: Text): types.StaticSelect {
  const choice = (code: (typeof ACTIVITIES)[number]) => option(`${code} ${text.spending.activities[code]}`, code);
  const areas = [...new Set(ACTIVITIES.map((code) => code[0] ?? ''))];
  return {
    type: 'static_select',
    action_id: 'value',
    placeholder: plain(text.expense.form.choose),
    option_groups: areas.map((area) => ({
      label: plain(clip(text.spending.areas[area] ?? area, LONGEST.option)),
      options: ACTIVITIES.filter((code) => code.startsWith(area)).map(choice),
    })),
    ...(isActivity(chosen) ? { initial_option: choice(chosen) } : {}),
  };
}

function paymentSelect(chosen: string | null, text: Text): types.StaticSelect {
  const choice = (code: (typeof PAYMENTS)[number]) => option(text.spending.payments[code], code);
  return {
    type: 'static_select',
    action_id: 'value',
    placeholder: plain(text.expense.form.choose),
    options: PAYMENTS.map(choice),
    ...(isPayment(chosen) ? { initial_option: choice(chosen) } : {}),
  };
}
