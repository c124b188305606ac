import { lastDayIn } from '../../../korean/day-in-words.ts';
import { daysBetween } from '../../../korean/days.ts';
import { isBefore, otherSittings } from '../meeting.ts';
import type { Judged, Rule } from '../rule.ts';
import { giftSuggested, isServed, moneySuggested, voucherSuggested } from '../suspicion.ts';

/** 지방회계법 시행령 제52조 제3호 names 격려금, 조의금 and 축의금 as what may be paid in cash. */
const CASH_ALLOWED = /격려금|조의금|축의금|부의금|축의\s?[·ㆍ,]\s?부의/;
const mayBeCash = (spend: Judged): boolean =>
  spend.activity === '8-나' ||
  CASH_ALLOWED.test(spend.purpose) ||
  (/격려/.test(spend.purpose) && !isServed(spend) && !giftSuggested(spend));

/** How it was paid and what has to be there on paper: E16, E17, E26, E28, E29, E40, E46, E52, E54. */
export const PAPER_RULES = [
  {
    id: 'E16',
    sources: ['accounting_decree'],
    severity: 'require',
    evidence: ['reason'],
    since: '2016-11-30',
    certainty: 'read',
    on: true,
    // Published lists call a transfer 현금 too.
    imports: false,
    judge: ({ spend, given }) =>
      spend.payment === 'cash' && !given.reason && !mayBeCash(spend)
        ? { severity: 'require', asks: ['reason'], figures: {}, at: null }
        : null,
  },
  {
    id: 'E17',
    sources: ['directive', 'accounting_act'],
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
    sources: ['scope_annex'],
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
    sources: ['election_act', 'scope_annex'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, election }) {
      if (election === null || spend.spentOn === null) return null;
      if (spend.activity !== '4-다' && spend.activity !== '7-가') return null;
      const days = daysBetween(spend.spentOn, election.day);
      const figures = { day: election.day, days, word: election.name };
      return { severity: 'warn', asks: [], ...(days === 0 ? { how: 'today' } : {}), figures, at: null };
    },
  },
  {
    id: 'E29',
    sources: ['directive'],
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
  {
    id: 'E40',
    sources: ['directive', 'audit_2023'],
    severity: 'warn',
    evidence: ['approval_doc'],
    since: null,
    certainty: 'read',
    on: true,
    imports: false,
    judge({ spend, given, sameDay }) {
      const said = given.approval_doc;
      if (!said) {
        // A meeting in two sittings has one 품의: its first bill is asked.
        const first = otherSittings(spend, sameDay).every((other) => isBefore(spend, other));
        return first ? { severity: 'warn', asks: ['approval_doc'], figures: {}, at: null } : null;
      }
      const day = lastDayIn(said);
      if (day === null || spend.spentOn === null || day <= spend.spentOn) return null;
      return { severity: 'warn', asks: [], how: 'late', figures: { day }, at: null };
    },
  },
  {
    id: 'E46',
    sources: ['directive'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'read',
    on: true,
    imports: false,
    judge({ spend, voucherGuide }) {
      const word = voucherSuggested(spend);
      return word && !voucherGuide ? { severity: 'warn', asks: [], figures: { word }, at: null } : null;
    },
  },
  {
    id: 'E52',
    sources: ['directive'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'read',
    on: true,
    imports: false,
    judge: ({ spend, pointsDue }) =>
      pointsDue ? { severity: 'warn', asks: [], figures: { year: spend.year - 1 }, at: null } : null,
  },
  {
    id: 'E54',
    sources: ['directive'],
    severity: 'warn',
    evidence: ['plan_doc'],
    since: null,
    certainty: 'read',
    on: true,
    imports: false,
    judge({ spend, given }) {
      const word = giftSuggested(spend) ?? moneySuggested(spend);
      return spend.activity === '6-나' && word && !given.plan_doc
        ? { severity: 'warn', asks: ['plan_doc'], figures: { word }, at: null }
        : null;
    },
  },
] as const satisfies readonly Rule[];
