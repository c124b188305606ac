import type { Facts, Rule } from '../rule.ts';
import {
  flowersSuggested,
  giftSuggested,
  inspectionSuggested,
  isMealServed,
  isNationalCeremony,
  moneySuggested,
  privateGroupSuggested,
  saysPrivateOccasion,
} from '../suspicion.ts';

const OCCASIONS = ['marriage', 'death', 'other'];

/** Flowers that are for no wedding and no funeral: those are E20's to E23's. */
function otherFlowers({ spend, given }: Facts): string | null {
  const word = flowersSuggested(spend);
  const named = spend.activity === '7-나' || spend.activity === '7-다';
  const condolence = spend.activity === '8-나' || saysPrivateOccasion(spend);
  if (!word || condolence || (!named && OCCASIONS.includes(given.occasion ?? ''))) return null;
  return isNationalCeremony(spend) ? null : word;
}

/** The activities whose recipients live in the city. */
const RESIDENTS_GET = new Set<string | null>(['1-나', '1-다', '3-가', '3-나', '3-다', '4-다', '5-나']);

/** Something that is given to people of the city: by who gets it, or by the activity where nobody said who. */
function isGivenToResidents({ spend, given }: Facts): boolean {
  if (spend.activity === '8-나') return false;
  if (given.recipient) return given.recipient === 'resident' || given.recipient === 'petitioner';
  const goods = giftSuggested(spend) ?? moneySuggested(spend) ?? flowersSuggested(spend);
  return goods !== null && RESIDENTS_GET.has(spend.activity);
}

/** What would be a donation to voters: flowers, private groups, in whose name, and calls of a new mayor or a new year (E42 to E44, E50). */
export const RESIDENT_RULES = [
  {
    id: 'E42',
    sources: ['scope_annex', 'audit_2025'],
    severity: 'block',
    evidence: ['recipient'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      const { recipient } = facts.given;
      const word = otherFlowers(facts);
      if (!word) return null;
      const figures = { word };
      if (!recipient) return { severity: 'require', asks: ['recipient'], figures, at: null };
      return recipient === 'resident' || recipient === 'petitioner'
        ? { severity: 'block', asks: [], how: 'said', figures, at: 'recipient' }
        : null;
    },
  },
  {
    id: 'E43',
    sources: ['election_act'],
    severity: 'block',
    evidence: ['private_group'],
    since: '2004-03-12',
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, given }) {
      const word = privateGroupSuggested(spend);
      const named = spend.activity === '9' && Boolean(given.ordinance);
      if (given.private_group === 'yes' && !named) {
        const figures = { word: word ?? '' };
        return { severity: 'block', asks: [], how: 'said', figures, at: 'private_group' };
      }
      return word && !given.private_group
        ? { severity: 'require', asks: ['private_group'], figures: { word }, at: null }
        : null;
    },
  },
  {
    id: 'E44',
    sources: ['scope', 'election_act'],
    severity: 'block',
    evidence: ['in_name_of'],
    since: '2010-01-25',
    certainty: 'read',
    on: true,
    imports: false,
    judge(facts) {
      if (!isGivenToResidents(facts)) return null;
      const name = facts.given.in_name_of;
      if (!name) return { severity: 'require', asks: ['in_name_of'], figures: {}, at: null };
      return name === 'city' ? null : { severity: 'block', asks: [], how: 'said', figures: {}, at: 'in_name_of' };
    },
  },
  {
    id: 'E50',
    sources: ['election_act'],
    severity: 'require',
    evidence: ['reason'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, given, election }) {
      const word = inspectionSuggested(spend);
      if (!word) return null;
      if (isMealServed(spend)) {
        return given.reason ? null : { severity: 'require', asks: ['reason'], figures: { word }, at: null };
      }
      return election === null
        ? null
        : { severity: 'warn', asks: [], how: 'election', figures: { word, day: election.day }, at: null };
    },
  },
] as const satisfies readonly Rule[];
