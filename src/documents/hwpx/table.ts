import { type Cell, type CellBlock, placeCells, type Table } from '../model.ts';
import { linesIn } from '../text-width.ts';
import { element, xmlText } from '../xml.ts';
import {
  BORDER,
  CELL_MARGIN,
  LETTERS,
  type LettersName,
  leftOf,
  lettersId,
  type ParagraphName,
  POINT,
  paragraphId,
  STYLE,
} from './styles.ts';

export type Ids = { next(): number };

/** A paragraph of one run; `inside` is XML already. */
export const paragraph = (
  name: ParagraphName,
  letters: LettersName,
  inside: string,
  pageBreak = 0,
  style = STYLE.body as number,
) =>
  element(
    'hp:p',
    { id: 0, paraPrIDRef: paragraphId(name), styleIDRef: style, pageBreak, columnBreak: 0, merged: 0 },
    element('hp:run', { charPrIDRef: lettersId(letters) }, inside),
  );

export const words = (text: string): string => element('hp:t', {}, xmlText(text.replaceAll('\n', ' ')));

export const subList = (vertical: 'TOP' | 'CENTER' | 'BOTTOM', ...paragraphs: readonly string[]): string =>
  element(
    'hp:subList',
    {
      ...{ id: '', textDirection: 'HORIZONTAL', lineWrap: 'BREAK', vertAlign: vertical, linkListIDRef: 0 },
      ...{ linkListNextIDRef: 0, textWidth: 0, textHeight: 0, hasTextRef: 0, hasNumRef: 0 },
    },
    ...paragraphs,
  );

/**
 * A table `width` wide. Rows say how high they are: renderers cut off what does not fit. One that stands among lines breaks
 * over pages between and inside its rows; one inside a cell is set like a letter.
 */
export function tableXml(table: Table, width: number, ids: Ids, inCell = false): { xml: string; height: number } {
  const placed = placeCells(table);
  const whole = table.columns.reduce((sum, column) => sum + column, 0);
  const before = (column: number) => table.columns.slice(0, column).reduce((sum, it) => sum + it, 0);
  const at = (column: number) => Math.round((before(column) / whole) * width);
  const widthOf = (column: number, span: number) => at(column + span) - at(column);

  const heights = table.rows.map(() => 0);
  const drawn = placed.map((it) => {
    const cellWidth = widthOf(it.column, it.cell.colSpan);
    const inner = cellWidth - 2 * CELL_MARGIN.side;
    const contents = it.cell.blocks.map((block) => cellBlock(block, it.cell, inner, ids));
    const height = contents.reduce((sum, { height }) => sum + height, 2 * CELL_MARGIN.end);
    return { ...it, cellWidth, height, xml: contents.map(({ xml }) => xml).join('') };
  });
  // What spans rows stretches the last of them, after those that stand in one row have had their say.
  for (const { row, cell, height } of drawn.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const rest = heights.slice(row, row + cell.rowSpan - 1).reduce((sum, it) => sum + it, 0);
    const last = row + cell.rowSpan - 1;
    heights[last] = Math.max(heights[last] ?? 0, height - rest);
  }

  const rows = table.rows.map((_, row) =>
    element(
      'hp:tr',
      {},
      ...drawn.filter((it) => it.row === row).map((it) => cellXml(it, row, heights, table.headRows)),
    ),
  );
  const height = heights.reduce((sum, it) => sum + it, 0);
  const end = { left: CELL_MARGIN.side, right: CELL_MARGIN.side, top: CELL_MARGIN.end, bottom: CELL_MARGIN.end };
  const xml = element(
    'hp:tbl',
    {
      ...{
        id: ids.next(),
        zOrder: 0,
        numberingType: 'TABLE',
        textWrap: 'TOP_AND_BOTTOM',
        textFlow: 'BOTH_SIDES',
        lock: 0,
      },
      ...{ dropcapstyle: 'None', pageBreak: inCell ? 'NONE' : 'CELL', repeatHeader: table.headRows > 0 ? 1 : 0 },
      ...{ rowCnt: table.rows.length, colCnt: table.columns.length, cellSpacing: 0 },
      ...{ borderFillIDRef: BORDER.cell, noAdjust: 0 },
    },
    element('hp:sz', { width, widthRelTo: 'ABSOLUTE', height, heightRelTo: 'ABSOLUTE', protect: 0 }),
    element('hp:pos', {
      ...{ treatAsChar: inCell ? 1 : 0, affectLSpacing: 0, flowWithText: 1, allowOverlap: 0, holdAnchorAndSO: 0 },
      ...{ vertRelTo: 'PARA', horzRelTo: 'COLUMN', vertAlign: 'TOP', horzAlign: 'LEFT', vertOffset: 0, horzOffset: 0 },
    }),
    element('hp:outMargin', { left: 0, right: 0, top: inCell ? 0 : 142, bottom: inCell ? 0 : 284 }),
    element('hp:inMargin', end),
    ...rows,
  );
  return { xml, height };
}

type Drawn = { cell: Cell; row: number; column: number; cellWidth: number; xml: string };

function cellXml({ cell, row, column, cellWidth, xml }: Drawn, rowAddr: number, heights: number[], headRows: number) {
  const height = heights.slice(row, row + cell.rowSpan).reduce((sum, it) => sum + it, 0);
  return element(
    'hp:tc',
    {
      ...{ name: '', header: row < headRows ? 1 : 0, hasMargin: 0, protect: 0, editable: 0, dirty: 0 },
      borderFillIDRef: cell.head ? BORDER.head : BORDER.cell,
    },
    subList(isShort(cell) ? 'CENTER' : 'TOP', xml),
    element('hp:cellAddr', { colAddr: column, rowAddr }),
    element('hp:cellSpan', { colSpan: cell.colSpan, rowSpan: cell.rowSpan }),
    element('hp:cellSz', { width: cellWidth, height }),
    element('hp:cellMargin', {
      ...{ left: CELL_MARGIN.side, right: CELL_MARGIN.side, top: CELL_MARGIN.end, bottom: CELL_MARGIN.end },
    }),
  );
}

/** Figures and names stand in the middle of their row; sentences begin at its top. */
const isShort = ({ blocks }: Cell): boolean => blocks.every(({ kind }) => kind === 'text');

function cellBlock(block: CellBlock, cell: Cell, width: number, ids: Ids): { xml: string; height: number } {
  if (block.kind === 'table') {
    const { xml, height } = tableXml(block, width, ids, true);
    return { xml: paragraph('cell_left', 'cell', xml), height: height + lineHeight('cell', 130) };
  }
  const letters: LettersName = cell.head ? 'head' : block.kind === 'note' ? 'note' : 'cell';
  const name: ParagraphName =
    block.kind === 'line'
      ? (`cell${Math.min(block.depth, 2)}` as ParagraphName)
      : `cell_${block.kind === 'note' ? block.align : cell.align}`;
  const text = block.kind === 'line' ? `${block.mark} ${block.text}` : block.text;
  const lines = linesIn(text, (width - leftOf(name) * POINT) / (LETTERS[letters].size * POINT));
  return { xml: paragraph(name, letters, words(text)), height: lines * lineHeight(letters, 130) };
}

const lineHeight = (letters: LettersName, percent: number): number =>
  Math.ceil((LETTERS[letters].size * POINT * percent) / 100);
