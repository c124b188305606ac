import { type Block, type Document, headCell, type Table, textCell } from '../../documents/model.ts';
import type { Text } from '../../text/index.ts';
import { type Digest, isEmpty } from './rules.ts';
import { partsOf, spanOf, titleOf } from './views.ts';

/** A week as a document to hand out: what its message says, part by part. Null where there is nothing to tell. */
export function digestDocument(digest: Digest, text: Text): Document | null {
  if (isEmpty(digest)) return null;
  const [title, span] = [titleOf(digest.week, text), spanOf(digest, text)];
  const parts = partsOf(digest, null, text).flatMap(({ part, words, lines, rows, also }): Block[] => [
    { kind: 'heading', level: 2, text: [text.digest.parts[part], words].filter(Boolean).join(' · ') },
    ...lines.map(lineOf),
    ...(rows ? [tableOf(rows)] : []),
    ...(also ? [{ kind: 'line' as const, depth: 1, mark: '○', text: also.heading }, ...also.lines.map(lineOf)] : []),
  ]);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    { kind: 'note', text: span, align: 'right' },
    ...parts,
  ];
  return { title, cover: [], runningHead: `${title} · ${span}`, stamp: null, contents: null, landscape: false, blocks };
}

/** What a message puts behind a bullet hangs from the line above it. */
const lineOf = (said: string): Block =>
  said.startsWith('• ')
    ? { kind: 'line', depth: 2, mark: '·', text: said.slice(2) }
    : { kind: 'line', depth: 1, mark: '○', text: said };

function tableOf([head = [], ...body]: readonly (readonly string[])[]): Table {
  const cells = (row: readonly string[]) =>
    row.map((it, column) => textCell(it, { align: column === 0 ? 'left' : 'right' }));
  return {
    kind: 'table',
    columns: head.map((_, column) => (column === 0 ? 20 : 18)),
    headRows: 1,
    rows: [head.map((it) => headCell(it)), ...body.map(cells)],
  };
}
