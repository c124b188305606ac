import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/ask/answer.ts';
import { ask } from '../../src/ask/ask.ts';
import { isDated } from '../../src/ask/compose.ts';
import { isHonoured } from '../../src/ask/honoured.ts';
import { findCalled } from '../../src/ask/names.ts';
import type { Query } from '../../src/ask/query.ts';
import { understoodWords } from '../../src/ask/words.ts';
import { textFor } from '../../src/text/index.ts';
import { type FilterName, type Filters, NOUNS, type Noun } from '../../src/vocabulary/ask.ts';
import { askable } from '../../src/vocabulary/askable.ts';
import { LIMIT_NAMES } from '../../src/vocabulary/check.ts';
import { ACCOUNTS, PAYMENTS } from '../../src/vocabulary/expense.ts';
import { register } from './given.ts';
import { addOffice, BUSAN, type Made, SUWON } from './offices.ts';

const DATED = ['2025-01-01~2025-12-31', '2024-10-01~2024-10-31', '2025-02-14', '2024-07-01~2024-09-30'];
const text = textFor('ko');

describe.each([
  ['해양도시', BUSAN],
  ['내륙도시', SUWON],
])('in %s', (_name, made) => {
  const db = register((db) => addOffice(db, made));

  test.each(NOUNS)('what was understood of %s, asked again, is the same question', async (noun) => {
    await fc.assert(
      fc.asyncProperty(queries(noun, made), async (query) => {
        const words = understoodWords(query, text, made.today, await findCalled(db(), query));
        const again = await ask(db(), words, { today: made.today, userId: 'U0PERSON0', before: null });

        expect('answer' in again ? plain(again.answer.query) : again, words).toEqual(plain(query));
      }),
      { numRuns: 40 },
    );
  });

  test.each(NOUNS)('every query of %s that is honoured has an answer', async (noun) => {
    await fc.assert(
      fc.asyncProperty(queries(noun, made), async (query) => {
        const { rows } = await answerTo(db(), query, { today: made.today, userId: 'U0PERSON0' });

        if (query.most !== null) expect(rows.length).toBeLessThanOrEqual(query.most);
      }),
      { numRuns: 40 },
    );
  });
});

/** Everything a noun can be asked that is honoured, with an office's own names. */
function queries(noun: Noun, made: Made): fc.Arbitrary<Query> {
  const { measures, groups, filters, dated } = askable(noun);
  const narrowed = fc
    .subarray(filters.filter((name) => VALUES[name] || askable(noun).values[name]))
    .map((names) => names.slice(0, 2))
    .chain((names) =>
      fc.record(
        Object.fromEntries(
          names.map((name) => [name, fc.constantFrom(...(askable(noun).values[name] ?? VALUES[name]?.(made) ?? []))]),
        ),
      ),
    );
  return fc
    .record({
      noun: fc.constant(noun),
      measure: fc.constantFrom(...measures.filter((it) => it !== 'change')),
      groupBy: fc.constantFrom(null, ...groups),
      order: fc.constantFrom(null, 'most' as const, 'least' as const),
      most: fc.constantFrom(null, null, 3),
      per:
        noun === 'expense'
          ? fc.constantFrom(null, 'head' as const, 'month' as const)
          : fc.constantFrom(null, 'month' as const),
      shown: fc.constant(null),
      periods: dated === 'days' ? fc.constantFrom([], ...DATED.map((it) => [spanOf(it)])) : fc.constant([]),
      filters: narrowed.map((it): Filters => ({ ...it })),
      scope: fc.constantFrom(null, 'mine' as const),
      when: fc.constant(null),
    })
    .filter(isAsked)
    .filter((it) => isHonoured(it) && isDated(it.noun, it.periods, it.filters, made.today));
}

const VALUES: Partial<Record<FilterName, (made: Made) => readonly string[]>> = {
  account: () => ACCOUNTS,
  payment: () => PAYMENTS,
  category: ({ categories }) => categories,
  district: ({ districts }) => districts,
  place: ({ places }) => places,
  program: ({ programs }) => programs,
  party: ({ parties }) => parties,
  committee: ({ committees }) => committees,
  member: ({ members }) => members.map((_, i) => String(i + 1)),
  person: ({ people }) => people.map((_, i) => `U0PERSON${i}`),
  type: () => ['시민', '정책'],
  limit: () => LIMIT_NAMES,
  role: () => ['의장', '부의장', '위원장'],
  above: () => ['70'],
};

const spanOf = (said: string) => {
  const [from = '', to = from] = said.split('~');
  return { from, to };
};

/** No question comes to the others: a list told apart, or in order, shows figures; a limit has none but its own. */
const isAsked = ({ noun, measure, groupBy, order, scope, filters }: Query): boolean =>
  (noun === 'rule'
    ? measure === 'list'
    : measure !== 'list' || (noun !== 'budget' && groupBy === null && order === null)) &&
  (filters.state !== 'asked' || scope === 'mine') &&
  !(filters.member && filters.role) &&
  !(noun === 'person' && filters.role === 'member') &&
  !(noun === 'pledge' && measure === 'average' && filters.above) &&
  !((noun === 'visit' || noun === 'pledge') && order && groupBy === null) &&
  filters.status !== '완료';

const plain = ({ scope, periods, noun, when, ...query }: Query) => ({
  ...query,
  when: query.measure === 'last' ? null : when,
  noun,
  scope: scope === 'mine' ? 'mine' : null,
  periods: noun === 'budget' ? [] : periods,
});
