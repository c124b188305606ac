import { parsePeriod } from '../korean/period.ts';
import { rest, takeFirst, takePeriod, tokensOf } from '../korean/tokens.ts';
import { normalise } from '../korean/typed.ts';
import { whoseIn } from '../people/whose.ts';
import { type ContactKind, KINDS } from '../vocabulary/council.ts';
import type { Person } from '../vocabulary/person.ts';
import { kindNamed } from './line.ts';
import type { ContactFilter } from './list/store.ts';

const LONGEST_KIND = 3;

/** The words after `/council list` as conditions: a period, kinds, `@나` or someone who logged, and the rest as words to look for. */
export function readQuery(
  typed: string,
  { today, me, people }: { today: string; me: string; people: readonly Person[] },
): ContactFilter {
  const tokens = tokensOf(typed);
  const period = takePeriod(tokens, (phrase) => parsePeriod(phrase, today));
  const kinds: ContactKind[] = [];
  for (let kind = takeFirst(tokens, LONGEST_KIND, kindNamed); kind; kind = takeFirst(tokens, LONGEST_KIND, kindNamed))
    kinds.push(kind.value);
  const person = takeFirst(tokens, 1, (word) => whoseIn(word, { me, people }));
  const wanted = KINDS.filter((kind) => kinds.includes(kind));
  const words = rest(tokens).split(' ').filter(Boolean);
  return {
    ...(period ? { days: { from: period.from, to: period.to } } : {}),
    ...(wanted.length > 0 ? { kinds: wanted } : {}),
    ...(person ? { createdBy: person.value } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}

const FIRST_DAY = '2000-01-01';

/**
 * `2016`, `2014~2016`, `2014 ~ 2016.10`, `2016.10` (from January on): the years of a table. Nothing typed is this year and
 * the three before it. Null when it can't be read.
 */
export function readYears(typed: string, today: string): { from: string; to: string } | null {
  const said = normalise(typed)
    .replace(/부터|에서|to/gi, '~')
    .replace(/까지/g, '')
    .replace(/\s*[~〜∼–-]\s*/g, '~');
  if (said === '') return { from: `${Number(today.slice(0, 4)) - 3}-01-01`, to: today };
  const [first = '', last, ...more] = said.split('~').map((part) => part.trim());
  if (more.length > 0) return null;
  const from = spanOf(first, today);
  const to = last === undefined ? from : spanOf(last, today);
  if (!from || !to || from.from < FIRST_DAY) return null;
  const start = `${from.from.slice(0, 4)}-01-01`;
  return start <= to.to ? { from: start, to: to.to } : null;
}

function spanOf(words: string, today: string): { from: string; to: string } | null {
  const year = /^((?:19|20)\d{2})년?$/.exec(words)?.[1];
  if (year) return { from: `${year}-01-01`, to: `${year}-12-31` };
  return parsePeriod(words, today);
}
