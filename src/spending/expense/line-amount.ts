import { parseWon } from '../../korean/won.ts';
import { type Line, LONGEST, phrases, take } from './typed-line.ts';

const BARE = /^-?[1-9]\d{3,}$/;
const YEAR = /^(?:19|20)\d\d$/;
const MARKED = /[₩원만억천백]|krw|won$/i;
const FIRST_WORD = /^(?:₩|krw$|[-−△▲]?₩?[\d])/i;
const LATER_WORD = /^(?:원정?|won|krw)$|^\d*[천백십만억]/i;

type Amount = { won: number; rank: number; start: number; length: number };

export const takeAmount = (line: Line): number | null => {
  const amounts: Amount[] = [];
  for (let start = 0; start < line.words.length; start++) {
    const found = amountAt(line, start);
    if (!found) continue;
    amounts.push(found);
    start += found.length - 1;
  }
  const best = Math.max(...amounts.map(({ rank }) => rank));
  const ranked = amounts.filter(({ rank }) => rank === best);
  const chosen =
    best === RANK.marked
      ? ranked[0]
      : ranked.toSorted((a, b) => Math.abs(b.won) - Math.abs(a.won) || a.start - b.start)[0];
  if (!chosen) return null;
  take(line, chosen.start, chosen.length);
  return chosen.won;
};

const RANK = { marked: 3, grouped: 2, bare: 1, likeYear: 0 } as const;

const amountAt = (line: Line, start: number): Amount | null => {
  for (const { text, length } of phrases(line, start, 3)) {
    const rank = text.length <= LONGEST ? rankOf(text) : null;
    const read = rank === null ? null : parseWon(text);
    if (rank !== null && read && 'won' in read && read.won !== 0) return { won: read.won, rank, start, length };
  }
  return null;
};

/** Null for what is no amount in a line though it may be in a field of its own: `4`, `(1000)`, `1e5`, `1조`, `천원의`, `02`. */
const rankOf = (text: string): number | null => {
  const [first = '', ...later] = text.split(' ');
  const spelled = /^[일이삼사오육칠팔구십백천만억]{2,}원$/.test(text) && /[십백천만억]/.test(text);
  if (spelled) return RANK.marked;
  if (!FIRST_WORD.test(first) || /[()e=조]|^\D*0\d/i.test(text)) return null;
  if (!later.every((word, index) => LATER_WORD.test(word) || (index === 0 && /^(?:₩|krw)$/i.test(first)))) return null;
  if (MARKED.test(text)) return RANK.marked;
  if (text.includes(',')) return RANK.grouped;
  if (YEAR.test(text)) return text.endsWith('00') ? RANK.likeYear : null;
  return BARE.test(text) ? RANK.bare : null;
};
