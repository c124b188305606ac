import { normalise } from '../korean/typed.ts';
import { whoseIn } from '../people/whose.ts';
import type { Person } from '../vocabulary/person.ts';
import type { Status } from '../vocabulary/pledge.ts';
import { FULFILLED, readStatus, TROUBLED } from './status.ts';
import { readTerm } from './term.ts';

/** What a pledge must say: one of these statuses, a type, who answers for it, or that nothing keeps it alive. */
export type Condition =
  | { statuses: readonly (Status | null)[] }
  | { type: string }
  | { person: string }
  | { basis: null };
export type Query = {
  term: number | null;
  words: string;
  conditions: Condition[];
};

/** Who asks, everyone there is, and the types of the office. */
type Office = {
  me: string;
  people: readonly Person[];
  types: readonly string[];
};

const NO_BASIS = new Set(['--no-basis', '—no-basis', '–no-basis', '근거없음', 'no-basis', '--근거없음']);
const IN_TROUBLE = new Set(['부진', '문제', 'trouble', 'troubled', 'behind']);
const ARE_FULFILLED = new Set(['사업완료', 'fulfilled']);
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
  const query: Query = { term: null, words: '', conditions: [] };
  const words: string[] = [];
  for (const token of normalise(typed).replace('이행 후 계속추진', '이행후계속추진').split(' ').filter(Boolean)) {
    const small = token.toLowerCase();
    const term = readTerm(token);
    const status = readStatus(ENGLISH_STATUSES.get(small) ?? token);
    const type = office.types.find((it) => it === (ENGLISH_TYPES.get(small) ?? token) || `${it}공약` === token);
    const person = whoseIn(token, office);
    if (term !== null) query.term = term;
    else if (NO_BASIS.has(small)) query.conditions.push({ basis: null });
    else if (IN_TROUBLE.has(small)) query.conditions.push({ statuses: TROUBLED });
    else if (ARE_FULFILLED.has(small)) query.conditions.push({ statuses: FULFILLED });
    else if (NO_STATUS.has(small)) query.conditions.push({ statuses: [null] });
    else if (status) query.conditions.push({ statuses: [status] });
    else if (type) query.conditions.push({ type });
    else if (person) query.conditions.push({ person });
    else words.push(token);
  }
  return { ...query, words: words.join(' ') };
}
