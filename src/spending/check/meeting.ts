import { remembering } from '../../tables/remembering.ts';
import type { Judged } from './rule.ts';
import { isOwnCanteen } from './suspicion.ts';

/** Two sittings of one meeting are at most this far apart. */
const SITTINGS_MINUTES = 180;

/** Without spaces and signs, so that two spellings are one. */
export const plainWords = (words: string | null): string => bare(words ?? '');
const bare = remembering((words) =>
  words
    .normalize('NFKC')
    .replace(/[\s()[\].,·:;'"’“”\-_/㈜]+/g, '')
    .toLowerCase(),
);

/** A place by its name: what stands in brackets is an address or a branch's spelling. */
export const placeKey = ({ place }: Pick<Judged, 'place'>): string => named(place ?? '');
const named = remembering((place) =>
  plainWords(
    place
      .normalize('NFKC')
      .replace(/\(\s*주\s*\)|주식회사/g, '')
      .replace(/\([^()]*\)?/g, ' '),
  ),
);

/** `(1)`, `(2차)`, `1차`, `②` at the end of a purpose. */
const SITTING = /(?:[(（[]\s*(\d)\s*(?:차|회)?\s*[)）\]]|(\d)\s?차|([①②③④]))\s*$/;

/** A purpose without the number of its sitting. */
export const sittingOf = remembering((purpose): { base: string; sitting: number | null } => {
  const found = SITTING.exec(purpose);
  if (!found) return { base: plainWords(purpose), sitting: null };
  const [, bracketed, counted, circled] = found;
  const sitting = Number(bracketed ?? counted ?? '①②③④'.indexOf(circled ?? '') + 1);
  return { base: plainWords(purpose.slice(0, found.index)), sitting };
});

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether one came before the other: by the time, then by the number. */
export function isBefore(one: Judged, other: Judged): boolean {
  const [a, b] = [one.spentTime ?? '', other.spentTime ?? ''];
  return a === b ? one.id < other.id : a < b;
}

/** The other rows of the same meeting: purposes that differ by the number of the sitting alone, the same people, three hours. */
export function otherSittings(spend: Judged, sameDay: readonly Judged[]): Judged[] {
  const own = sittingOf(spend.purpose);
  return sameDay.filter((other) => {
    if (other.headcount !== spend.headcount || other.headcount === null || other.amount <= 0) return false;
    const { base, sitting } = sittingOf(other.purpose);
    if (base !== own.base || sitting === own.sitting) return false;
    if (spend.spentTime === null || other.spentTime === null) return true;
    return Math.abs(minutesOf(spend.spentTime) - minutesOf(other.spentTime)) <= SITTINGS_MINUTES;
  });
}

/** Two purchases in one shop for nobody in particular are one when they are this close to each other. */
const ONE_PURCHASE_MINUTES = 120;

/**
 * Whether two spends of a day were for the same people: as many, and called the same. Where neither says for whom, only what was
 * bought in the same shop within two hours.
 */
function sameRecipients(one: Judged, other: Judged): boolean {
  if (one.headcount !== other.headcount || plainWords(one.attendees) !== plainWords(other.attendees)) return false;
  if (one.headcount !== null) return true;
  if (!samePlace(one, other)) return false;
  if (one.spentTime === null || other.spentTime === null) return false;
  return Math.abs(minutesOf(one.spentTime) - minutesOf(other.spentTime)) <= ONE_PURCHASE_MINUTES;
}

const samePlace = (one: Judged, other: Judged): boolean => placeKey(one) !== '' && placeKey(one) === placeKey(other);

/** The same user, where a user is known: whose spending it was, or who entered it. */
function sameUser(one: Judged, other: Judged): boolean {
  if (one.spender !== null || other.spender !== null) return one.spender === other.spender;
  return one.origin !== 'form' && other.origin !== 'form' ? true : one.createdBy === other.createdBy;
}

/** Who a spend counts for; null where nobody is named. */
export const userOf = ({ spender, origin, createdBy }: Judged): string | null =>
  spender ?? (origin === 'form' ? createdBy : null);

/**
 * The other spends of a day that look like parts of one: at the same place or for the same purpose, by the same user, for the same
 * people, each below the threshold. The canteen serves many meetings in a day: there only the purpose tells.
 */
export function splitParts(spend: Judged, sameDay: readonly Judged[], threshold: number): Judged[] {
  if (spend.amount >= threshold) return [];
  return sameDay.filter((other) => {
    if (other.amount <= 0 || other.amount >= threshold) return false;
    if (!sameUser(spend, other) || !sameRecipients(spend, other)) return false;
    const atOnePlace = samePlace(spend, other) && !isOwnCanteen(spend);
    return atOnePlace || sittingOf(spend.purpose).base === sittingOf(other.purpose).base;
  });
}
