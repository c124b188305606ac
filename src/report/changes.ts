import type { Block, CellBlock, Document } from '../documents/model.ts';
import type { Figure } from './figures/figure.ts';

/** What differs between one release and the next: a figure that reads otherwise, a line that came or went. */
export type Change =
  | { kind: 'figure'; key: string; before: string | null; after: string | null }
  | { kind: 'line_added' | 'line_removed'; text: string };

type Content = { document: Document; figures: readonly Pick<Figure, 'key' | 'printed'>[] };

export function changesBetween(before: Content, after: Content): Change[] {
  const keys = [...new Set([...before.figures, ...after.figures].map(({ key }) => key))];
  const read = ({ figures }: Content, key: string) => figures.find((it) => it.key === key)?.printed ?? null;
  const figures = keys.flatMap((key): Change[] => {
    const [was, is] = [read(before, key), read(after, key)];
    return was === is ? [] : [{ kind: 'figure', key, before: was, after: is }];
  });
  const [old, now] = [linesOf(before.document), linesOf(after.document)];
  return [
    ...figures,
    ...now.filter((line) => !old.includes(line)).map((text): Change => ({ kind: 'line_added', text })),
    ...old.filter((line) => !now.includes(line)).map((text): Change => ({ kind: 'line_removed', text })),
  ];
}

/** The lines of a document, those of its tables row by row. */
export function linesOf({ title, cover, blocks }: Pick<Document, 'title' | 'cover' | 'blocks'>): string[] {
  return [title, ...cover, ...blocks.flatMap(linesIn)];
}

function linesIn(block: Block | CellBlock): string[] {
  if (block.kind === 'page_break') return [];
  if (block.kind === 'line') return [[block.mark, block.text].filter(Boolean).join(' ')];
  if (block.kind !== 'table') return [block.text];
  return block.rows.map((row) => row.map((cell) => cell.blocks.flatMap(linesIn).join(' ')).join(' | '));
}
