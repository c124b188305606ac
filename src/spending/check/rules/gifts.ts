import type { Evidence, EvidenceField } from '../../../vocabulary/check.ts';
import type { Facts, Rule } from '../rule.ts';
import {
  condolenceSuggested,
  giftSuggested,
  isFarmGift,
  isVoucher,
  isWreath,
  moneySuggested,
  petitionersSuggested,
  staffSuggested,
} from '../suspicion.ts';

/** Money or flowers at a wedding or a funeral: said by the activity, or by a person who was asked. */
const isCondolence = ({ spend, given }: Facts): boolean =>
  given.occasion === 'none' ? false : given.occasion !== undefined || spend.activity === '8-나';

/** Who it was given to, as far as that is known; own people are so called in every list. */
function recipientOf({ spend, given }: Facts): string | null {
  return given.recipient ?? (staffSuggested(spend) ? 'staff' : null);
}

const lacking = (given: Evidence, ...fields: EvidenceField[]): EvidenceField[] =>
  fields.filter((field) => !given[field]);

/** The activities that name people outside the office as those who may be given something. */
const NAMES_OUTSIDERS = new Set<string | null>([
  ...[
    '1-가',
    '1-나',
    '1-다',
    '2-가',
    '2-나',
    '2-다',
    '3-가',
    '3-나',
    '3-다',
    '4-다',
    '4-라',
    '4-마',
    '7-가',
    '7-다',
    '9',
  ],
]);

const perUnit = ({ spend }: Facts): number | null =>
  spend.headcount === null ? null : Math.ceil(spend.amount / spend.headcount);

/** Goods and money that are handed out: E18 to E27, but for the plan of E26. */
export const GIFT_RULES = [
  {
    id: 'E18',
    severity: 'require',
    evidence: ['gift_ledger'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, given }) {
      const word = giftSuggested(spend);
      return word && !given.gift_ledger
        ? { severity: 'require', asks: ['gift_ledger'], figures: { word }, at: null }
        : null;
    },
  },
  {
    id: 'E19',
    severity: 'block',
    evidence: ['recipient'],
    since: '2016-09-28',
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      const { spend, given } = facts;
      const word = giftSuggested(spend);
      if (!word || isVoucher(spend)) return null; // a voucher is no farm gift, and E24 asks who it was for
      const cap = facts.limit(isFarmGift(spend) ? 'farm_gift' : 'gift');
      const won = perUnit(facts);
      if (cap === null || won === null || won <= cap) return null;
      const figures = { won, cap, word };
      const recipient = recipientOf(facts);
      if (recipient === 'official' || recipient === 'council') {
        return { severity: 'block', asks: [], figures, at: 'amount', how: 'said' };
      }
      return recipient === null && !given.recipient
        ? { severity: 'require', asks: ['recipient'], figures, at: null }
        : null;
    },
  },
  {
    id: 'E20',
    severity: 'block',
    evidence: ['occasion'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, given }) {
      if (given.occasion === 'other') return { severity: 'block', asks: [], how: 'said', figures: {}, at: 'occasion' };
      if (given.occasion) return null;
      const word = spend.activity === '8-나' ? '8-나' : condolenceSuggested(spend);
      return word ? { severity: 'require', asks: ['occasion'], figures: { word }, at: null } : null;
    },
  },
  {
    id: 'E21',
    severity: 'block',
    evidence: ['in_name_of', 'recipient'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      if (!isCondolence(facts)) return null;
      const { given } = facts;
      const asks = lacking(given, 'in_name_of', 'recipient');
      if (asks.length > 0) return { severity: 'require', asks, figures: {}, at: null };
      const allowed = given.recipient === 'staff' || given.recipient === 'head_lower';
      return given.in_name_of === 'mayor' && !allowed
        ? { severity: 'block', asks: [], how: 'said', figures: {}, at: 'recipient' }
        : null;
    },
  },
  {
    id: 'E22',
    severity: 'block',
    evidence: ['in_name_of', 'recipient'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      const { given } = facts;
      if (!isCondolence(facts) || given.in_name_of !== 'other' || !given.recipient) return null;
      return ['staff', 'head_lower', 'council', 'related'].includes(given.recipient)
        ? null
        : { severity: 'block', asks: [], figures: {}, at: 'recipient' };
    },
  },
  {
    id: 'E23',
    severity: 'block',
    evidence: [],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      if (!isCondolence(facts)) return null;
      const cap = facts.limit(isWreath(facts.spend) ? 'wreath' : 'condolence');
      if (cap === null) return null;
      const won = perUnit(facts);
      if (won !== null) {
        return won > cap ? { severity: 'block', asks: [], figures: { won, cap }, at: 'amount' } : null;
      }
      // For how many it was is not said: it may be within the limit for each.
      return facts.spend.amount > cap
        ? { severity: 'warn', asks: [], how: 'uncounted', figures: { won: facts.spend.amount, cap }, at: null }
        : null;
    },
  },
  {
    id: 'E24',
    severity: 'block',
    evidence: ['recipient'],
    since: '2004-03-12',
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      const { spend } = facts;
      const word = giftSuggested(spend) ?? moneySuggested(spend);
      // A published list gives no activity: whether one names the recipient can't be told from it.
      if (!word || NAMES_OUTSIDERS.has(spend.activity) || spend.activity?.startsWith('6')) return null;
      const recipient = recipientOf(facts);
      if (recipient === null) return { severity: 'require', asks: ['recipient'], figures: { word }, at: null };
      if (recipient !== 'resident' && recipient !== 'petitioner') return null;
      return spend.activity === null
        ? { severity: 'warn', asks: [], how: 'unclear', figures: { word }, at: null }
        : { severity: 'block', asks: [], how: 'said', figures: { word }, at: 'recipient' };
    },
  },
  {
    id: 'E25',
    severity: 'block',
    evidence: ['recipient'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, given }) {
      if (spend.activity !== '2-다') return null;
      if (given.recipient === 'petitioner') {
        return { severity: 'block', asks: [], how: 'said', figures: {}, at: 'recipient' };
      }
      const word = given.recipient ? null : petitionersSuggested(spend);
      return word ? { severity: 'require', asks: ['recipient'], figures: { word }, at: null } : null;
    },
  },
  {
    id: 'E27',
    severity: 'block',
    evidence: ['recipient'],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, given }) {
      if (spend.activity !== '5-가' || given.recipient === 'body_head') return null;
      return given.recipient
        ? { severity: 'block', asks: [], how: 'said', figures: {}, at: 'recipient' }
        : { severity: 'require', asks: ['recipient'], figures: {}, at: null };
    },
  },
] as const satisfies readonly Rule[];
