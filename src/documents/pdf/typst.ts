import { type Block, type Cell, type CellBlock, type Document, printable, type Table } from '../model.ts';

/** What the fonts call themselves: under another name typst would set digits in a Latin font in silence. */
const FONTS = '("Noto Sans Korean", "Noto Emoji")';

/** The document as a typst program. What people typed stands in it as string literals only, never as markup. */
export function typstSource(document: Document): string {
  const { title, cover, runningHead, stamp, contents, landscape, blocks } = document;
  const hasCover = cover.length > 0;
  const head = [stamp, runningHead].filter(Boolean).join(' · ');
  return [
    `#set document(title: ${literal(title)}, date: none)`,
    `#set text(font: ${FONTS}, fallback: false, lang: "ko", size: 10.5pt)`,
    `#set par(leading: 0.75em, spacing: 0.75em, justify: false)`,
    `#set page(paper: "a4", flipped: ${landscape}, margin: (x: 20mm, top: 22mm, bottom: 20mm), numbering: "- 1 -",`,
    `  background: ${stamp === null ? 'none' : `rotate(-40deg, text(size: 110pt, fill: luma(235), weight: "bold", ${literal(stamp)}))`},`,
    `  header: context if ${stamp === null && hasCover ? 'here().page() > 1' : 'true'} { align(right, text(size: 8.5pt, fill: ${stamp === null ? 'luma(90)' : 'rgb("#C00000")'}, ${literal(head)})) },`,
    `  footer: context if ${hasCover ? 'here().page() > 1' : 'true'} { align(center, text(size: 9pt, counter(page).display("- 1 -"))) })`,
    `#set heading(numbering: none)`,
    `#show heading.where(level: 1): it => block(above: 14pt, below: 12pt, text(size: 18pt, weight: "bold", it.body))`,
    `#show heading.where(level: 2): it => block(above: 16pt, below: 9pt, text(size: 14pt, weight: "bold", it.body))`,
    `#set table(inset: (x: 4pt, y: 4.5pt), stroke: 0.5pt + luma(60))`,
    `#set outline.entry(fill: none)`,
    ...(hasCover ? coverSource(title, cover) : []),
    ...(contents === null ? [] : [`#outline(title: text(${literal(contents)}), depth: 2)`, '#pagebreak(weak: true)']),
    ...blocks.map(blockSource),
    '',
  ].join('\n');
}

function coverSource(title: string, lines: readonly string[]): string[] {
  return [
    `#v(28%)`,
    `#align(center, text(size: 30pt, weight: "bold", ${literal(title)}))`,
    `#v(22%)`,
    ...lines.map((line) => `#align(center, text(size: 18pt, ${literal(line)}))`),
    '#pagebreak()',
  ];
}

function blockSource(block: Block): string {
  switch (block.kind) {
    case 'page_break':
      return '#pagebreak(weak: true)';
    case 'heading':
      return `#heading(level: ${block.level}, text(${literal(block.text)}))`;
    case 'line': {
      const big = block.depth === 0;
      const above = big ? 10 : block.depth === 1 ? 6.5 : 5.5;
      return `#block(above: ${above}pt, below: 5pt, sticky: ${big}, ${hanging(block.depth, block.mark, block.text, big)})`;
    }
    case 'box':
      return `#block(above: 10pt, below: 10pt, width: 100%, inset: 8pt, stroke: 0.7pt + luma(60), text(${literal(block.text)}))`;
    case 'note':
      return `#block(above: 8pt, below: 5pt, width: 100%, sticky: true, align(${block.align}, text(size: 9pt, ${literal(block.text)})))`;
    case 'table':
      return `#${tableSource(block)}`;
  }
}

/** A mark and what hangs from it. */
function hanging(depth: number, mark: string, text: string, big: boolean): string {
  const words = literal([mark, text].filter(Boolean).join(' '));
  const style = big ? 'size: 11.5pt, weight: "bold", ' : '';
  return `pad(left: ${depth * 11}pt, par(hanging-indent: 11pt, text(${style}${words})))`;
}

function tableSource(table: Table): string {
  const cells = table.rows.map((row) => row.map(cellSource).join(', '));
  const head = cells.slice(0, table.headRows).filter(Boolean);
  const body = cells.slice(table.headRows).filter(Boolean);
  const parts = [
    `columns: (${table.columns.map((width) => `${width}fr`).join(', ')},)`,
    ...(head.length > 0 ? [`table.header(${head.join(', ')})`] : []),
    ...body,
  ];
  return `table(${parts.join(',\n  ')})`;
}

function cellSource({ blocks, colSpan, rowSpan, align, head }: Cell): string {
  const short = blocks.every(({ kind }) => kind === 'text');
  const options = [
    ...(colSpan > 1 ? [`colspan: ${colSpan}`] : []),
    ...(rowSpan > 1 ? [`rowspan: ${rowSpan}`] : []),
    `align: ${align} + ${short ? 'horizon' : 'top'}`,
    ...(head ? ['fill: rgb("#E7ECF3")'] : []),
  ].join(', ');
  const style = `size: 9pt${head ? ', weight: "bold"' : ''}`;
  return `table.cell(${options}, { set text(${style}); set par(leading: 0.55em); ${blocks.map(cellBlock).join('; ')} })`;
}

function cellBlock(block: CellBlock): string {
  switch (block.kind) {
    case 'table':
      return `block(above: 4pt, below: 4pt, ${tableSource(block)})`;
    case 'line':
      return `block(above: 4.5pt, below: 0pt, ${hanging(Math.max(0, block.depth - 1), block.mark, block.text, false)})`;
    case 'note':
      return `block(above: 4.5pt, below: 2pt, width: 100%, align(${block.align}, text(size: 8pt, ${literal(block.text)})))`;
    case 'text':
      return `block(above: 5pt, below: 5pt, text(${literal(block.text)}))`;
  }
}

/** A typst string: nothing in it means anything but a backslash and a quotation mark. */
const literal = (text: string): string =>
  `"${printable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
