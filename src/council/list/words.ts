import { spanWords } from '../../korean/span-words.ts';
import type { Text } from '../../text/index.ts';
import type { ContactFilter } from './store.ts';

type Reader = { text: Text; today: string };

/** How the words of a search were understood: `2016년 1월 1일(금) ~ 12월 31일(토) · 시장면담 · “하수관”`. */
export function filterWords(
  { days, kinds = [], createdBy, words = [] }: ContactFilter,
  names: ReadonlyMap<string, string>,
  { text, today }: Reader,
): string {
  return [
    days && spanWords(days, text, today),
    ...kinds.map((kind) => text.council.kinds[kind]),
    createdBy && (names.get(createdBy) ?? createdBy),
    ...words.map((word) => `“${word}”`),
  ]
    .filter(Boolean)
    .join(' · ');
}
