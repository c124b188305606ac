import { otherSittings } from '../meeting.ts';
import type { Facts, Rule } from '../rule.ts';
import {
  condolenceSuggested,
  flowersSuggested,
  giftSuggested,
  moneySuggested,
  namesSomeone,
  officialsSuggested,
  outsidersSuggested,
} from '../suspicion.ts';

/** A meal or what is served at a meeting, and not goods, money or flowers: these have limits of their own. */
const isMeal = ({ spend }: Facts): boolean =>
  !giftSuggested(spend) &&
  !moneySuggested(spend) &&
  !condolenceSuggested(spend) &&
  !flowersSuggested(spend) &&
  spend.activity !== '8-나';

/** What the whole meeting cost, and for how many; a meeting in two sittings counts once. */
function meetingOf({ spend, sameDay }: Facts): { won: number; people: number | null; others: number[] } {
  const others = otherSittings(spend, sameDay);
  const won = others.reduce((sum, { amount }) => sum + amount, spend.amount);
  return { won, people: spend.headcount, others: others.map(({ id }) => id) };
}

/** Of a meeting in two sittings the last one is asked, since only then the sum is known. */
const isLastSitting = ({ spend, sameDay }: Facts): boolean =>
  otherSittings(spend, sameDay).every(
    (other) =>
      (other.spentTime ?? '') <= (spend.spentTime ?? '') &&
      (other.spentTime !== spend.spentTime || other.id < spend.id),
  );

/** How much a meal may cost, who was there, and one meeting on two bills: E05 to E07, E09, E30. */
export const MEAL_RULES = [
  {
    id: 'E05',
    sources: ['standard', 'audit_2023'],
    severity: 'require',
    evidence: ['reason'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge(facts) {
      const cap = facts.limit('meal_general');
      const { won, people, others } = meetingOf(facts);
      if (cap === null || people === null || !isMeal(facts) || !isLastSitting(facts)) return null;
      if (won <= cap * people || facts.given.reason) return null;
      const figures = { won: Math.ceil(won / people), cap, people, others };
      return { severity: 'require', asks: ['reason'], figures, at: null };
    },
  },
  {
    id: 'E06',
    sources: ['graft_decree', 'graft_limits', 'standard'],
    severity: 'block',
    evidence: ['official'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      const { spend, given } = facts;
      const cap = facts.limit('meal_public_official');
      const { won, people, others } = meetingOf(facts);
      if (cap === null || people === null || !isMeal(facts) || !isLastSitting(facts)) return null;
      if (won <= cap * people) return null;
      const figures = { won: Math.ceil(won / people), cap, people, others };
      if (given.official === 'over') return { severity: 'block', asks: [], how: 'over', figures, at: 'official' };
      if (given.official) return null;
      const word = officialsSuggested(spend);
      return word ? { severity: 'warn', asks: ['official'], figures: { ...figures, word }, at: null } : null;
    },
  },
  {
    id: 'E07',
    sources: ['standard', 'audit_2023'],
    severity: 'require',
    evidence: ['counterpart'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge(facts) {
      const threshold = facts.limit('names_threshold');
      const { won, others } = meetingOf(facts);
      if (threshold === null || won < threshold || !isLastSitting(facts)) return null;
      if (facts.given.counterpart || namesSomeone(facts.spend.attendees)) return null;
      // Names stand on the evidence and are masked in what is published: of a list nobody can tell that they are missing.
      const severity = facts.spend.origin === 'form' ? 'require' : 'warn';
      return { severity, asks: ['counterpart'], figures: { won, cap: threshold, others }, at: null };
    },
  },
  {
    id: 'E09',
    sources: ['own'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge(facts) {
      const { won, others } = meetingOf(facts);
      return others.length > 0 && isLastSitting(facts)
        ? { severity: 'warn', asks: [], figures: { won, others }, at: null }
        : null;
    },
  },
  {
    id: 'E30',
    sources: ['standard', 'audit_2023'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend }) {
      const word = spend.account === '203-04' ? outsidersSuggested(spend) : null;
      return word ? { severity: 'warn', asks: [], figures: { word }, at: null } : null;
    },
  },
] as const satisfies readonly Rule[];
