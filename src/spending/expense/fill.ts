import type { Day } from '../../vocabulary/day.ts';
import { readLine } from './line.ts';
import { type ExpenseForm, MOST_PEOPLE } from './rules.ts';

/**
 * What a typed line and the people mentioned in it put into the form; the rest keeps its default. Who is mentioned was there, so they
 * stand among the attendees, before `외 3명`.
 */
export function fillForm(line: string, mentioned: readonly string[], today: Day): Partial<ExpenseForm> {
  const said = readLine(line, { today });
  const many = said.headcount !== null && said.headcount > MOST_PEOPLE;
  const words = said.attendees ?? (many ? String(said.headcount) : null);
  const with_ = words !== null && /^(?:외|등|and\b)/.test(words) ? ' ' : ', ';
  const form = {
    spent_on: said.spentOn,
    spent_time: said.spentTime,
    amount: said.amount === null ? null : String(said.amount),
    account: said.account,
    activity: said.activity,
    place: said.place,
    purpose: said.purpose,
    headcount: said.headcount === null || many ? null : String(said.headcount),
    attendees: [mentioned.join(', '), words].filter(Boolean).join(with_),
    payment: said.payment,
  };
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null && value !== ''));
}
