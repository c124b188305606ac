import type { Evidence, EvidenceField } from '../../../vocabulary/check.ts';
import type { Facts } from '../rule.ts';
import { staffSuggested } from '../suspicion.ts';

/** Who it was given to, as far as that is known; own people are so called in every list. */
export function recipientOf({ spend, given }: Facts): string | null {
  return given.recipient || (staffSuggested(spend) ? 'staff' : null);
}

export const lacking = (given: Evidence, ...fields: EvidenceField[]): EvidenceField[] =>
  fields.filter((field) => !given[field]);

/** Won for each of those it was for, rounded up; null where nobody counted them. */
export const perUnit = ({ spend }: Facts): number | null =>
  spend.headcount === null ? null : Math.ceil(spend.amount / spend.headcount);
