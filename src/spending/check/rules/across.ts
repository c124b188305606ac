import { addDays } from '../../../korean/days.ts';
import { parseHeadcount } from '../../../korean/headcount.ts';
import { isBefore, otherSittings, placeKey, plainWords, splitParts, userOf } from '../meeting.ts';
import type { Facts, Judged, Rule } from '../rule.ts';
import { isOwnCanteen } from '../suspicion.ts';

const PLACE_DAYS = 30;

/** How often the place was used in the thirty days to that one, itself included. */
function usesUntil(last: Judged, uses: readonly Judged[]): number {
  const { spentOn } = last;
  if (spentOn === null) return 0;
  const first = addDays(spentOn, 1 - PLACE_DAYS);
  return uses.filter((use) => (use.spentOn ?? '') >= first && isEarlier(use, last)).length + 1;
}

const isEarlier = (one: Judged, other: Judged): boolean =>
  one.spentOn === other.spentOn ? isBefore(one, other) : (one.spentOn ?? '') < (other.spentOn ?? '');

/** The place was used that often for the first time in a while: said once, not with every use from then on. */
function placeReached({ spend, samePlace, limit }: Facts): number | null {
  const most = limit('place_count');
  if (most === null || samePlace.length < most - 1 || isOwnCanteen(spend) || placeKey(spend) === '') return null;
  const uses = usesUntil(spend, samePlace);
  if (uses < most) return null;
  const before = samePlace.reduce<Judged | null>(
    (latest, use) => (isEarlier(use, spend) && (latest === null || isEarlier(latest, use)) ? use : latest),
    null,
  );
  return before && usesUntil(before, samePlace) >= most ? null : uses;
}

/** What only shows beside other records: E08, E34 to E36. */
export const ACROSS_RULES = [
  {
    id: 'E08',
    sources: ['standard', 'audit_2023'],
    severity: 'require',
    evidence: ['reason'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, sameDay, given, limit }) {
      const threshold = limit('names_threshold');
      if (threshold === null || given.reason) return null;
      const parts = splitParts(spend, sameDay, threshold);
      // The bill that completes the sum is the one that is asked; a meeting in two sittings is E07's and E09's.
      if (parts.length === 0 || !parts.every((part) => isBefore(part, spend))) return null;
      if (otherSittings(spend, sameDay).length === parts.length) return null;
      const won = parts.reduce((sum, { amount }) => sum + amount, spend.amount);
      if (won < threshold) return null;
      const figures = { won, cap: threshold, count: parts.length + 1, others: parts.map(({ id }) => id) };
      return { severity: 'require', asks: ['reason'], figures, at: null };
    },
  },
  {
    id: 'E34',
    sources: ['watchdog'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: false,
    imports: true,
    judge(facts) {
      const { spend, sameDay, limit } = facts;
      const uses = placeReached(facts);
      if (uses !== null) {
        const figures = { count: uses, days: PLACE_DAYS, word: spend.place ?? '' };
        return { severity: 'warn', asks: [], how: 'place', figures, at: null };
      }
      const most = limit('day_count');
      const user = userOf(spend);
      if (most === null || user === null) return null;
      const before = sameDay.filter((other) => userOf(other) === user && isBefore(other, spend));
      return before.length === most - 1
        ? { severity: 'warn', asks: [], how: 'day', figures: { count: most }, at: null }
        : null;
    },
  },
  {
    id: 'E35',
    sources: ['own'],
    severity: 'warn',
    evidence: ['escorts'],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, given }) {
      const named = spend.attendees === null ? null : parseHeadcount(spend.attendees);
      if (spend.headcount === null || named === null) return null;
      const escorts = Number(given.escorts ?? 0);
      return named + escorts === spend.headcount || named === spend.headcount
        ? null
        : { severity: 'warn', asks: ['escorts'], figures: { people: spend.headcount, count: named }, at: null };
    },
  },
  {
    id: 'E36',
    sources: ['own'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, sameDay }) {
      const twins = sameDay.filter(
        (other) =>
          other.id < spend.id &&
          other.amount === spend.amount &&
          other.spentTime === spend.spentTime &&
          placeKey(other) === placeKey(spend) &&
          // Without a time or a place, only what says the same altogether.
          ((spend.spentTime !== null && spend.spentTime !== '00:00' && placeKey(spend) !== '') ||
            (plainWords(other.purpose) === plainWords(spend.purpose) &&
              plainWords(other.attendees) === plainWords(spend.attendees))),
      );
      return twins.length > 0
        ? { severity: 'warn', asks: [], figures: { others: twins.map(({ id }) => id) }, at: null }
        : null;
    },
  },
] as const satisfies readonly Rule[];
