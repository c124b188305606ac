import { normalise } from '../../korean/typed.ts';

/** A typed line word by word; `free` are the words that no field has taken yet. */
export type Line = { words: string[]; free: boolean[] };

/** `@"two words"`, a number with what it numbers (`승인번호 3004`) and a name with its address (`미진(종로구 종로 19)`) are one word. */
const WORD =
  /@"[^"]+"|@'[^']+'|(?:[가-힣]{0,8}번호|\bno\.?|#)[:：]? ?\d[\d-]*(?=\s|$)|\p{L}[^\s()@]*\([^()\s]+ [^()]{1,60}\)|\S+/giu;

/** Words that stick together are taken apart, and what parts them belongs to nothing. */
export const splitLine = (typed: string): Line => {
  const pieces = (normalise(typed).match(WORD) ?? []).flatMap((word) =>
    word.length <= LONGEST ? apart(word) : [word],
  );
  return {
    words: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.between)),
    free: pieces.map((piece, at) => typeof piece === 'string' && !isBetween(piece, pieces[at - 1], pieces[at + 1])),
  };
};

export const take = ({ free }: Line, start: number, length: number): void => {
  free.fill(false, start, start + length);
};

/** Characters of one phrase; longer words are only words. */
export const LONGEST = 60;

/** The free words from here on, longest run first, without the commas that part them. */
export const phrases = ({ words, free }: Line, start: number, longest: number): { text: string; length: number }[] => {
  let end = start;
  while (end < words.length && end < start + longest && free[end] && !words[end]?.startsWith('@')) end++;
  return Array.from({ length: end - start }, (_, shorter) => ({
    text: words
      .slice(start, end - shorter)
      .map((word) => word.replace(/,$/, ''))
      .join(' '),
    length: end - shorter - start,
  }));
};

const COUNTED = String.raw`\d{1,4}[명인](?:이서|이랑|하고|끼리|[과이은의])?,?`;
/** `미진4명`, `직원3명`: but `시장외4명` is said in one. */
const GLUED_COUNT = new RegExp(`^([가-힣a-z()]*[가-힣)](?<![외등총약제])),?(${COUNTED})$`, 'iu');
const GLUED_NAMES =
  /^((?:시책|기관|정원|부서)(?:추진|운영|가산)?(?:비|금)?)((?:법인)?(?:카드|법카)|현금|제로페이)(?:로|결제)?$/;
/** `236,000원(현금)`: the amount, and what explains it. */
const REMARKED = /^([\d,]+(?:만|천)?원)(\([가-힣 ]+\))$/;
const FIGURE = /^(?:₩?\d[\d,]{3,}원?|[\d만천]*\d[만천]원?|\d{1,4}[명인])$/;

type Piece = string | { between: string };

function apart(word: string): Piece[] {
  if (word.startsWith('@')) return [word];
  const glued = GLUED_COUNT.exec(word) ?? GLUED_NAMES.exec(word) ?? REMARKED.exec(word);
  if (glued) return glued.slice(1);
  const listed = word.split(/(?<=[가-힣],)(?=[가-힣\d₩])/);
  if (listed.length > 1) return listed.flatMap(apart);
  const pieces = word.split(/([/|·ㆍ])/).filter(Boolean);
  if (pieces.length === 1 || !pieces.some((piece) => FIGURE.test(piece))) return [word];
  return pieces.flatMap((piece) => (BETWEEN.test(piece) ? [{ between: piece }] : apart(piece)));
}

const BETWEEN = /^[/|·ㆍ]$/;

/** What parts an amount or a count from the rest: `85,000원 / 4명`. */
const isBetween = (word: string, before: Piece = '', after: Piece = ''): boolean =>
  BETWEEN.test(word) && (/\d/.test(String(before)) || /\d/.test(String(after)));
