import type { Person } from '../vocabulary/person.ts';

/** What people call themselves in a list, with and without the sign of a mention. */
const ME = new Set(['나', '내', '내것', '나의', '내꺼', '내거', 'me', 'my', 'mine']);

/** A line in which whoever writes `@me` has mentioned themselves, as Slack would have written it of anybody else. */
export const withMe = (line: string, me: string): string =>
  line.replace(/(?<!\S)@(\p{L}+)(?!\S)/gu, (word, name: string) => (ME.has(name.toLowerCase()) ? `<@${me}>` : word));

/** Who a word of a list means: the one who asks, somebody mentioned, or `@name` of the office; null for any other word. */
export function whoseIn(token: string, { me, people }: Office): string | null {
  if (ME.has(token.toLowerCase().replace(/^@/, ''))) return me;
  const mentioned = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(token)?.[1];
  if (mentioned) return mentioned;
  return token.startsWith('@') ? (people.find(({ name }) => name === token.slice(1))?.userId ?? null) : null;
}

type Office = { me: string; people: readonly Person[] };

/** The people that typed words mean, and the words beside them, in whichever order. */
export function whoseAmong(typed: string, office: Office): { whose: string[]; words: string[] } {
  const tokens = typed.split(' ').filter(Boolean);
  const whose = tokens.flatMap((token) => whoseIn(token, office) ?? []);
  return { whose, words: tokens.filter((token) => whoseIn(token, office) === null) };
}
