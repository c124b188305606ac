import { planPeriod } from '../korean/plan-period.ts';
import { rest, takeFirst, takePeriod, tokensOf } from '../korean/tokens.ts';
import { whoseIn } from '../people/whose.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Person } from '../vocabulary/person.ts';
import { type Named, valueNamed } from './line.ts';
import type { VisitFilter } from './list/store.ts';

/** How many words a program's name may take: `Field mayor’s office`. */
const LONGEST_NAME = 4;

/** `결과 없는 것` */
const LONGEST_STATE = 3;

type Known = {
  today: Day;
  me: string;
  people: readonly Person[];
  programs: readonly Named[];
  districts: readonly Named[];
  words: { untold: readonly string[]; cancelled: readonly string[]; resultless: readonly string[] };
  untold: NonNullable<VisitFilter['untold']>;
};

/**
 * The words after `/visit list` as conditions: a period, a program, a district, `@나`, `@someone`, `미공유`, `결과없음`, `취소`, and the
 * rest as words to look for. Every word is used; one that could be nothing else is looked for.
 */
export function readQuery(typed: string, known: Known): VisitFilter {
  const tokens = tokensOf(typed);
  const period = takePeriod(tokens, (phrase) => planPeriod(phrase, known.today));
  const program = takeFirst(tokens, LONGEST_NAME, (phrase) => valueNamed(phrase, known.programs));
  const district = takeFirst(tokens, 1, (word) => valueNamed(word, known.districts));
  const person = takeFirst(tokens, 1, (word) => whoseIn(word, known));
  const said = (words: readonly string[]) =>
    takeFirst(tokens, LONGEST_STATE, (said) => words.includes(said.replaceAll(' ', '').toLowerCase()) || null);
  const untold = said(known.words.untold);
  const resultless = said(known.words.resultless);
  const cancelled = said(known.words.cancelled);
  const words = rest(tokens).split(' ').filter(Boolean);
  return {
    ...(period ? { days: { from: period.from, to: period.to } } : {}),
    ...(program ? { programId: Number(program.value) } : {}),
    ...(district ? { district: district.value } : {}),
    ...(person ? { person: person.value } : {}),
    ...(untold ? { untold: known.untold, cancelled: false } : {}),
    ...(resultless ? { resultless: known.today } : {}),
    ...(cancelled ? { cancelled: true } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}
