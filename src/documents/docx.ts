import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Document as Made,
  Table as MadeTable,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { unzipSync } from 'fflate';
import { archive } from './archive.ts';
import { type Block, type Cell, type CellBlock, type Document, placeCells, printable, type Table } from './model.ts';

/** Lengths are in twips, a twentieth of a point; letters in half points. */
const POINT = 20;
const INDENT = 12 * POINT;
const MARGIN = 1134;
const PAGE = { width: 11906, height: 16838 };
const FONT = { ascii: 'Malgun Gothic', hAnsi: 'Malgun Gothic', eastAsia: '맑은 고딕', cs: 'Malgun Gothic' };
const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

/** A document as DOCX, the same bytes for the same document: the library dates what it writes, which is taken out again. */
export async function docxFile(document: Document): Promise<Uint8Array> {
  const packed = unzipSync(await Packer.toBuffer(made(document)));
  const names = Object.keys(packed).toSorted((a, b) => Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES));
  return archive(names.map((name) => ({ name, bytes: undated(name, packed[name] ?? new Uint8Array()) })));
}

const CONTENT_TYPES = '[Content_Types].xml';
const NO_TIME = '1980-01-01T00:00:00Z';

function undated(name: string, bytes: Uint8Array): Uint8Array {
  if (name !== 'docProps/core.xml') return bytes;
  const dated = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(dated.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${NO_TIME}`));
}

function made(document: Document): Made {
  const { title, cover, runningHead, stamp, contents, landscape, blocks } = document;
  const textWidth = (landscape ? PAGE.height : PAGE.width) - 2 * MARGIN;
  const head = new Header({
    children: [
      paragraph([stamp, runningHead].filter(Boolean).join(' · '), {
        alignment: AlignmentType.RIGHT,
        ...letters(8.5, stamp === null ? {} : { bold: true, color: 'C00000' }),
      }),
    ],
  });
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['- ', PageNumber.CURRENT, ' -'], size: 18 })],
  });
  const none = new Paragraph({});
  const hasCover = cover.length > 0;
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  return new Made({
    title: printable(title),
    creator: 'Biseo',
    lastModifiedBy: 'Biseo',
    styles: { default: { document: { run: { font: FONT, size: 22, language: { eastAsia: 'ko-KR' } } } } },
    features: { updateFields: false },
    sections: [
      {
        properties: {
          titlePage: hasCover,
          page: {
            // The library turns the sheet over by itself.
            size: { ...PAGE, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { left: MARGIN, right: MARGIN, top: 1247, bottom: MARGIN },
          },
        },
        headers: {
          default: head,
          ...(hasCover ? { first: stamp === null ? new Header({ children: [none] }) : head } : {}),
        },
        footers: {
          default: new Footer({ children: [number] }),
          ...(hasCover ? { first: new Footer({ children: [none] }) } : {}),
        },
        children: [
          ...(hasCover
            ? [
                paragraph(title, {
                  alignment: AlignmentType.CENTER,
                  spacing: { before: 4400, after: 4400 },
                  ...letters(30, { bold: true }),
                }),
                ...cover.map((line) =>
                  paragraph(line, { alignment: AlignmentType.CENTER, spacing: { after: 300 }, ...letters(18) }),
                ),
              ]
            : []),
          ...(contents === null
            ? []
            : [
                paragraph(contents, {
                  pageBreakBefore: hasCover,
                  spacing: { after: 200 },
                  ...letters(16, { bold: true }),
                }),
                ...headings.map(({ text, level }) =>
                  paragraph(text, { indent: { left: (level - 1) * INDENT }, ...letters(11) }),
                ),
              ]),
          ...body(blocks, hasCover || contents !== null, textWidth),
        ],
      },
    ],
  });
}

type Letters = { size: number; bold?: boolean; color?: string };
type Drawn = IParagraphOptions & { letters?: Letters };
const letters = (points: number, more: Omit<Letters, 'size'> = {}) => ({ letters: { size: points * 2, ...more } });

function paragraph(text: string, { letters: run, ...options }: Drawn = {}): Paragraph {
  return new Paragraph({
    ...options,
    children: [new TextRun({ text: printable(text.replaceAll('\n', ' ')), ...run })],
  });
}

function body(blocks: readonly Block[], startsPage: boolean, textWidth: number): (Paragraph | MadeTable)[] {
  let breaks = startsPage;
  return blocks.flatMap((block): (Paragraph | MadeTable)[] => {
    if (block.kind === 'page_break') {
      breaks = true;
      return [];
    }
    const pageBreakBefore = breaks;
    breaks = false;
    if (block.kind !== 'table') return [blockParagraph(block, pageBreakBefore)];
    // A table is followed by a paragraph: two in a row would become one.
    const after = new Paragraph({ spacing: { before: 0, after: 0, line: 120 } });
    return [...(pageBreakBefore ? [new Paragraph({ pageBreakBefore })] : []), madeTable(block, textWidth), after];
  });
}

function blockParagraph(block: Exclude<Block, { kind: 'page_break' } | Table>, pageBreakBefore: boolean): Paragraph {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, {
        heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        keepNext: true,
        pageBreakBefore,
        spacing: { before: 240, after: 160 },
        ...letters(block.level === 1 ? 18 : 15, { bold: true, color: '000000' }),
      });
    case 'line':
      return paragraph([block.mark, block.text].filter(Boolean).join(' '), {
        pageBreakBefore,
        keepNext: block.depth === 0,
        indent: { left: (block.depth + 1) * INDENT, hanging: INDENT },
        spacing: { before: block.depth === 0 ? 160 : 50, after: 50 },
        ...letters(block.depth === 0 ? 12 : 11, block.depth === 0 ? { bold: true } : {}),
      });
    case 'box': {
      const side = { style: BorderStyle.SINGLE, size: 6, space: 6, color: '404040' };
      return paragraph(block.text, {
        pageBreakBefore,
        border: { top: side, bottom: side, left: side, right: side },
        spacing: { before: 160, after: 200 },
        indent: { left: 120, right: 120 },
      });
    }
    case 'note':
      return paragraph(block.text, {
        pageBreakBefore,
        keepNext: true,
        alignment: ALIGN[block.align],
        spacing: { before: 100, after: 60 },
        ...letters(9.5),
      });
  }
}

function madeTable(table: Table, width: number): MadeTable {
  const whole = table.columns.reduce((sum, column) => sum + column, 0);
  const widths = table.columns.map((column) => Math.floor((column / whole) * width));
  const placed = placeCells(table).map((it) => {
    const inner = widths.slice(it.column, it.column + it.cell.colSpan).reduce((sum, column) => sum + column, 0);
    return { ...it, made: madeCell(it.cell, inner - 2 * CELL_SIDE) };
  });
  const rows = table.rows.map((_, row) => {
    const head = row < table.headRows;
    const children = placed.filter((it) => it.row === row).map((it) => it.made);
    return new TableRow({ tableHeader: head, cantSplit: head, children });
  });
  return new MadeTable({ rows, columnWidths: widths, width: { size: width, type: WidthType.DXA }, layout: 'fixed' });
}

/** Twips left free at either side of a cell. */
const CELL_SIDE = 80;

function madeCell(cell: Cell, width: number): TableCell {
  const short = cell.blocks.every(({ kind }) => kind === 'text');
  const children = cell.blocks.flatMap((block) => cellBlock(block, cell, width));
  return new TableCell({
    children: children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({})],
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: short ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    margins: { top: 40, bottom: 40, left: CELL_SIDE, right: CELL_SIDE },
    ...(cell.head ? { shading: { fill: 'E7ECF3' } } : {}),
  });
}

function cellBlock(block: CellBlock, cell: Cell, width: number): (Paragraph | MadeTable)[] {
  switch (block.kind) {
    case 'table':
      return [madeTable(block, width), new Paragraph({ spacing: { line: 120 } })];
    case 'line':
      return [
        paragraph(`${block.mark} ${block.text}`, {
          indent: { left: Math.max(1, block.depth) * 180, hanging: 180 },
          ...letters(9.5),
        }),
      ];
    case 'note':
      return [paragraph(block.text, { alignment: ALIGN[block.align], ...letters(9) })];
    case 'text':
      return [
        paragraph(block.text, { alignment: ALIGN[cell.align], ...letters(9.5, cell.head ? { bold: true } : {}) }),
      ];
  }
}
