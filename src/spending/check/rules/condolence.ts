import { plainWords } from '../meeting.ts';
import type { Facts, Judged, Rule } from '../rule.ts';
import {
  branchSuggested,
  condolenceSuggested,
  isForCeremony,
  isWreath,
  namesSomeone,
  saysPrivateOccasion,
  staffSuggested,
} from '../suspicion.ts';
import { lacking, perUnit } from './recipient.ts';

/** 7-나 and 7-다 name flowers of their own, which are for no wedding and no funeral. */
const NAMES_FLOWERS = new Set<string | null>(['7-나', '7-다']);

const isOtherFlowers = (spend: Judged): boolean =>
  isForCeremony(spend) || (NAMES_FLOWERS.has(spend.activity) && !saysPrivateOccasion(spend));

/** Money or flowers at a wedding or a funeral: said by the activity, or by a person who was asked. */
const isCondolence = ({ spend, given }: Facts): boolean => {
  if (spend.activity === '8-나') return given.occasion !== 'none';
  return given.occasion !== undefined && given.occasion !== 'none' && !isOtherFlowers(spend);
};

/** Money and flowers for one death are at most this far apart. */
const DAYS_OF_ONE_DEATH = 14;

/** What is left of a purpose without what was given: `총무과 김하늘 부친상`. */
const occasionOf = ({ purpose }: Judged): string =>
  plainWords(
    purpose.replace(
      /근조|화환|조화|조의금?|부의금?|축의금?|경조사?비?|화분|지급|구입|구매|비용|전달|및|\d+\s?건/g,
      ' ',
    ),
  );

function isOneOccasion(one: Judged, other: Judged): boolean {
  if (!condolenceSuggested(other) || one.headcount !== other.headcount) return false;
  if (plainWords(one.attendees) !== plainWords(other.attendees)) return false;
  const base = occasionOf(one);
  if (base !== occasionOf(other)) return false;
  return base.length > 2 || namesSomeone(one.attendees);
}

/** What was given for one wedding or funeral, this and before it. */
function sumOfOccasion({ spend, handouts }: Facts): { won: number; others: number[]; flowers: boolean } {
  const rest = handouts(DAYS_OF_ONE_DEATH).filter((other) => isOneOccasion(spend, other));
  return {
    won: rest.reduce((sum, { amount }) => sum + amount, spend.amount),
    others: rest.map(({ id }) => id),
    flowers: [spend, ...rest].some(isWreath),
  };
}

/** Money and flowers at weddings and funerals: E20 to E23. */
export const CONDOLENCE_RULES = [
  {
    id: 'E20',
    sources: ['scope_annex'],
    severity: 'block',
    evidence: ['occasion'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, given }) {
      if (spend.activity !== '8-나' && isOtherFlowers(spend)) return null;
      if (given.occasion === 'other') return { severity: 'block', asks: [], how: 'said', figures: {}, at: 'occasion' };
      if (given.occasion) return null;
      // A list that says 직원 결혼축하품 has said the occasion and the recipient.
      if (spend.origin !== 'form' && /결혼/.test(spend.purpose) && staffSuggested(spend)) return null;
      const word = spend.activity === '8-나' ? '8-나' : condolenceSuggested(spend);
      return word ? { severity: 'require', asks: ['occasion'], figures: { word }, at: null } : null;
    },
  },
  {
    id: 'E21',
    sources: ['scope_annex', 'election_act'],
    severity: 'block',
    evidence: ['in_name_of', 'recipient'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      if (!isCondolence(facts)) return null;
      const { spend, given } = facts;
      const asks = lacking(given, 'in_name_of', 'recipient');
      if (asks.length > 0) return { severity: 'require', asks, figures: {}, at: null };
      if (given.in_name_of !== 'mayor') return null;
      const word = given.recipient === 'staff' ? branchSuggested(spend) : null;
      if (word) return { severity: 'block', asks: [], how: 'branch', figures: { word }, at: 'recipient' };
      return given.recipient === 'staff' || given.recipient === 'head_lower'
        ? null
        : { severity: 'block', asks: [], how: 'said', figures: {}, at: 'recipient' };
    },
  },
  {
    id: 'E22',
    sources: ['scope_annex'],
    severity: 'block',
    evidence: ['in_name_of', 'recipient'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      const { given } = facts;
      if (!isCondolence(facts) || given.in_name_of === 'mayor' || !given.in_name_of || !given.recipient) return null;
      return ['staff', 'branch_staff', 'head_lower', 'council', 'related'].includes(given.recipient)
        ? null
        : { severity: 'block', asks: [], figures: {}, at: 'recipient' };
    },
  },
  {
    id: 'E23',
    sources: ['graft_limits', 'council_audit'],
    severity: 'block',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge(facts) {
      if (!isCondolence(facts)) return null;
      const { spend } = facts;
      const { won: sum, others, flowers } = sumOfOccasion(facts);
      const cap = facts.limit(flowers ? 'wreath' : 'condolence');
      if (cap === null) return null;
      const own = facts.limit(isWreath(spend) ? 'wreath' : 'condolence');
      const each = perUnit(facts);
      // For how many it was is not said: it may be within the limit for each.
      if (each === null) {
        return spend.amount > cap
          ? { severity: 'warn', asks: [], how: 'uncounted', figures: { won: spend.amount, cap }, at: null }
          : null;
      }
      if (own !== null && each > own) {
        return { severity: 'block', asks: [], figures: { won: each, cap: own }, at: 'amount' };
      }
      return others.length > 0 && sum > cap * (spend.headcount ?? 1)
        ? { severity: 'block', asks: [], how: 'sum', figures: { won: sum, cap, others }, at: 'amount' }
        : null;
    },
  },
] as const satisfies readonly Rule[];
