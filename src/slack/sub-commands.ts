import { suggest } from '../korean/suggest.ts';

type Named = { words: readonly string[] };

/** The one that a word names. */
export const subCommand = <Sub extends Named>(subs: readonly Sub[], word: string): Sub | undefined =>
  subs.find(({ words }) => words.includes(word.toLowerCase()));

/** What can be named, and so be suggested. */
export const wordsOf = (subs: readonly Named[]): string[] =>
  subs.flatMap(({ words }) => words).filter((word) => word !== '?');

/** The word that was probably meant, where one is near. */
export const nearestOf = (subs: readonly Named[], word: string): string | null => suggest(word, wordsOf(subs));
