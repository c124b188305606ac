import type { Rule } from '../rule.ts';

const elsewhere = { evidence: [], since: null, on: true, imports: true, judge: null } as const;

/**
 * Rules that no single record breaks, so that nobody looks for them in vain: when a quarter is published (E37) and what a publication
 * may not say (E38) are judged with the disclosure, how far the year's spending is (E39) is a fact of the ledger.
 */
export const ELSEWHERE_RULES = [
  { id: 'E37', severity: 'warn', certainty: 'quoted', ...elsewhere },
  { id: 'E38', severity: 'block', certainty: 'quoted', ...elsewhere },
  { id: 'E39', severity: 'warn', certainty: 'read', ...elsewhere },
] as const satisfies readonly Rule[];
