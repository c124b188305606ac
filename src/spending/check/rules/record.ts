import type { ExpenseField } from '../../../vocabulary/expense.ts';
import type { Judged, Rule } from '../rule.ts';
import { isServed, moneySuggested } from '../suspicion.ts';

const mayLack = (spend: Judged, field: ExpenseField): boolean =>
  (field === 'place' && (spend.payment !== 'card' || moneySuggested(spend) !== null)) ||
  (field === 'headcount' && (!isServed(spend) || /구입|구매/.test(spend.purpose)));

/** What every record says: E01 to E04, E31 to E33. */
export const RECORD_RULES = [
  {
    id: 'E01',
    sources: ['standard'],
    severity: 'block',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend }) {
      // What the published table has to carry; the account and the time are asked of those who enter a spend themselves.
      const lacks: ExpenseField[] = [];
      if (spend.spentOn === null) lacks.push('spent_on');
      if (!spend.place) lacks.push('place');
      if (spend.headcount === null) lacks.push('headcount');
      // Money that was handed over has no place, and goods have nobody who sat down: a list is right to leave them out.
      const grave = spend.origin === 'form' || lacks.some((field) => !mayLack(spend, field));
      if (spend.payment === null) lacks.push('payment');
      if (spend.account === null && spend.origin === 'form') lacks.push('account');
      // The form asks for these by itself, but of an old record nobody has to invent its day.
      if (lacks.length === 0) return null;
      return { severity: grave ? 'block' : 'warn', asks: [], figures: { word: lacks.join(',') }, at: null };
    },
  },
  {
    id: 'E02',
    sources: ['scope', 'scope_annex'],
    severity: 'block',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: false,
    judge: ({ spend }) => (spend.activity === null ? { severity: 'block', asks: [], figures: {}, at: null } : null),
  },
  {
    id: 'E03',
    sources: ['scope_annex', 'supreme_court'],
    severity: 'require',
    evidence: ['ordinance'],
    since: '2007-11-16',
    certainty: 'read',
    on: true,
    imports: false,
    judge: ({ spend, given }) =>
      spend.activity === '9' && !given.ordinance
        ? { severity: 'require', asks: ['ordinance'], figures: {}, at: null }
        : null,
  },
  {
    id: 'E04',
    sources: ['scope_annex'],
    severity: 'require',
    evidence: ['plan_doc'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: false,
    judge: ({ spend, given }) =>
      spend.activity === '4-나' && !given.plan_doc
        ? { severity: 'require', asks: ['plan_doc'], figures: {}, at: null }
        : null,
  },
  {
    id: 'E31',
    sources: ['budgeting'],
    severity: 'require',
    evidence: ['project'],
    since: null,
    certainty: 'read',
    on: true,
    imports: false,
    judge: ({ spend, given }) =>
      spend.account === '203-03' && !given.project
        ? { severity: 'require', asks: ['project'], figures: {}, at: null }
        : null,
  },
  {
    id: 'E32',
    sources: ['accounting_act'],
    severity: 'block',
    evidence: [],
    since: '2015-01-01',
    certainty: 'read',
    on: true,
    imports: true,
    judge: ({ spend }) =>
      spend.spentOn !== null && Number(spend.spentOn.slice(0, 4)) !== spend.year
        ? { severity: 'block', asks: [], figures: { day: spend.spentOn, year: spend.year }, at: null }
        : null,
  },
  {
    id: 'E33',
    sources: ['audit_2025'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: false,
    judge: ({ spend, planned, firstOfYear }) =>
      !planned && firstOfYear ? { severity: 'warn', asks: [], figures: { year: spend.year }, at: null } : null,
  },
] as const satisfies readonly Rule[];
