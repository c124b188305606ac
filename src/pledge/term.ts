import { plainly } from '../korean/typed.ts';
import type { Day } from '../vocabulary/day.ts';

/** Elected terms of local government (민선N기): four years from 1 July, the first from 1995. */
const BEFORE_FIRST = 1990;
const YEARS = 4;

/** The term a day lies in: 2016-06-30 is in the sixth. */
export function termOf(day: Day): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const began = month >= 7 ? year : year - 1;
  return Math.max(1, Math.floor((began - BEFORE_FIRST) / YEARS));
}

export const lastDayOf = (term: number): Day => `${BEFORE_FIRST + YEARS * (term + 1)}-06-30`;

/** `민선6기`, `6기`, `term6`, `6th`: the term itself. Null for other words. */
export function readTerm(word: string): number | null {
  const found = /^(?:(?:민선 ?)?(\d{1,2}) ?기|term ?(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)(?: term)?)$/.exec(plainly(word));
  const term = Number(found?.[1] ?? found?.[2] ?? found?.[3]);
  return Number.isInteger(term) && term >= 1 && term <= 40 ? term : null;
}

/** The term that a file's name gives: `민선6기 공약.xlsx`, `seoul-pledges-2014-2018.csv`. */
export function termNamed(fileName: string): number | null {
  const name = plainly(fileName);
  const said = /민선 ?(\d{1,2}) ?기/.exec(name)?.[1];
  if (said) return Number(said);
  const [, from, to] = /(?<!\d)(\d{4})\D{1,3}(\d{4})(?!\d)/.exec(name) ?? [];
  const term = (Number(from) - BEFORE_FIRST) / YEARS;
  return Number.isInteger(term) && term >= 1 && Number(to) === Number(from) + YEARS ? term : null;
}

/** The term that people mean when they name none: today's, or the newest before it that has pledges. */
export function usualTerm(terms: readonly number[], today: Day): number {
  const now = termOf(today);
  const past = terms.filter((term) => term <= now);
  return past.length > 0 ? Math.max(...past) : Math.max(...terms, 0) || now;
}
