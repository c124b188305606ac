import type { Text } from '../text/index.ts';
import type { FilterName, Noun } from '../vocabulary/ask.ts';
import { eitherOf } from './filters.ts';
import type { Query } from './query.ts';

/** The lists that an answer can lead to, as the menu names them. */
export type List =
  | 'expenses'
  | 'status'
  | 'visits'
  | 'contacts'
  | 'followups'
  | 'pledges'
  | 'members'
  | 'briefings'
  | 'checks'
  | 'limits';

const LISTS: Partial<Record<Noun, List>> = {
  expense: 'expenses',
  budget: 'status',
  visit: 'visits',
  contact: 'contacts',
  followup: 'followups',
  pledge: 'pledges',
  member: 'members',
  announcement: 'briefings',
  finding: 'checks',
  rule: 'limits',
};

/**
 * The list behind an answer and the words that make it show the same records; null where no words of the list's could, since a button
 * to other records would answer another question.
 */
export function listOf(
  { noun, filters, periods, scope, groupBy }: Query,
  text: Text,
): { lookup: List; words: string } | null {
  const lookup = LISTS[noun];
  if (!lookup || periods.length > 1 || filters.record || groupBy) return null;
  if (noun === 'rule' || noun === 'announcement') return { lookup, words: '' };
  const [span] = periods;
  if (noun === 'budget') return { lookup, words: span?.from.slice(0, 4) ?? '' };
  if (span && !DATED.has(noun)) return null;
  const period = span ? `${span.from} ~ ${span.to}` : '';
  const said = (Object.entries(filters) as [FilterName, string][]).map(([name, value]) =>
    wordOf(noun, name, value, text),
  );
  if (said.includes(null) || (scope === 'mine' && !OWNED.has(noun))) return null;
  return { lookup, words: [period, ...said, scope === 'mine' ? '@나' : ''].filter(Boolean).join(' ') };
}

const DATED: ReadonlySet<Noun> = new Set(['expense', 'visit', 'contact', 'finding']);
const OWNED: ReadonlySet<Noun> = new Set(['visit', 'followup', 'contact']);

/** A filter as the noun's own list reads it; null where it has no word for it. */
function wordOf(noun: Noun, name: FilterName, value: string, text: Text): string | null {
  if (eitherOf(value).length > 1) return null;
  if (name === 'words') return value;
  if (noun === 'expense' && name === 'account')
    return (text.spending.accounts as Record<string, string>)[value] ?? null;
  if (noun === 'visit' && (name === 'program' || name === 'district')) return value;
  if (noun === 'member' && name !== 'member') return value;
  if (name === 'state') return STATE_WORDS[`${noun}.${value}`] ?? null;
  if (noun === 'followup' && name === 'kind') return value === 'audit' ? '감사' : null;
  return null;
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  'visit.untold': '미공유',
  'visit.cancelled': '취소',
  'followup.overdue': '기한지남',
  'followup.open': '남은것',
  'pledge.troubled': '부진',
};
