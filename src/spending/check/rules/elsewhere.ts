import type { Rule } from '../rule.ts';

const elsewhere = { evidence: [], since: null, on: true, imports: true, judge: null } as const;

/**
 * Rules that no single record breaks, so that nobody looks for them in vain: when a quarter is published (E37) and what a publication
 * may not say (E38) are judged with the disclosure, how far the year's spending is (E39) is a fact of the ledger, what a mayor may not
 * attend before an election (E51) is said where a visit is planned, and the accounting side agrees (E53) where spends are approved.
 */
export const ELSEWHERE_RULES = [
  { id: 'E37', sources: ['directive', 'standard'], severity: 'warn', certainty: 'read', ...elsewhere },
  {
    id: 'E38',
    sources: ['information_act', 'district_court'],
    severity: 'block',
    certainty: 'quoted',
    ...elsewhere,
  },
  { id: 'E39', sources: ['council_audit'], severity: 'warn', certainty: 'read', ...elsewhere },
  { id: 'E51', sources: ['election_act'], severity: 'warn', certainty: 'read', ...elsewhere },
  { id: 'E53', sources: ['directive'], severity: 'warn', certainty: 'read', ...elsewhere, on: false },
] as const satisfies readonly Rule[];
