import { type Attributes, element } from '../xml.ts';

/** Lengths are in HWPUNIT, a hundredth of a point. */
export const POINT = 100;
export const PAGE = { width: 59528, height: 84188, side: 5668, top: 4252, bottom: 4252, header: 2834, footer: 2834 };
/** Between the margins of a page; one on its long side is as wide as the sheet is high. */
export const textWidth = (landscape: boolean): number => (landscape ? PAGE.height : PAGE.width) - 2 * PAGE.side;
export const CELL_MARGIN = { side: 400, end: 200 };

/** Of 개조식 lines, in points: what hangs from each depth. */
const INDENT = 12;

type Letters = { size: number; bold?: boolean; color?: string };
export const LETTERS = {
  body: { size: 12 },
  strong: { size: 13, bold: true },
  chapter: { size: 20, bold: true },
  section: { size: 16, bold: true },
  title: { size: 30, bold: true },
  cover: { size: 18 },
  note: { size: 10 },
  cell: { size: 10 },
  head: { size: 10, bold: true },
  stamp: { size: 12, bold: true, color: '#C00000' },
} as const satisfies Record<string, Letters>;
export type LettersName = keyof typeof LETTERS;

type Paragraph = {
  align?: 'LEFT' | 'CENTER' | 'RIGHT' | 'JUSTIFY';
  left?: number;
  hanging?: number;
  before?: number;
  after?: number;
  spacing?: number;
  framed?: boolean;
  withNext?: boolean;
};
const hung = (depth: number, of: Omit<Paragraph, 'left' | 'hanging'>): Paragraph => ({
  ...of,
  left: (depth + 1) * INDENT,
  hanging: INDENT,
});
export const PARAGRAPHS = {
  body: {},
  chapter: { align: 'LEFT', before: 6, after: 10, withNext: true },
  section: { align: 'LEFT', before: 12, after: 6, withNext: true },
  line0: { ...hung(0, { before: 8, after: 3 }), withNext: true },
  line1: hung(1, { before: 2, after: 2 }),
  line2: hung(2, { after: 1 }),
  line3: hung(3, {}),
  line4: hung(4, {}),
  box: { align: 'LEFT', before: 6, after: 8, framed: true },
  note_left: { align: 'LEFT', before: 2, after: 2, spacing: 140 },
  note_center: { align: 'CENTER', before: 4, after: 2, spacing: 140 },
  note_right: { align: 'RIGHT', before: 4, after: 1, spacing: 140 },
  cover: { align: 'CENTER', before: 40, after: 10 },
  cell_left: { align: 'LEFT', spacing: 130 },
  cell_center: { align: 'CENTER', spacing: 130 },
  cell_right: { align: 'RIGHT', spacing: 130 },
  cell0: { ...hung(-0.5, { align: 'LEFT', spacing: 130 }), hanging: INDENT / 2 },
  cell1: { ...hung(0.25, { align: 'LEFT', spacing: 130 }) },
  cell2: { ...hung(1, { align: 'LEFT', spacing: 130 }) },
} as const satisfies Record<string, Paragraph>;
export type ParagraphName = keyof typeof PARAGRAPHS;

/** How far a paragraph stands in, in points. */
export const leftOf = (name: ParagraphName): number => (PARAGRAPHS[name] as Paragraph).left ?? 0;

const LETTER_NAMES = Object.keys(LETTERS) as LettersName[];
const PARAGRAPH_NAMES = Object.keys(PARAGRAPHS) as ParagraphName[];
export const lettersId = (name: LettersName): number => LETTER_NAMES.indexOf(name);
export const paragraphId = (name: ParagraphName): number => PARAGRAPH_NAMES.indexOf(name);

/** What a word processor lists as styles. No outline levels: some readers number those by themselves. */
const STYLES: readonly (readonly [name: string, english: string, ParagraphName, LettersName])[] = [
  ['바탕글', 'Normal', 'body', 'body'],
  ['개요 1', 'Outline 1', 'chapter', 'chapter'],
  ['개요 2', 'Outline 2', 'section', 'section'],
];
export const STYLE = { body: 0, chapter: 1, section: 2 } as const;

export const BORDER = { none: 1, cell: 2, head: 3 } as const;

const LANGUAGES = ['hangul', 'latin', 'hanja', 'japanese', 'other', 'symbol', 'user'] as const;
const each = (value: number): Attributes => Object.fromEntries(LANGUAGES.map((language) => [language, value]));

export const fontFaces = (): string =>
  element(
    'hh:fontfaces',
    { itemCnt: LANGUAGES.length },
    ...LANGUAGES.map((language) =>
      element(
        'hh:fontface',
        { lang: language.toUpperCase(), fontCnt: 1 },
        element('hh:font', { id: 0, face: '맑은 고딕', type: 'TTF', isEmbedded: 0 }),
      ),
    ),
  );

export function borderFills(): string {
  const fill = (id: number, type: 'NONE' | 'SOLID', color: string) =>
    element(
      'hh:borderFill',
      { id, threeD: 0, shadow: 0, centerLine: 'NONE', breakCellSeparateLine: 0 },
      element('hh:slash', { type: 'NONE', Crooked: 0, isCounter: 0 }),
      element('hh:backSlash', { type: 'NONE', Crooked: 0, isCounter: 0 }),
      ...['leftBorder', 'rightBorder', 'topBorder', 'bottomBorder'].map((side) =>
        element(`hh:${side}`, { type, width: '0.12 mm', color: '#000000' }),
      ),
      element('hh:diagonal', { type: 'SOLID', width: '0.1 mm', color: '#000000' }),
      element('hc:fillBrush', {}, element('hc:winBrush', { faceColor: color, hatchColor: '#000000', alpha: 0 })),
    );
  const fills = [
    fill(BORDER.none, 'NONE', 'none'),
    fill(BORDER.cell, 'SOLID', 'none'),
    fill(BORDER.head, 'SOLID', '#E7ECF3'),
  ];
  return element('hh:borderFills', { itemCnt: fills.length }, ...fills);
}

export const characterProperties = (): string =>
  element(
    'hh:charProperties',
    { itemCnt: LETTER_NAMES.length },
    ...LETTER_NAMES.map((name, id) => {
      const { size, bold, color = '#000000' }: Letters = LETTERS[name];
      return element(
        'hh:charPr',
        {
          ...{ id, height: size * POINT, textColor: color, shadeColor: 'none', useFontSpace: 0, useKerning: 0 },
          ...{ symMark: 'NONE', borderFillIDRef: BORDER.none },
        },
        element('hh:fontRef', each(0)),
        element('hh:ratio', each(100)),
        element('hh:spacing', each(0)),
        element('hh:relSz', each(100)),
        element('hh:offset', each(0)),
        ...(bold ? [element('hh:bold')] : []),
        element('hh:underline', { type: 'NONE', shape: 'SOLID', color: '#000000' }),
        element('hh:strikeout', { shape: 'NONE', color: '#000000' }),
        element('hh:outline', { type: 'NONE' }),
        element('hh:shadow', { type: 'NONE', color: '#B2B2B2', offsetX: 10, offsetY: 10 }),
      );
    }),
  );

export const paragraphProperties = (): string =>
  element(
    'hh:paraProperties',
    { itemCnt: PARAGRAPH_NAMES.length },
    ...PARAGRAPH_NAMES.map((name, id) => paragraphProperty(PARAGRAPHS[name], id)),
  );

function paragraphProperty(paragraph: Paragraph, id: number): string {
  const { align = 'JUSTIFY', left = 0, hanging = 0, before = 0, after = 0, spacing = 160 } = paragraph;
  const length = (name: string, points: number) =>
    element(`hc:${name}`, { value: Math.round(points * POINT), unit: 'HWPUNIT' });
  const border = paragraph.framed ? BORDER.cell : BORDER.none;
  const offset = paragraph.framed ? 4 * POINT : 0;
  return element(
    'hh:paraPr',
    { id, tabPrIDRef: 0, condense: 0, fontLineHeight: 0, snapToGrid: 1, suppressLineNumbers: 0, checked: 0 },
    element('hh:align', { horizontal: align, vertical: 'BASELINE' }),
    element('hh:heading', { type: 'NONE', idRef: 0, level: 0 }),
    element('hh:breakSetting', {
      ...{ breakLatinWord: 'KEEP_WORD', breakNonLatinWord: 'BREAK_WORD', widowOrphan: 1 },
      ...{ keepWithNext: paragraph.withNext ? 1 : 0, keepLines: 0, pageBreakBefore: 0, lineWrap: 'BREAK' },
    }),
    element('hh:autoSpacing', { eAsianEng: 0, eAsianNum: 0 }),
    element(
      'hh:margin',
      {},
      length('intent', -hanging),
      length('left', left),
      length('right', 0),
      length('prev', before),
      length('next', after),
    ),
    element('hh:lineSpacing', { type: 'PERCENT', value: spacing, unit: 'HWPUNIT' }),
    element('hh:border', {
      ...{ borderFillIDRef: border, offsetLeft: offset, offsetRight: offset, offsetTop: offset, offsetBottom: offset },
      ...{ connect: 0, ignoreMargin: 0 },
    }),
  );
}

export const styles = (): string =>
  element(
    'hh:styles',
    { itemCnt: STYLES.length },
    ...STYLES.map(([name, engName, paragraph, letters], id) =>
      element('hh:style', {
        ...{ id, type: 'PARA', name, engName, paraPrIDRef: paragraphId(paragraph), charPrIDRef: lettersId(letters) },
        ...{ nextStyleIDRef: 0, langID: 1042, lockForm: 0 },
      }),
    ),
  );
