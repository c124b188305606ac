import { addDays, mondayOf } from '../../../korean/days.ts';
import { plainWords } from '../meeting.ts';
import type { Judged, Rule } from '../rule.ts';
import {
  bundleSuggested,
  giftSuggested,
  isYearlyGift,
  moneySuggested,
  prepaidSuggested,
  staffSuggested,
} from '../suspicion.ts';

/** Back to the first day of the month before. */
const MONTHLY_DAYS = 61;

/** A group of the own staff, whatever its number on the day; 직원 alone is none. */
function groupOf(spend: Judged): string | null {
  const words = plainWords(spend.attendees?.replace(/\d[\d,]*\s*(?:명|인)?|외|등|총/g, ' ') ?? null);
  return words.replace(/소속|상근|직원|들/g, '').length >= 2 ? words : null;
}

const isEncouragement = (spend: Judged): boolean =>
  (giftSuggested(spend) ?? moneySuggested(spend)) !== null &&
  (spend.activity?.startsWith('6') || staffSuggested(spend)) === true &&
  !isYearlyGift(spend);

const monthBefore = (day: string): string => addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7);

/** An amount that someone would name, and not what a bill comes to. */
const ROUND = 100_000;
const LEAST_ROUND = 300_000;
const isForNobody = ({ amount, headcount, attendees }: Judged): boolean =>
  headcount === null && attendees === null && amount >= LEAST_ROUND && amount % ROUND === 0;
const SIGN_DAYS = 30;

/** Signs that more than one record or a word gives: E45, E47 to E49. */
export const SIGN_RULES = [
  {
    id: 'E45',
    sources: ['scope'],
    severity: 'warn',
    evidence: [],
    since: '2023-03-03',
    certainty: 'read',
    on: true,
    imports: true,
    judge({ spend, handouts }) {
      const group = groupOf(spend);
      if (spend.spentOn === null || group === null || !isEncouragement(spend)) return null;
      const before = handouts(MONTHLY_DAYS).filter((other) => isEncouragement(other) && groupOf(other) === group);
      const week = addDays(mondayOf(spend.spentOn), -7);
      const month = monthBefore(spend.spentOn);
      const weekly = before.filter(({ spentOn }) => spentOn !== null && mondayOf(spentOn) === week);
      const monthly = before.filter(({ spentOn }) => spentOn?.slice(0, 7) === month);
      const found = weekly.length > 0 ? weekly : monthly;
      if (found.length === 0) return null;
      const figures = { word: spend.attendees ?? '', others: found.map(({ id }) => id) };
      return { severity: 'warn', asks: [], how: weekly.length > 0 ? 'weeks' : 'months', figures, at: null };
    },
  },
  {
    id: 'E47',
    sources: ['prepaid'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend }) {
      const word = prepaidSuggested(spend);
      return word ? { severity: 'warn', asks: [], figures: { word }, at: null } : null;
    },
  },
  {
    id: 'E48',
    sources: ['prepaid'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend, samePlace }) {
      const { spentOn, place, amount } = spend;
      if (spentOn === null || !place || !isForNobody(spend)) return null;
      const first = addDays(spentOn, -SIGN_DAYS);
      const others = samePlace.filter((use) => (use.spentOn ?? '') >= first && isForNobody(use));
      const figures = { won: amount, word: place, others: others.map(({ id }) => id) };
      return others.length > 0 ? { severity: 'warn', asks: [], figures, at: null } : null;
    },
  },
  {
    id: 'E49',
    sources: ['directive', 'standard'],
    severity: 'warn',
    evidence: [],
    since: null,
    certainty: 'quoted',
    on: true,
    imports: true,
    judge({ spend }) {
      const word = bundleSuggested(spend);
      return word ? { severity: 'warn', asks: [], figures: { word }, at: null } : null;
    },
  },
] as const satisfies readonly Rule[];
