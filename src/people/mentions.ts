import type { Database } from '../base/db/database.ts';
import { asTyped, mentionedIn } from '../slack/references.ts';
import { findNames } from './store.ts';

/** A line as its writer sees it, with the names that the office knows people by. */
export async function readable(db: Database, line: string): Promise<string> {
  return asTyped(line, await findNames(db, mentionedIn(line)));
}

/** Takes the people who are mentioned out of a line of words; the rest stays as it came. */
export async function takeMentions(db: Database, line: string): Promise<{ people: string[]; rest: string }> {
  const words = line.split(' ');
  const isMention = (word: string) => /^<@[UW][A-Z0-9]+(\|[^<>]*)?>,?$/.test(word);
  const people = await Promise.all(words.filter(isMention).map((word) => readable(db, word.replace(/,$/, ''))));
  return { people, rest: await readable(db, words.filter((word) => !isMention(word)).join(' ')) };
}
