import { archive } from '../archive.ts';
import type { Block, Document } from '../model.ts';
import { element, xmlText } from '../xml.ts';
import {
  containerXml,
  contentHpf,
  headerXml,
  MIMETYPE,
  manifestXml,
  rootElement,
  settingsXml,
  versionXml,
} from './package.ts';
import { BORDER, PAGE, type ParagraphName, STYLE, textWidth } from './styles.ts';
import { type Ids, paragraph, subList, tableXml, words } from './table.ts';

/**
 * A document as HWPX (KS X 6101): what the city's document system takes. Written without `linesegarray`: where its lines
 * break is the word processor's to find, and wrong guesses have hung one.
 */
export function hwpxFile(document: Document): Uint8Array {
  const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
  return archive([
    { ...text('mimetype', MIMETYPE), stored: true },
    text('version.xml', versionXml()),
    text('META-INF/container.xml', containerXml()),
    text('META-INF/manifest.xml', manifestXml()),
    text('Contents/content.hpf', contentHpf(xmlText(document.title))),
    text('Contents/header.xml', headerXml()),
    text('Contents/section0.xml', sectionXml(document)),
    text('settings.xml', settingsXml()),
    text('Preview/PrvText.txt', document.title),
  ]);
}

function sectionXml(document: Document): string {
  let last = 0;
  const ids: Ids = { next: () => ++last };
  const hasCover = document.cover.length > 0;
  const cover = hasCover
    ? [
        paragraph('cover', 'title', words(document.title)),
        ...document.cover.map((line) => paragraph('cover', 'cover', words(line))),
      ]
    : [];
  const contents = contentsOf(document);
  let breaks = hasCover;
  const pageOf = () => {
    const now = breaks;
    breaks = false;
    return now ? 1 : 0;
  };
  const body = [...contents, ...document.blocks].flatMap((block) => {
    if (block.kind === 'page_break') {
      breaks = true;
      return [];
    }
    return blockXml(block, pageOf(), ids, textWidth(document.landscape));
  });
  return rootElement('hs:sec', {}, paragraph('body', 'body', sectionProperties(document, hasCover)), ...cover, ...body);
}

function contentsOf({ contents, blocks }: Document): Block[] {
  if (contents === null) return [];
  const headings = blocks.flatMap((block): Block[] =>
    block.kind === 'heading' ? [{ kind: 'note', text: block.text, align: 'left' }] : [],
  );
  return [{ kind: 'note', text: contents, align: 'center' }, ...headings, { kind: 'page_break' }];
}

function blockXml(block: Exclude<Block, { kind: 'page_break' }>, pageBreak: number, ids: Ids, width: number): string {
  switch (block.kind) {
    case 'heading': {
      const name = block.level === 1 ? 'chapter' : 'section';
      return paragraph(name, name, words(block.text), pageBreak, STYLE[name]);
    }
    case 'line': {
      const depth = Math.min(block.depth, 4);
      const text = [block.mark, block.text].filter(Boolean).join(' ');
      return paragraph(`line${depth}` as ParagraphName, depth === 0 ? 'strong' : 'body', words(text), pageBreak);
    }
    case 'box':
      return paragraph('box', 'body', words(block.text), pageBreak);
    case 'note':
      return paragraph(`note_${block.align}`, 'note', words(block.text), pageBreak);
    case 'table':
      return paragraph('body', 'body', tableXml(block, width, ids).xml, pageBreak);
  }
}

/** The page, its running head and its numbers: what the first paragraph of a section carries. */
function sectionProperties({ runningHead, stamp, landscape }: Document, hasCover: boolean): string {
  const note = (name: 'footNotePr' | 'endNotePr') =>
    element(
      `hp:${name}`,
      {},
      element('hp:autoNumFormat', { type: 'DIGIT', userChar: '', prefixChar: '', suffixChar: ')', supscript: 0 }),
      element('hp:noteLine', { length: -1, type: 'SOLID', width: '0.12 mm', color: '#000000' }),
      element('hp:noteSpacing', { betweenNotes: 283, belowLine: 567, aboveLine: 850 }),
      element('hp:numbering', { type: 'CONTINUOUS', newNum: 1 }),
      element('hp:placement', {
        place: name === 'footNotePr' ? 'EACH_COLUMN' : 'END_OF_DOCUMENT',
        beneathText: 0,
      }),
    );
  const section = element(
    'hp:secPr',
    {
      ...{ id: '', textDirection: 'HORIZONTAL', spaceColumns: 1134, tabStop: 8000, tabStopVal: 4000 },
      ...{
        tabStopUnit: 'HWPUNIT',
        outlineShapeIDRef: 1,
        memoShapeIDRef: 0,
        textVerticalWidthHead: 0,
        masterPageCnt: 0,
      },
    },
    element('hp:grid', { lineGrid: 0, charGrid: 0, wonggojiFormat: 0 }),
    element('hp:startNum', { pageStartsOn: 'BOTH', page: 0, pic: 0, tbl: 0, equation: 0 }),
    element('hp:visibility', {
      ...{ hideFirstHeader: hasCover && stamp === null ? 1 : 0, hideFirstFooter: 0, hideFirstMasterPage: 0 },
      ...{ border: 'SHOW_ALL', fill: 'SHOW_ALL', hideFirstPageNum: hasCover ? 1 : 0, hideFirstEmptyLine: 0 },
      showLineNumber: 0,
    }),
    element('hp:lineNumberShape', { restartType: 0, countBy: 0, distance: 0, startNumber: 0 }),
    element(
      'hp:pagePr',
      // The sheet is measured upright; NARROWLY turns it. So Hancom writes it, whatever the words suggest.
      { landscape: landscape ? 'NARROWLY' : 'WIDELY', width: PAGE.width, height: PAGE.height, gutterType: 'LEFT_ONLY' },
      element('hp:margin', {
        ...{ header: PAGE.header, footer: PAGE.footer, gutter: 0, left: PAGE.side, right: PAGE.side },
        ...{ top: PAGE.top, bottom: PAGE.bottom },
      }),
    ),
    note('footNotePr'),
    note('endNotePr'),
    ...['BOTH', 'EVEN', 'ODD'].map((type) =>
      element(
        'hp:pageBorderFill',
        {
          ...{ type, borderFillIDRef: BORDER.none, textBorder: 'PAPER', headerInside: 0, footerInside: 0 },
          fillArea: 'PAPER',
        },
        element('hp:offset', { left: 1417, right: 1417, top: 1417, bottom: 1417 }),
      ),
    ),
  );
  const columns = element('hp:colPr', {
    id: '',
    type: 'NEWSPAPER',
    layout: 'LEFT',
    colCount: 1,
    sameSz: 1,
    sameGap: 0,
  });
  const head = [stamp, runningHead].filter(Boolean).join(' · ');
  const header = element(
    'hp:header',
    { id: 1, applyPageType: 'BOTH' },
    subList('TOP', paragraph('note_right', stamp === null ? 'note' : 'stamp', words(head))),
  );
  const number = element('hp:pageNum', { pos: 'BOTTOM_CENTER', formatType: 'DIGIT', sideChar: '-' });
  return [section, ...[columns, header, number].map((control) => element('hp:ctrl', {}, control))].join('');
}
