import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HwpDocument, initSync } from '@rhwp/core';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { type IRBlock, type IRTable, parse } from 'kordoc';
import { beforeAll, expect, test } from 'vitest';
import { docxFile } from '../../src/documents/docx.ts';
import { hwpxFile } from '../../src/documents/hwpx/hwpx.ts';
import {
  type Block,
  type CellBlock,
  type Document,
  headCell,
  placeCells,
  type Table,
  textCell,
} from '../../src/documents/model.ts';
import { pdfFile } from '../../src/documents/pdf/pdf.ts';

const STAFF: Table = {
  kind: 'table',
  columns: [2, 1, 1, 1, 1],
  headRows: 2,
  rows: [
    [headCell('구 분', { rowSpan: 2 }), headCell('일 반 직', { colSpan: 2 }), headCell('별 정 직', { colSpan: 2 })],
    ['소계', '5급', '소계', '4급상당'].map((it) => headCell(it)),
    ['정 원', '19', '6', '2', '2'].map((it) => textCell(it)),
  ],
};
const TYPED = '<b>굵게</b> {{x}} # &#60; 😀 =1+1 *a* _b_ $x$ @y \\n "따옴표" 情冊手帖 ‹확인› & “큰” 「이름」';
const MARKS = ['□', '①', '○', '-', '·', '▶', '※', '⇒', '●'];
const BLOCKS: Block[] = [
  { kind: 'heading', level: 1, text: 'Ⅰ. 일반 현황' },
  { kind: 'heading', level: 2, text: '1 주요 기능' },
  { kind: 'box', text: '현장일정 중심의 일정기획' },
  ...MARKS.map((mark, i): Block => ({ kind: 'line', depth: i % 5, mark, text: `${mark}뒤의 말` })),
  { kind: 'line', depth: 1, mark: '-', text: TYPED },
  { kind: 'note', text: '(단위: 명)', align: 'right' },
  STAFF,
  { kind: 'page_break' },
  {
    kind: 'table',
    columns: [40, 60],
    headRows: 1,
    rows: [
      [headCell('요구사항'), headCell('조치결과')],
      [
        textCell('○ 바람', { align: 'left' }),
        {
          ...textCell(''),
          blocks: [
            { kind: 'line', depth: 0, mark: '□', text: '추진상황 : 추진완료' },
            { kind: 'note', text: '※ 4년간', align: 'left' },
            {
              kind: 'table',
              columns: [1, 1],
              headRows: 1,
              rows: [
                [headCell('구 분'), headCell('2012년')],
                [textCell('예산액'), textCell('365,000')],
              ],
            },
          ],
        },
      ],
    ],
  },
];
const documentOf = (blocks: readonly Block[], stamp: string | null = null): Document => ({
  ...{
    title: '2016 주요업무 보고',
    cover: ['2016. 11', '시장 비서실'],
    runningHead: '2016 주요업무 보고',
    contents: '목차',
    landscape: false,
  },
  ...{ stamp, blocks },
});

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const squeezed = (text: string): string => text.replace(/\s/g, '');

beforeAll(() => {
  // What a browser would measure with a canvas.
  Object.assign(globalThis, { measureTextWidth: (_font: string, text: string) => text.length * 10 });
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) });
});

async function readBlocks(bytes: Uint8Array): Promise<IRBlock[]> {
  const read = await parse(bufferOf(bytes));
  if (!read.success) throw new Error(read.error);
  return read.blocks;
}

const spansOf = (table: IRTable): number[][] =>
  table.cells.flat().flatMap(({ colSpan, rowSpan }) => (colSpan > 1 || rowSpan > 1 ? [[colSpan, rowSpan]] : []));

test('an HWPX file says what it is first and stored, and its parts hold together', () => {
  const bytes = hwpxFile(documentOf(BLOCKS));
  expect(Buffer.from(bytes.subarray(30, 57)).toString()).toBe('mimetypeapplication/hwp+zip');
  expect(Buffer.from(bytes).readUInt16LE(8), 'stored').toBe(0);

  const files = unzipSync(bytes);
  const xml = (name: string) => new TextDecoder().decode(files[name]);
  const [header, section] = [xml('Contents/header.xml'), xml('Contents/section0.xml')];
  for (const [reference, definition] of [
    ['charPrIDRef', 'charPr'],
    ['paraPrIDRef', 'paraPr'],
    ['styleIDRef', 'style'],
    ['borderFillIDRef', 'borderFill'],
    ['tabPrIDRef', 'tabPr'],
  ]) {
    const defined = new Set([...header.matchAll(new RegExp(`<hh:${definition} id="(\\d+)"`, 'g'))].map(([, id]) => id));
    const asked = [...`${header}${section}`.matchAll(new RegExp(`${reference}="(\\d+)"`, 'g'))].map(([, id]) => id);
    for (const id of asked) expect(defined, `${reference} ${id}`).toContain(id);
  }
  for (const [whole, list, count] of header.matchAll(/<hh:(\w+) itemCnt="(\d+)">/g)) {
    const inside = header.slice(header.indexOf(whole), header.indexOf(`</hh:${list}>`));
    expect([...inside.matchAll(/ id="\d+"/g)].length, list).toBeGreaterThanOrEqual(Number(count));
  }
  expect(section).not.toContain('linesegarray');
});

test('two readers of HWPX give back every line with its mark, every table with its spans and every letter that was typed', async () => {
  const bytes = hwpxFile(documentOf(BLOCKS));
  const blocks = await readBlocks(bytes);
  const said = blocks.flatMap(({ text }) => text ?? []).map(squeezed);
  for (const mark of MARKS) expect(said).toContain(squeezed(`${mark} ${mark}뒤의 말`));
  expect(said).toContain(squeezed(`- ${TYPED}`));
  const [staff] = blocks.flatMap(({ table }) => table ?? []);
  expect(staff && spansOf(staff)).toEqual([
    [1, 2],
    [2, 1],
    [2, 1],
  ]);

  const opened = new HwpDocument(bytes);
  expect(opened.pageCount()).toBeGreaterThanOrEqual(3);
  const pages = Array.from({ length: opened.pageCount() }, (_, page) => opened.renderPageSvg(page)).join('');
  const drawn = squeezed(
    [...pages.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
  for (const text of [TYPED, '추진상황 : 추진완료', '365,000']) expect(drawn).toContain(squeezed(text));
  opened.free();
});

test('a DOCX file and a PDF hold the same', async () => {
  const docx = await readBlocks(await docxFile(documentOf(BLOCKS)));
  const said = docx.map(({ text }) => squeezed(text ?? '')).join('\n');
  for (const mark of MARKS) expect(said).toContain(squeezed(`${mark}뒤의 말`));
  expect(said).toContain(squeezed(TYPED));
  const [staff] = docx.flatMap(({ table }) => table ?? []);
  expect(staff && spansOf(staff)).toEqual([
    [1, 2],
    [2, 1],
    [2, 1],
  ]);

  const pdf = Buffer.from(await pdfFile(documentOf(BLOCKS, '초안'))).toString('latin1');
  expect(pdf).toContain('/MarkInfo');
  expect(pdf).toContain('/Outlines');
  expect(pdf).toContain('NotoSansKR');
  expect(pdf).toContain('NotoEmoji');
});

/** A table of forty pages, with rows higher than a page. */
const long = (landscape: boolean): Document => {
  const line = (at: string, length: number): CellBlock => ({
    ...{ kind: 'line', depth: at.length % 3, mark: '○' },
    text: `${'가나다라마 바사아자차카타 '.repeat(length)}끝${at}끝`,
  });
  const rows = Array.from({ length: 40 }, (_, row) => [
    textCell(`요구 ${row}`, { align: 'left' }),
    { ...textCell(''), blocks: Array.from({ length: 9 }, (_, i) => line(`${row}.${i}`, row % 8 === 0 ? 30 : 13)) },
  ]);
  const head = [headCell('요구사항'), headCell('조치결과')];
  const table: Table = { kind: 'table', columns: [20, 80], headRows: 1, rows: [head, ...rows] };
  return { ...documentOf([{ kind: 'heading', level: 1, text: 'Ⅰ. 긴 표' }, table]), landscape };
};
const ENDS = Array.from({ length: 40 }, (_, row) => Array.from({ length: 9 }, (_, i) => `끝${row}.${i}끝`)).flat();

test.each([false, true])(
  'a report of forty pages loses no line where its rows break over pages (on its long side: %s)',
  async (landscape) => {
    const opened = new HwpDocument(hwpxFile(long(landscape)));
    const pages = Array.from({ length: opened.pageCount() }, (_, page) => opened.renderPageSvg(page));
    opened.free();
    expect(pages.length).toBeGreaterThanOrEqual(40);
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(pages[0] ?? '') ?? [];
    expect(Number(width) > Number(height)).toBe(landscape);
    const drawn = pages.map((page) => [...page.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, it]) => it).join(''));
    const whole = squeezed(drawn.join(''));
    for (const end of ENDS) expect.soft(whole).toContain(end);
    for (const page of drawn.slice(3)) expect.soft(page, 'the head of the table on each page').toContain('조치결과');

    const docx = await readBlocks(await docxFile(long(landscape)));
    const said = squeezed(JSON.stringify(docx));
    for (const end of ENDS) expect.soft(said).toContain(end);
    const pdf = Buffer.from(await pdfFile(long(landscape))).toString('latin1');
    expect(pdf).toContain('/StructTreeRoot');
    const [, wide, high] = /\/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect(Number(wide) > Number(high)).toBe(landscape);
  },
  60_000,
);

test('the same document gives the same bytes', async () => {
  const document = documentOf(BLOCKS);
  expect(hwpxFile(document)).toEqual(hwpxFile(document));
  expect(await docxFile(document)).toEqual(await docxFile(document));
  expect(await pdfFile(document)).toEqual(await pdfFile(document));
});

test('whatever was typed makes well-formed XML, and a table with a gap is refused', () => {
  const typed = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(typed, (texts) => {
      const blocks = texts.map((text): Block => ({ kind: 'box', text }));
      const section = new TextDecoder().decode(unzipSync(hwpxFile(documentOf(blocks)))['Contents/section0.xml']);
      expect(section.match(/&(?!(?:amp|lt|gt|quot);)/)).toBeNull();
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML takes none
      expect(section.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)).toBeNull();
    }),
    { numRuns: 5 },
  );
  const gap: Table = { ...STAFF, rows: [[headCell('하나')]] };
  expect(() => placeCells(gap)).toThrow('gap');
});
