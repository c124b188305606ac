import { lineOf } from '../documents/line.ts';
import type { Block } from '../documents/model.ts';

/** Marks that say what a line is and are not printed themselves: a frame, a chapter and a section without a number. */
const FRAME = '▣';
const CHAPTER = '◎';
const SECTION = '◇';

/**
 * One line of a section's text as a block: `Ⅰ. 일반 현황` and `1 주요 기능` are headings, `▣` stands before a summary in a frame, `(…)` alone
 * is a unit on the right, and what has no mark is set in the middle. Everything else of the line is printed as it stands.
 */
export function blockOf(typed: string): Block | null {
  const text = typed.trim();
  if (text === '') return null;
  if (/^[Ⅰ-Ⅻ]\.?\s/.test(text)) return { kind: 'heading', level: 1, text };
  if (/^\d{1,2}\s+\S/.test(text)) return { kind: 'heading', level: 2, text };
  const [mark = '', rest] = [text.slice(0, 1), text.slice(1).trim()];
  if (mark === FRAME) return { kind: 'box', text: rest };
  if (mark === CHAPTER) return { kind: 'heading', level: 1, text: rest };
  if (mark === SECTION) return { kind: 'heading', level: 2, text: rest };
  const line = lineOf(typed);
  if (line) return line;
  return { kind: 'note', text, align: /^\(.*\)$/.test(text) ? 'right' : 'center' };
}

const TOKEN = /\{\{([^{}]*)\}\}/g;

export type Token = { name: string; format: string | null };

/** `{{visits.일자리대장정.count}}`, `{{cite V12|전체}}` in a line, each replaced by what `say` makes of it. */
export const withTokens = (line: string, say: (token: Token) => string): string =>
  line.replace(TOKEN, (_, inside: string) => {
    const [name = '', format] = inside.split('|').map((part) => part.trim());
    return say({ name: name.replace(/\s+/g, ' '), format: format ?? null });
  });

/** A line that is nothing but `{{table NAME ARGS | LABEL | …}}`. */
export function tableIn(line: string): { name: string; args: string[]; labels: string[] } | null {
  const [, inside] = /^\{\{\s*table\s+([^{}]+)\}\}$/.exec(line.trim()) ?? [];
  if (inside === undefined) return null;
  const [asked = '', ...labels] = inside.split('|').map((part) => part.trim());
  const [name = '', ...args] = asked.split(/\s+/);
  return { name, args, labels };
}
