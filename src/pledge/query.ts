import { normalise } from '../korean/typed.ts';
import { whoseIn } from '../people/whose.ts';
import type { Person } from '../vocabulary/person.ts';
import { type ListEntry, personOf } from './list/rules.ts';
import type { Pledge } from './rules.ts';
import { isFulfilled, isTroubled, readStatus } from './status.ts';
import { readTerm } from './term.ts';

export type Query = { term: number | null; words: string; conditions: ((pledge: Pledge) => boolean)[] };

/** Who asks, everyone there is, and the office's lists. */
type Office = { me: string; people: readonly Person[]; types: readonly string[]; lists: readonly ListEntry[] };

const NO_BASIS = new Set(['--no-basis', '—no-basis', '–no-basis', '근거없음', 'no-basis', '--근거없음']);
const TROUBLED = new Set(['부진', '문제', 'trouble', 'troubled', 'behind']);
const FULFILLED = new Set(['사업완료', 'fulfilled']);
const NO_STATUS = new Set(['상태없음', 'no-status', '--no-status']);
const ENGLISH_STATUSES = new Map<string, string>(
  Object.entries({
    completed: '완료',
    continued: '이행 후 계속추진',
    'on-track': '정상추진',
    partial: '일부추진',
    'on-hold': '보류',
    dropped: '폐기',
  }),
);

const ENGLISH_TYPES = new Map<string, string>(Object.entries({ policy: '정책', innovation: '혁신', citizens: '시민' }));

/**
 * The words after `/pledge list`: a term, a status, a type, 부진, --no-basis, @나; the rest is searched for. A pledge is
 * listed when all conditions hold.
 */
export function readQuery(typed: string, office: Office): Query {
  const { types, lists } = office;
  const query: Query = { term: null, words: '', conditions: [] };
  const words: string[] = [];
  for (const token of normalise(typed).replace('이행 후 계속추진', '이행후계속추진').split(' ').filter(Boolean)) {
    const small = token.toLowerCase();
    const term = readTerm(token);
    const status = readStatus(ENGLISH_STATUSES.get(small) ?? token);
    const type = types.find((it) => it === (ENGLISH_TYPES.get(small) ?? token) || `${it}공약` === token);
    const person = whoseIn(token, office);
    if (term !== null) query.term = term;
    else if (NO_BASIS.has(small)) query.conditions.push((pledge) => pledge.basisKind === null && !pledge.basis);
    else if (TROUBLED.has(small)) query.conditions.push((pledge) => isTroubled(pledge.status));
    else if (FULFILLED.has(small)) query.conditions.push((pledge) => isFulfilled(pledge.status));
    else if (NO_STATUS.has(small)) query.conditions.push((pledge) => pledge.status === null);
    else if (status) query.conditions.push((pledge) => pledge.status === status);
    else if (type) query.conditions.push((pledge) => pledge.type === type);
    else if (person) query.conditions.push((pledge) => personOf(pledge, lists) === person);
    else words.push(token);
  }
  return { ...query, words: words.join(' ') };
}
