import { daysBetween } from '../../../korean/days.ts';
import type { Rule } from '../rule.ts';

/** 선거일 전 60일 */
export const ELECTION_DAYS = 60;

/** How it was paid and what has to be there on paper: E16, E17, E26, E28, E29. */
export const PAPER_RULES = [
  {
    id: 'E16',
    severity: 'require',
    evidence: ['reason'],
    since: null,
    certainty: 'remembered',
    on: false,
    imports: true,
    judge: ({ spend, given }) =>
      spend.payment === 'cash' && !given.reason
        ? { severity: 'require', asks: ['reason'], figures: {}, at: null }
        : null,
  },
  {
    id: 'E17',
    severity: 'require',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: false,
    judge: ({ spend, receipts }) =>
      (spend.payment === 'card' || spend.payment === 'zeropay') && receipts === 0
        ? { severity: 'require', asks: [], figures: {}, at: null }
        : null,
  },
  {
    id: 'E26',
    severity: 'require',
    evidence: ['plan_doc'],
    since: null,
    certainty: 'read',
    on: true,
    imports: false,
    judge: ({ spend, given }) =>
      spend.activity === '6-아' && !given.plan_doc
        ? { severity: 'require', asks: ['plan_doc'], figures: {}, at: null }
        : null,
  },
  {
    id: 'E28',
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'remembered',
    on: false,
    imports: true,
    judge: ({ spend, election }) =>
      election !== null && spend.spentOn !== null && (spend.activity === '4-다' || spend.activity === '7-가')
        ? {
            severity: 'warn',
            asks: [],
            figures: { day: election, days: daysBetween(spend.spentOn, election) },
            at: null,
          }
        : null,
  },
  {
    id: 'E29',
    severity: 'block',
    evidence: ['reason'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    // What is spent is spent and has to be registered: it is not stopped, but no one approves it without a decision.
    judge: ({ spend, balance, given }) =>
      balance !== null && spend.amount > balance
        ? {
            severity: 'block',
            asks: given.reason ? [] : ['reason'],
            figures: { won: spend.amount, cap: balance },
            at: null,
          }
        : null,
  },
] as const satisfies readonly Rule[];
