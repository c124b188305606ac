import { type Period, parsePeriod } from '../korean/period.ts';
import { normalise } from '../korean/typed.ts';
import { parseDay } from '../korean/typed-days.ts';
import { whoseIn } from '../people/whose.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Person } from '../vocabulary/person.ts';
import { type Named, valueNamed } from './line.ts';
import type { VisitFilter } from './list/store.ts';

/** How many words a period or a program may take: `지난주 금요일`, `Field mayor’s office`. */
const LONGEST_PHRASE = 4;

type Known = {
  today: Day;
  me: string;
  people: readonly Person[];
  programs: readonly Named[];
  districts: readonly Named[];
  words: { untold: readonly string[]; cancelled: readonly string[] };
  untold: NonNullable<VisitFilter['untold']>;
};

/**
 * The words after `/visit list` as conditions: a period, a program, a district, `@나`, `@someone`, `미공유`, `취소`, and the
 * rest as words to look for. Every word is used; one that could be nothing else is looked for.
 */
export function readQuery(typed: string, known: Known): VisitFilter {
  const filter: VisitFilter = {};
  const words: string[] = [];
  const tokens = normalise(typed).split(' ').filter(Boolean);
  for (let i = 0; i < tokens.length; ) {
    const taken = takePhrase(tokens.slice(i, i + LONGEST_PHRASE), filter, known);
    if (taken === 0) words.push(tokens[i] ?? '');
    i += Math.max(1, taken);
  }
  return words.length > 0 ? { ...filter, words } : filter;
}

/** How many of the tokens say one condition, the longest run first. */
function takePhrase(tokens: readonly string[], filter: VisitFilter, known: Known): number {
  for (let length = tokens.length; length > 0; length--) {
    const phrase = tokens.slice(0, length).join(' ');
    const period = filter.days ? null : planPeriod(phrase, known.today);
    if (period) {
      filter.days = { from: period.from, to: period.to };
      return length;
    }
    const program = filter.programId === undefined ? valueNamed(phrase, known.programs) : null;
    if (program !== null) {
      filter.programId = Number(program);
      return length;
    }
    if (length > 1) continue;
    const lower = phrase.toLowerCase();
    const district = filter.district ? null : valueNamed(phrase, known.districts);
    const person = filter.person ? null : whoseIn(phrase, known);
    if (district) filter.district = district;
    else if (person) filter.person = person;
    else if (known.words.untold.includes(lower)) Object.assign(filter, { untold: known.untold, cancelled: false });
    else if (known.words.cancelled.includes(lower)) filter.cancelled = true;
    else return 0;
    return 1;
  }
  return 0;
}

/** A period for looking at plans: what has no year is of this year, not of the last one that has begun. */
export function planPeriod(typed: string, today: Day): Period | null {
  const period = parsePeriod(typed, today);
  const year = today.slice(0, 4);
  if (!period || period.from.startsWith(year) || !YEARLESS.test(typed)) return period;
  if (period.kind === 'day') {
    const day = parseDay(typed, { today, year: Number(year) });
    return day ? { from: day, to: day, kind: 'day' } : period;
  }
  return parsePeriod(`${year}년 ${typed}`, today) ?? period;
}

const YEARLESS = /^(?:\d{1,2}(?:월|분기|[/.-]\d{1,2})|[상하]반기|[a-z]{3,9}$)/i;
