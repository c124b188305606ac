import { type Period, parsePeriod } from '../korean/period.ts';
import { normalise } from '../korean/typed.ts';
import { whoseIn } from '../people/whose.ts';
import { type ContactKind, KINDS } from '../vocabulary/council.ts';
import type { Person } from '../vocabulary/person.ts';
import { kindNamed } from './line.ts';
import type { ContactFilter } from './list/store.ts';

/** How many words a period may take: `지난주 금요일`, `2018년 1월 1일`, `Q3 2018`. */
const LONGEST_PERIOD = 4;

/** The words after `/council list` as conditions: a period, kinds, `@나` or someone who logged, and the rest as words to look for. */
export function readQuery(
  typed: string,
  { today, me, people }: { today: string; me: string; people: readonly Person[] },
): ContactFilter {
  const filter: ContactFilter = {};
  const words: string[] = [];
  const kinds: ContactKind[] = [];
  const tokens = normalise(typed).split(' ').filter(Boolean);
  for (let at = 0; at < tokens.length; ) {
    const period = filter.days
      ? null
      : longest(tokens.slice(at, at + LONGEST_PERIOD), (text) => parsePeriod(text, today));
    if (period) {
      const { from, to }: Period = period.value;
      filter.days = { from, to };
      at += period.words;
      continue;
    }
    const kind = longest(tokens.slice(at, at + 3), kindNamed);
    if (kind) {
      kinds.push(kind.value);
      at += kind.words;
      continue;
    }
    const token = tokens[at++] ?? '';
    const person = whoseIn(token, { me, people });
    if (person && !filter.createdBy) filter.createdBy = person;
    else words.push(token);
  }
  const wanted = KINDS.filter((kind) => kinds.includes(kind));
  return { ...filter, ...(wanted.length > 0 ? { kinds: wanted } : {}), ...(words.length > 0 ? { words } : {}) };
}

function longest<Value>(
  tokens: readonly string[],
  read: (text: string) => Value | null,
): { value: Value; words: number } | null {
  for (let words = tokens.length; words > 0; words--) {
    const value = read(tokens.slice(0, words).join(' '));
    if (value !== null) return { value, words };
  }
  return null;
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
