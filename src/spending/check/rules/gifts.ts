import type { Facts, Hit, Rule } from '../rule.ts';
import {
  giftSuggested,
  isFarmGift,
  moneySuggested,
  petitionersSuggested,
  voucherKind,
  voucherSuggested,
} from '../suspicion.ts';
import { perUnit, recipientOf } from './recipient.ts';

/** The activities that name people outside the office as those who may be given something. */
const NAMES_OUTSIDERS = new Set<string | null>([
  ...['1-가', '1-나', '1-다', '2-가', '2-나', '2-다', '3-가', '3-나', '3-다', '4-다', '4-라', '4-마'],
  ...['5-나', '5-다', '7-가', '7-다', '9'],
]);

const isOfficial = (recipient: string | null): boolean => recipient === 'official' || recipient === 'council';

/** 물품·용역상품권 may be given up to the limit for gifts from that day on. */
const GOODS_VOUCHERS_FROM = '2023-08-30';
/** From that day on vouchers are no gift that may be given; before, they were goods like others. */
const NO_VOUCHERS_FROM = '2018-01-17';

/** What the Act says of a voucher for someone else's official; `limit`: it is judged like other gifts. */
function voucherOf({ spend, given }: Facts): 'forbidden' | 'limit' | 'unknown' {
  const day = spend.spentOn ?? '';
  if (day < NO_VOUCHERS_FROM) return 'limit';
  if (day < GOODS_VOUCHERS_FROM) return 'forbidden';
  const kind = given.voucher_kind || voucherKind(spend);
  return kind ? ({ goods: 'limit', money: 'forbidden' } as const)[kind as 'goods' | 'money'] : 'unknown';
}

/** The limit for one gift to an official on the day: farm goods may cost more, and more again around the two festivals. */
function giftCap({ spend, festival, limit }: Facts): number | null {
  if (voucherSuggested(spend) || !isFarmGift(spend)) return limit('gift');
  return (festival && limit('farm_gift_festival')) ?? limit('farm_gift');
}

function overGiftLimit(facts: Facts, word: string, recipient: string | null): Hit | null {
  const cap = giftCap(facts);
  const won = perUnit(facts);
  if (cap === null || won === null || won <= cap) return null;
  const figures = { won, cap, word };
  if (isOfficial(recipient)) return { severity: 'block', asks: [], figures, at: 'amount', how: 'said' };
  return recipient === null ? { severity: 'require', asks: ['recipient'], figures, at: null } : null;
}

/** Goods and money that are handed out: E18, E19, E24, E25, E27. */
export const GIFT_RULES = [
  {
    id: 'E18',
    sources: ['standard', 'audit_2025'],
    severity: 'require',
    evidence: ['gift_ledger'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, given }) {
      const word = giftSuggested(spend);
      if (!word || given.gift_ledger) return null;
      // The standard, as it is quoted, names these three; a ledger of other gifts is good practice.
      const severity = voucherSuggested(spend) || /기념품|특산/.test(word) ? 'require' : 'warn';
      return { severity, asks: ['gift_ledger'], figures: { word }, at: null };
    },
  },
  {
    id: 'E19',
    sources: ['graft_decree', 'graft_limits', 'graft_vouchers'],
    severity: 'block',
    evidence: ['recipient', 'voucher_kind'],
    since: '2016-09-28',
    certainty: 'read',
    on: true,
    imports: true,
    judge(facts) {
      const { spend } = facts;
      const word = giftSuggested(spend);
      if (!word) return null;
      const recipient = recipientOf(facts);
      const voucher = voucherSuggested(spend) ? voucherOf(facts) : 'limit';
      if (voucher === 'limit') return overGiftLimit(facts, word, recipient);
      const figures = { word };
      if (recipient === null) return { severity: 'require', asks: ['recipient'], how: 'voucher', figures, at: null };
      if (!isOfficial(recipient)) return null;
      return voucher === 'unknown'
        ? { severity: 'require', asks: ['voucher_kind'], how: 'kind', figures, at: null }
        : { severity: 'block', asks: [], how: 'forbidden', figures, at: 'recipient' };
    },
  },
  {
    id: 'E24',
    sources: ['election_act', 'scope_annex'],
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
      const severity = spend.activity === null ? 'warn' : 'require';
      if (recipient === null) return { severity, asks: ['recipient'], figures: { word }, at: null };
      if (recipient !== 'resident' && recipient !== 'petitioner') return null;
      return spend.activity === null
        ? { severity: 'warn', asks: [], how: 'unclear', figures: { word }, at: null }
        : { severity: 'block', asks: [], how: 'said', figures: { word }, at: 'recipient' };
    },
  },
  {
    id: 'E25',
    sources: ['scope_annex'],
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
    sources: ['scope_annex'],
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
