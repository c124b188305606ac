/** Tables with an index of their words (migrations/022-words.ts, 032-words-on-postgres.ts; of pledges 035-found-and-counted.ts). */
export type Searched = 'expense' | 'visit' | 'followup' | 'council_contact' | 'pledge';

/** Where the words stand that the index of each table knows, as in the migrations: other words find no index. */
const COLUMNS: Record<Searched, string[]> = {
  expense: ['purpose', 'place', 'address', 'attendees', 'category', 'department'],
  visit: ['title', 'place', 'purpose', 'partner', 'countries', 'summary'],
  followup: ['title', 'requester', 'department', 'answer'],
  council_contact: ['agenda', 'result', 'others'],
  pledge: ['title', 'department', 'plain_title', 'plain_goal', 'title_initials', 'goal_initials', 'title_letters'],
};

const LETTERS_EACH = 3;
/** So many letters of a word are looked for in the index: what holds them is soon compared with all of it. */
export const MOST_LETTERS = 40;

/** The letters of a table's rows, three in a row. */
export const threesOf = (table: Searched): string =>
  `letters_in_threes(${COLUMNS[table].map((it) => `coalesce(${it}, '') || e'\\n\\n'`).join(' || ')})`;

/** What is asked of them: all three letters in a row of a word; a shorter word begins some. `exact`: this is all that is asked. */
export function askedOf(words: readonly string[]): { query: string; exact: boolean } {
  const asked = words.map((word) => {
    const letters = [...word.replace(/[A-Z]/g, (letter) => letter.toLowerCase())];
    if (letters.length < LETTERS_EACH) return `${quoted(letters.join(''))}:*`;
    return letters
      .slice(LETTERS_EACH - 1, MOST_LETTERS)
      .map((_, at) => quoted(letters.slice(at, at + LETTERS_EACH).join('')))
      .join(' & ');
  });
  return { query: asked.join(' & '), exact: words.every((word) => [...word].length <= LETTERS_EACH) };
}

const quoted = (letters: string): string => `'${letters.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
