import { parseWon } from '../../korean/won.ts';
import type { Text } from '../../text/index.ts';
import type { Day } from '../../vocabulary/day.ts';
import { readLine } from './line.ts';
import type { Doubt } from './line-doubts.ts';
import type { IsPlace } from './line-place.ts';
import { type ExpenseForm, MOST_PEOPLE } from './rules.ts';

type Filled = { form: Partial<ExpenseForm>; doubts: Doubt[] };

/**
 * What a typed line and the people mentioned in it put into the form; the rest keeps its default. Who is mentioned was there, so they
 * stand among the attendees, before `외 3명`.
 */
export function fillForm(
  line: string,
  mentioned: readonly string[],
  { today, isPlace }: { today: Day; isPlace?: IsPlace },
): Filled {
  const said = readLine(line, { today, ...(isPlace ? { isPlace } : {}) });
  const many = said.headcount !== null && said.headcount > MOST_PEOPLE;
  const words = said.attendees ?? (many ? String(said.headcount) : null);
  const with_ = words !== null && /^(?:외|등|and\b)/.test(words) ? ' ' : ', ';
  const form = {
    spent_on: said.spentOn,
    spent_time: said.spentTime,
    amount: said.amount === null ? said.amountTyped : String(said.amount),
    account: said.account,
    activity: said.activity,
    place: said.place,
    purpose: said.purpose,
    headcount: said.headcount === null || many ? null : String(said.headcount),
    attendees: [[...mentioned, ...said.called].join(', '), words].filter(Boolean).join(with_),
    payment: said.payment,
  };
  const filled = Object.entries(form).filter(([, value]) => value !== null && value !== '');
  const doubts = said.doubts.slice(0, MOST_DOUBTS);
  return { form: Object.fromEntries(filled), doubts };
}

/** More of them say that it was no line of this kind. */
const MOST_DOUBTS = 5;

/** What a person should look at before they save: what stands in the form and was perhaps not meant, and what a line left open. */
export function doubtWords(
  form: Pick<ExpenseForm, 'amount' | 'spent_on' | 'spent_time'>,
  doubts: readonly Doubt[],
  { today, clock, text }: { today: Day; clock: string; text: Text },
): string | undefined {
  const { doubts: words, refusals } = text.expense.form;
  const typed = form.amount?.trim() ?? '';
  const amount = parseWon(typed);
  const unread =
    'refusal' in amount && amount.refusal !== 'empty' ? words.amount(typed, refusals[amount.refusal]) : null;
  const refund = 'won' in amount && amount.won < 0 ? words.refund : null;
  const dayToCome = (form.spent_on ?? '') > today ? words.dayToCome : null;
  const early = form.spent_on === today && (form.spent_time ?? '') > clock ? words.toCome(form.spent_time ?? '') : null;
  const lines = [unread, refund, dayToCome, early, ...doubts.map(({ why, words: said }) => words[why](said))];
  return lines.filter(Boolean).join('\n') || undefined;
}
