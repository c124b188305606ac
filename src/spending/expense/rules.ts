import { normalise, normaliseLines } from '../../korean/typed.ts';
import { parseWon } from '../../korean/won.ts';
import { namesOf } from '../../register/names.ts';
import type { State } from '../../vocabulary/approval.ts';
import type { Day } from '../../vocabulary/day.ts';
import {
  type Account,
  type Activity,
  type ExpenseField,
  type FieldRefusal,
  isAccount,
  isActivity,
  isPayment,
  LACKABLE,
  type Lack,
  type Payment,
} from '../../vocabulary/expense.ts';

/**
 * What one spend says, whoever said it: a form or a published file.
 * A record entered here is complete; an imported one may lack what older publications never gave.
 */
export type Spend = {
  /** The accounting year and month: what counts towards a budget. A file may state it when the day is lost. */
  year: number;
  /** 1–12; null when a file gives only the year. */
  month: number | null;
  spentOn: Day | null;
  /** `HH:MM`; null when unknown. */
  spentTime: string | null;
  /** Whole won; negative for a refund. */
  amount: number;
  account: Account | null;
  activity: Activity | null;
  /** 분야, by its Korean name. */
  category: string | null;
  place: string | null;
  address: string | null;
  purpose: string;
  /** How many people; null when unknown. */
  headcount: number | null;
  /** The people in words, as given: `시장 외 4명`. */
  attendees: string | null;
  payment: Payment | null;
  /** 사용자: whose spending it is, in words. */
  spender: string | null;
  /** 부서명 */
  department: string | null;
};

/** What is known of a spend while it may still lack what every spend has: of a row that was held. */
export type Known = Omit<Spend, 'year' | 'amount' | 'purpose'> & {
  year: number | null;
  amount: number | null;
  purpose: string | null;
};

export const NOTHING_KNOWN: Known = {
  year: null,
  month: null,
  spentOn: null,
  spentTime: null,
  amount: null,
  account: null,
  activity: null,
  category: null,
  place: null,
  address: null,
  purpose: null,
  headcount: null,
  attendees: null,
  payment: null,
  spender: null,
  department: null,
};

/** A spend as the register keeps it. `E1024` is its name, made from `id`. */
export type Expense = Spend & {
  id: number;
  origin: 'form' | 'import' | 'sample';
  /** What an import noticed about the row, as codes. */
  flags: string[];
  createdBy: string;
  /** Grows with every change, so that two people can't overwrite each other unseen. */
  version: number;
  voided: boolean;
  /** Where it stands with those who approve it; null: nobody needs to. */
  approval: State | null;
};

/** What a person typed into `expense_record`, field by field. */
export type ExpenseForm = Record<ExpenseField, string | null>;

export type Refusals = Partial<Record<ExpenseField, FieldRefusal>>;

export const LONGEST = { place: 200, purpose: 500, attendees: 1000 } as const;
export const MOST_PEOPLE = 100_000; // a festival gift goes to every employee of a city, not to a whole city
const FIRST_DAY = '2000-01-01'; // an earlier year is a slip of the finger

/**
 * Decides whether a filled form makes a spend; every wrong field is named, not just the first. `before` is the record that is
 * edited or the row that is mended: what it lacks it may go on lacking, since nobody should have to invent the day of an old
 * publication's row.
 */
export function draftSpend(
  form: ExpenseForm,
  today: Day,
  before: Known | null = null,
): { spend: Spend } | { refusals: Refusals } {
  const refusals: Refusals = {};
  const need = (field: keyof typeof OWN_NAMES) => {
    if (before === null || !mayLack(before, field)) refusals[field] = 'missing';
  };
  const words = (field: 'place' | 'purpose' | 'attendees'): string | null => {
    const typed = field === 'place' ? normalise(form.place ?? '') : normaliseLines(form[field] ?? '');
    if ([...typed].length > LONGEST[field] && typed !== before?.[field]) refusals[field] = 'too_long';
    return typed === '' ? null : typed;
  };

  const place = words('place');
  const purpose = words('purpose');
  const attendees = words('attendees');
  if (place === null) need('place');
  if (purpose === null) refusals.purpose = 'missing';

  const spentOn = form.spent_on || null;
  if (spentOn === null) need('spent_on');
  else if (spentOn > today) refusals.spent_on = 'not_yet';
  else if (spentOn < FIRST_DAY) refusals.spent_on = 'long_ago';
  const spentTime = form.spent_time || null;
  if (spentTime !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(spentTime)) refusals.spent_time = 'not_a_time';

  const amount = readAmount(form.amount ?? '');
  if ('refusal' in amount) refusals.amount = amount.refusal;
  const headcount = form.headcount?.trim() ? Number(form.headcount) : null;
  if (headcount === null) need('headcount');
  else if (!Number.isInteger(headcount) || headcount < 1 || headcount > MOST_PEOPLE) refusals.headcount = 'not_a_count';

  const { account, activity, payment } = form;
  if (!isAccount(account)) need('account');
  if (!isActivity(activity)) need('activity');
  if (!isPayment(payment)) need('payment');

  const month = spentOn?.slice(0, 7) ?? (before?.year ? `${before.year}-${before.month ?? ''}` : null);
  if (Object.keys(refusals).length > 0 || !month || 'refusal' in amount || !purpose) return { refusals };
  return {
    spend: {
      year: Number(month.slice(0, 4)),
      month: Number(month.slice(5)) || null,
      spentOn,
      spentTime,
      amount: amount.won,
      account: isAccount(account) ? account : null,
      activity: isActivity(activity) ? activity : null,
      category: null,
      place,
      address: null,
      purpose,
      headcount,
      attendees,
      payment: isPayment(payment) ? payment : null,
      spender: null,
      department: null,
    },
  };
}

const OWN_NAMES = {
  spent_on: 'spentOn',
  account: 'account',
  activity: 'activity',
  place: 'place',
  headcount: 'headcount',
  payment: 'payment',
} as const;

/** The fields of the form that a record may go on lacking. */
export function optionalFields(before: Known): ExpenseField[] {
  const fields = Object.keys(OWN_NAMES) as (keyof typeof OWN_NAMES)[];
  return fields.filter((field) => mayLack(before, field));
}

/** Something has to say which year a spend counts in: the day, where nothing else does. */
function mayLack(before: Known, field: keyof typeof OWN_NAMES): boolean {
  return before[OWN_NAMES[field]] === null && !(field === 'spent_on' && before.year === null);
}

/** An amount as typed; a refund is negative, nothing is zero. */
function readAmount(typed: string): { won: number } | { refusal: FieldRefusal } {
  const parsed = parseWon(typed);
  if ('refusal' in parsed) return { refusal: parsed.refusal === 'empty' ? 'missing' : parsed.refusal };
  return parsed.won === 0 ? { refusal: 'zero' } : parsed;
}

/** What a record does not say and a complete one would. */
export function lacksOf(spend: Spend): Lack[] {
  return LACKABLE.filter((field) => spend[field] === null);
}

export const { name: expenseName, parse: parseExpenseName } = namesOf('E');

/** Fills a form from a record for editing it, or from what is known of a held row for mending it. */
export function formOf(expense: Known): ExpenseForm {
  return {
    spent_on: expense.spentOn,
    spent_time: expense.spentTime,
    amount: expense.amount === null ? null : String(expense.amount),
    account: expense.account,
    activity: expense.activity,
    place: expense.place,
    purpose: expense.purpose,
    headcount: expense.headcount === null ? null : String(expense.headcount),
    attendees: expense.attendees,
    payment: expense.payment,
  };
}

/**
 * An edit keeps what the form does not ask for: the address, whose spending it was, the department, and the month in the books
 * that a file stated for the same day.
 */
export function editedSpend(before: Known, edited: Spend): Spend {
  const { address, spender, department, year, month } = before;
  const books = year !== null && edited.spentOn === before.spentOn ? { year, month } : {};
  return { ...edited, ...books, spender, department, address: edited.place === before.place ? address : null };
}
