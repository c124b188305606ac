import type { Line } from './model.ts';

/** How far a line with a mark hangs in by itself; each space before the mark adds one. */
const DEPTHS: Record<string, number> = { '□': 0, '●': 0, '○': 1, '-': 2, '·': 3, '▶': 3, '※': 2, '⇒': 2 };
const CIRCLED = /^[①-⑳]/;
const DEEPEST = 4;

/** A line that begins with one of the report's marks; null for any other. */
export function lineOf(typed: string): Line | null {
  const text = typed.trim();
  const mark = text.slice(0, 1);
  const depth = CIRCLED.test(mark) ? 1 : Object.hasOwn(DEPTHS, mark) ? DEPTHS[mark] : undefined;
  if (depth === undefined) return null;
  const indent = typed.length - typed.trimStart().length;
  return { kind: 'line', depth: Math.min(depth + indent, DEEPEST), mark, text: text.slice(1).trim() };
}

/** The lines of a record's words; what has no mark of its own gets a circle. */
export const linesOf = (words: string): Line[] =>
  words
    .split('\n')
    .flatMap((line) =>
      line.trim() === '' ? [] : [lineOf(line) ?? { kind: 'line', depth: 1, mark: '○', text: line.trim() }],
    );
