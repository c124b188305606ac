import type { TwinKind } from '../../vocabulary/expense.ts';
import type { Spend } from '../expense/rules.ts';

/** What a person says of a pair: two spends, or one, and which record stays. */
export const CHOICES = ['different', 'keep_later', 'keep_earlier'] as const;
export type Choice = (typeof CHOICES)[number];

type Compared = Pick<
  Spend,
  'spentOn' | 'spentTime' | 'amount' | 'place' | 'purpose' | 'spender' | 'department' | 'payment'
> & { isImported: boolean };

/** So far apart two times may be that a person and a card reader give for one spend. Minutes. */
const MINUTES = 30;

/**
 * What two records of one day and one amount may be to each other; null where they are two spends. Rows of two departments, places
 * that differ and times far apart are two. Where all but the words of the purpose are the same in two lists, one corrects the other.
 */
export const twinKind = (one: Compared, other: Compared): TwinKind | null => {
  if (one.spentOn === null || one.spentOn !== other.spentOn || one.amount !== other.amount) return null;
  if (differ(one.department, other.department) || !timesAgree(one.spentTime, other.spentTime)) return null;
  const bothImported = one.isImported && other.isImported;
  const samePlace = one.place !== null && other.place !== null && bare(one.place) === bare(other.place);
  const sameRest =
    one.spentTime === other.spentTime && !differ(one.spender, other.spender) && !differ(one.payment, other.payment);
  if (bothImported && samePlace && sameRest) return 'correction';
  if (one.place === null || other.place === null) {
    return one.place !== other.place && bare(one.purpose) === bare(other.purpose) ? 'maybe_same' : null;
  }
  return placesAgree(one.place, other.place) ? 'maybe_same' : null;
};

const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && bare(one) !== bare(other);

const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\s()·,.\-_/]+/g, '')
    .toLowerCase();

const timesAgree = (one: string | null, other: string | null): boolean =>
  one === null || other === null || Math.abs(minutesOf(one) - minutesOf(other)) <= MINUTES;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** `미진` and `(주)미진 광화문점`: one name holds the other, company forms and branches left out. */
export const placesAgree = (one: string, other: string): boolean => {
  const [a, b] = [nameOf(one), nameOf(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 2 && long.includes(short);
};

const nameOf = (place: string): string => {
  const words = place
    .normalize('NFKC')
    .replace(/\(?(?:주|유|재|사|합|농)\)|주식회사|유한회사|㈜/g, ' ')
    .replace(/\([^()]*\)/g, ' ')
    .trim();
  const named = words.replace(/\s+\S{1,8}(?:지점|점)$/, '');
  return bare(named === '' ? words : named).replace(/(?:본점|직영점)$/, '');
};
