import { parseWon, type WonRefusal } from '../../korean/won.ts';
import { type Line, LONGEST, phrases, take } from './typed-line.ts';

const BARE = /^[-−△▲]?[1-9]\d{3,}$/;
const YEAR = /^(?:19|20)\d\d$/;
const MARKED = /[₩원만억천백]|krw|won$|\.-$|\d ?(?:k|thousand|million|mil|mn|billion|bn)$/i;
const FIRST_WORD = /^(?:₩|krw$|(?:일금|금|金)$|[-−△▲]?₩?[\d])/i;
/** `85 000`: parted by blanks, as some write it; `85 500` may be two numbers. */
const PARTED = /^₩?[1-9]\d{0,2}(?: \d{3})* (?:000|\d{3}원)$/;
const LATER_WORD = /^(?:원정?|won|krw|k|thousand|million|mil|billion)$|^\d*[천백십만억]|^\d{1,4}원?$/i;
/** What can only have been meant as money, though it can't be read as won: `85,00`, `8만5`, `85000.5`. */
const LIKE_MONEY =
  /^[-−△▲]?₩?\d+(?:,\d+)+(?:\.\d+)?원?$|^₩?\d{1,3}(?:\.\d{3})+원?$|^\d{4,}\.\d+$|^[-−△▲]?₩?\d[\d,.]*(?:억|만|천)[\d,.천백십만]*원?$|^₩?\d[\d,.]*원$|^₩?\d[\d,]{3,}원?(?:\+₩?\d[\d,]{2,}원?)+$/;
/** The letter O for a nought, and an amount that another word is stuck to. */
const MISTYPED = /^₩?(?=[\d,]*[oO])\d[\d,oO]{3,}원?$|^\S*\d(?:만|천)?원[가-힣\d]\S*$/;
/** `3,4` are two numbers. */
const LEAST_DIGITS = 4;

type Amount = { won: number; rank: number; start: number; length: number };
/** `typed`: what looks like money and is no amount of won, as it was typed. `others`: amounts beside the one taken. */
export type Money = { won: number | null; typed: string | null; others: string[] };

export const takeAmount = (line: Line): Money => {
  const unclear = takeUnreadable(line, isUnclear);
  if (unclear !== null) return { won: null, typed: unclear, others: [] };
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
  if (!chosen) return { won: null, typed: takeUnreadable(line, isMeant), others: [] };
  take(line, chosen.start, chosen.length);
  const others = amounts.filter((it) => it !== chosen && it.rank > RANK.likeYear);
  return {
    won: chosen.won,
    typed: null,
    others: others.map(({ start, length }) => line.words.slice(start, start + length).join(' ')),
  };
};

const RANK = { marked: 3, grouped: 2, bare: 1, likeYear: 0 } as const;

const amountAt = (line: Line, start: number): Amount | null => {
  for (const { text, length } of phrases(line, start, 3)) {
    const parted = PARTED.test(text);
    const rank = parted ? RANK.grouped : text.length <= LONGEST ? rankOf(text) : null;
    const read = rank === null ? null : parseWon(parted ? text.replaceAll(' ', '') : text);
    if (rank !== null && read && 'won' in read && read.won !== 0) return { won: read.won, rank, start, length };
  }
  return null;
};

/** Null for what is no amount in a line though it may be in a field of its own: `4`, `(1000)`, `1e5`, `1조`, `천원의`, `02`. */
const rankOf = (text: string): number | null => {
  const [first = '', ...later] = text.split(' ');
  const spelled = /^[일이삼사오육칠팔구십백천만억]{2,}원$/.test(text) && /[십백천만억]/.test(text);
  if (spelled) return RANK.marked;
  if (!FIRST_WORD.test(first) || /[()=조]|\de\d|^\D*0\d/i.test(text)) return null;
  if (/^[일금金]/.test(first) && later.length !== 1) return null;
  if (!later.every((word, index) => LATER_WORD.test(word) || (index === 0 && /^(?:₩|krw|일금|금|金)$/i.test(first))))
    return null;
  // 8만5천 500원 goes on; 85000 500 are two numbers.
  if (!/[₩만천억]|krw/i.test(first) && later.some((word) => /^\d{1,4}원?$/.test(word))) return null;
  if (MARKED.test(text)) return RANK.marked;
  if (text.includes(',')) return RANK.grouped;
  if (YEAR.test(text)) return text.endsWith('00') ? RANK.likeYear : null;
  return BARE.test(text) || /^\d+\.\d+m$/i.test(text) ? RANK.bare : null;
};

type Meant = (text: string, refusal: WonRefusal) => boolean;

/** `1억 2천` begins like an amount, and is one that nobody can be sure of; `3만원씩` is not the whole. */
const isUnclear: Meant = (text, refusal) =>
  refusal === 'per_head' || /^\d[\d,.]*(?:억|만|천) \d+(?:천|백|십|만)원?$/.test(text);

const isMeant: Meant = (text, refusal) =>
  refusal === 'foreign' ||
  MISTYPED.test(text) ||
  (LIKE_MONEY.test(text) && (/[만천억]/.test(text) || text.replace(/\D/g, '').length >= LEAST_DIGITS));

const takeUnreadable = (line: Line, isLike: Meant): string | null => {
  for (let start = 0; start < line.words.length; start++) {
    for (const { text, length } of phrases(line, start, 4)) {
      const read = text.length <= LONGEST ? parseWon(text) : null;
      if (!read || 'won' in read || !isLike(text, read.refusal)) continue;
      if ((amountAt(line, start)?.length ?? 0) > length) continue;
      take(line, start, length);
      return text;
    }
  }
  return null;
};
