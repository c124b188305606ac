import { parseHeadcount } from '../korean/headcount.ts';
import { normalise } from '../korean/typed.ts';
import { formatWon } from '../korean/won.ts';
import type { Field, Known } from '../privacy/finding.ts';
import type { Expense } from '../spending/expense/rules.ts';
import type { Account, Payment } from '../vocabulary/expense.ts';
import { type Decision, type Masked, maskText, type Part } from './mask.ts';
import type { DisclosurePeriod } from './period.ts';

/** One row of the official table, as it is published. The words are Korean: it is the city's document. */
export type DisclosureRow = {
  expense: number;
  spender: string;
  department: string | null;
  category: string | null;
  when: string;
  place: string | null;
  purpose: string;
  people: string | null;
  amount: number;
  payment: string | null;
  account: string | null;
};

export type PartOf = Part & { expense: number };

export type Draft = {
  rows: DisclosureRow[];
  parts: PartOf[];
  won: number;
  /** Rows that do not say so much as they should. */
  without: { place: number; day: number; spender: number; people: number; account: number };
};

const ACCOUNTS: Record<Account, string> = {
  '203-01': '기관운영',
  '203-02': '정원가산',
  '203-03': '시책추진',
  '203-04': '부서운영',
};
const PAYMENTS: Record<Payment, string> = { card: '신용카드', zeropay: '제로페이', transfer: '계좌이체', cash: '현금' };
/** Who spends where a record does not say: this register is the mayor's. */
const MAYOR = '시장';
const UNKNOWN_DAY = '일자 미상';

/** The table of a period from its counted records, with everything personal masked that is not decided to stay. */
export function draftDisclosure(expenses: readonly Expense[], known: Known, decisions: readonly Decision[]): Draft {
  const decided = Map.groupBy(decisions, ({ expenseId, field }) => `${expenseId} ${field}`);
  const seen = new Map<string, Masked>();
  const parts: PartOf[] = [];
  const mask = (expense: Expense, field: Field): string | null => {
    const text = textIn(expense, field);
    if (text === '') return null;
    const own = decided.get(`${expense.id} ${field}`);
    const key = `${field} ${text}`;
    const masked = own ? maskText(text, field, known, own) : (seen.get(key) ?? maskText(text, field, known, []));
    if (!own) seen.set(key, masked);
    for (const part of masked.parts) parts.push({ ...part, expense: expense.id });
    return masked.shown;
  };

  const rows = expenses.toSorted(byDay).map((expense): DisclosureRow => {
    const place = mask(expense, 'place');
    const address = mask(expense, 'address');
    return {
      expense: expense.id,
      spender: mask(expense, 'spender') ?? MAYOR,
      department: mask(expense, 'department'),
      category: mask(expense, 'category'),
      when: expense.spentOn === null ? UNKNOWN_DAY : [expense.spentOn, expense.spentTime].filter(Boolean).join(' '),
      place: place && address ? `${place} (${address})` : (place ?? address),
      purpose: mask(expense, 'purpose') ?? '',
      people: peopleOf(mask(expense, 'attendees'), expense.headcount),
      amount: expense.amount,
      payment: expense.payment && PAYMENTS[expense.payment],
      account: expense.account && ACCOUNTS[expense.account],
    };
  });
  const lacking = (lacks: (expense: Expense) => boolean): number => expenses.filter(lacks).length;
  return {
    rows,
    parts,
    won: expenses.reduce((sum, { amount }) => sum + amount, 0),
    without: {
      place: lacking((it) => it.place === null && it.address === null),
      day: lacking((it) => it.spentOn === null),
      spender: lacking((it) => it.spender === null),
      people: lacking((it) => it.headcount === null && it.attendees === null),
      account: lacking((it) => it.account === null),
    },
  };
}

export const FIELDS = ['spender', 'department', 'category', 'place', 'address', 'purpose', 'attendees'] as const;

/** A text of a record as it is read for masking and published: on one line. */
export function textIn(expense: Expense, field: Field): string {
  const words = expense[field] ?? '';
  return normalise(field === 'attendees' ? words.replace(/\s*\n\s*/g, ', ') : words);
}

/** The words for who was there, with the number where they do not say it. */
function peopleOf(words: string | null, headcount: number | null): string | null {
  const count = headcount === null ? null : `${formatWon(headcount)}명`;
  if (words === null || count === null) return words ?? count;
  return parseHeadcount(words) === headcount ? words : `${words} (${count})`;
}

/** By day and time within their months; a record whose day is lost stands at the end of its month. */
function byDay(a: Expense, b: Expense): number {
  const [first, second] = [dayKey(a), dayKey(b)];
  return first < second ? -1 : first > second ? 1 : a.id - b.id;
}
const dayKey = ({ year, month, spentOn, spentTime }: Expense): string =>
  spentOn ? `${spentOn} ${spentTime ?? ''}` : `${year}-${String(month ?? 12).padStart(2, '0')}-99`;

export const COLUMNS = [
  ['spender', '사용자'],
  ['department', '부서명'],
  ['category', '구분'],
  ['when', '일시'],
  ['place', '장소'],
  ['purpose', '집행목적'],
  ['people', '대상 인원수'],
  ['amount', '금액(원)'],
  ['payment', '결제방법'],
  ['account', '비목'],
] as const satisfies readonly (readonly [keyof DisclosureRow, string])[];

/** Seoul's own columns stand only where some row fills them. */
const OPTIONAL: ReadonlySet<string> = new Set(['department', 'category']);

export const columnsOf = (rows: readonly DisclosureRow[]) =>
  COLUMNS.filter(([name]) => !OPTIONAL.has(name) || rows.some((row) => row[name] !== null));

/** `2018년 12월 서울특별시장 업무추진비 집행내역`, as the city titles its pages. */
export function titleOf({ year, first, count }: DisclosurePeriod, rows: readonly DisclosureRow[]): string {
  const spenders = new Set(rows.map(({ spender }) => spender));
  const [only] = spenders;
  const when = count === 1 ? `${year}년 ${first}월` : `${year}년 ${Math.ceil(first / 3)}분기`;
  return [when, ...(only && spenders.size === 1 ? [only] : []), '업무추진비 집행내역'].join(' ');
}
