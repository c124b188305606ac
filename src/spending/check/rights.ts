import { isManager } from '../../people/rules.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { Expense } from '../expense/rules.ts';
import type { Finding } from './rule.ts';

export type AcceptRefusal = 'notManager' | 'own' | 'gone';

/** Managers accept what a rule found, but not about what they entered themselves; a file's rows are nobody's own. */
export function refuseAcceptance(
  person: Person,
  finding: Finding | null,
  expense: Pick<Expense, 'createdBy' | 'origin' | 'voided'> | null,
): AcceptRefusal | null {
  if (!isManager(person)) return 'notManager';
  if (finding?.state !== 'open' || !expense || expense.voided) return 'gone';
  return expense.origin === 'form' && expense.createdBy === person.userId ? 'own' : null;
}
