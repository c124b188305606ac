import { addDays, todayIn } from '../../../korean/days.ts';
import { expenseName } from '../../../spending/expense/rules.ts';
import { endOf, momentOn } from '../moments.ts';
import { type Due, type Office, wanting } from '../rules.ts';

/** A spend that still lacks evidence, with who entered it. */
export type Lacking = { expenseId: number; recordedBy: string; recordedAt: Date };

export const EVIDENCE_DAYS = 2;
const USEFUL_DAYS = 30;

/** Two days after it was entered, to who entered it. */
export function evidenceDues({ expenseId, recordedBy, recordedAt }: Lacking, office: Office): Due[] {
  const record = expenseName(expenseId);
  const wanted = wanting('expense_evidence', recordedBy, record, office);
  if (!wanted) return [];
  const { clock } = wanted.recipient;
  const day = addDays(todayIn(office.zone, recordedAt), EVIDENCE_DAYS);
  const until = endOf(addDays(day, USEFUL_DAYS), office.zone);
  const at = momentOn(day, wanted.choice.time, 'after', clock, until);
  if (!at) return [];
  const occasion = todayIn(clock.zone, at);
  return [{ kind: 'expense_evidence', record, to: recordedBy, stage: 0, occasion, at, until }];
}
