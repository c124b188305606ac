import { isAbroad, outsideOf } from '../area.ts';
import { minutesOf } from '../meeting.ts';
import type { Facts, Rule } from '../rule.ts';
import { barredShop, venueSuggested } from '../suspicion.ts';

function isNight({ spend, limit }: Facts): boolean {
  const [from, to] = [limit('night_from'), limit('night_to')];
  if (spend.spentTime === null || from === null || to === null) return false;
  // A list that gives only days writes midnight for all of them.
  if (spend.origin !== 'form' && spend.spentTime === '00:00') return false;
  const minutes = minutesOf(spend.spentTime);
  // A card company writes Korea's time, also for a dinner in Barcelona: that it was abroad is asked about.
  return (minutes >= from || minutes < to) && !isAbroad(spend);
}

/** At night, on a free day, far away, and in what kind of house: E10 to E15, E41. */
export const WHEN_AND_WHERE_RULES = [
  {
    id: 'E10',
    sources: ['standard', 'audit_2023'],
    severity: 'require',
    evidence: ['reason'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge: (facts) =>
      isNight(facts) && !facts.given.reason
        ? { severity: 'require', asks: ['reason'], figures: { time: facts.spend.spentTime ?? '' }, at: null }
        : null,
  },
  {
    id: 'E11',
    sources: ['standard', 'audit_2023'],
    severity: 'require',
    evidence: ['reason'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge: ({ spend, free, given, visit }) =>
      free !== null && spend.spentOn !== null && !given.reason && visit === null
        ? { severity: 'require', asks: ['reason'], figures: { day: spend.spentOn, word: free }, at: null }
        : null,
  },
  {
    id: 'E12',
    sources: ['standard', 'audit_2023'],
    severity: 'require',
    evidence: ['reason'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, districts, given, visit }) {
      const word = given.reason || visit !== null ? null : outsideOf(spend, districts);
      return word ? { severity: 'require', asks: ['reason'], figures: { word }, at: null } : null;
    },
  },
  {
    id: 'E13',
    sources: ['standard', 'audit_2023'],
    severity: 'warn',
    evidence: ['near_home'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: false,
    judge: ({ given }) => (given.near_home === 'yes' ? { severity: 'warn', asks: [], figures: {}, at: null } : null),
  },
  {
    id: 'E14',
    sources: ['standard', 'audit_2023'],
    severity: 'block',
    evidence: ['venue_kind'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, given }) {
      const figures = { word: spend.place ?? '' };
      if (given.venue_kind === 'adult') return { severity: 'block', asks: [], how: 'said', figures, at: 'venue_kind' };
      return venueSuggested(spend) === 'adult' && !given.venue_kind
        ? { severity: 'require', asks: ['venue_kind'], figures, at: null }
        : null;
    },
  },
  {
    id: 'E15',
    sources: ['card_standard', 'audit_2023', 'central_2019'],
    severity: 'require',
    evidence: ['venue_kind', 'reason'],
    since: '2019-01-01',
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, given }) {
      const pub = given.venue_kind ? given.venue_kind === 'pub' : venueSuggested(spend) === 'pub';
      if (!pub || given.reason) return null;
      const asks = given.venue_kind ? (['reason'] as const) : (['venue_kind', 'reason'] as const);
      return { severity: 'require', asks, figures: { word: spend.place ?? '' }, at: null };
    },
  },
  {
    id: 'E41',
    sources: ['card_standard'],
    severity: 'block',
    evidence: ['venue_kind'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, given, barredShops }) {
      const word = barredShop(spend, barredShops);
      if (given.venue_kind === 'barred') {
        return { severity: 'block', asks: [], how: 'said', figures: { word: word ?? '' }, at: 'venue_kind' };
      }
      return word && !given.venue_kind
        ? { severity: 'require', asks: ['venue_kind'], figures: { word }, at: null }
        : null;
    },
  },
] as const satisfies readonly Rule[];
