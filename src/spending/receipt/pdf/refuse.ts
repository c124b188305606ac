import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { isBomb } from '../pictures.ts';
import { Reader } from './reader.ts';

export type PdfRefusal = 'damaged' | 'active' | 'locked' | 'too_many_pixels';

/** Readers look for the heading and the end this far, and overlook blanks and zeros around them. */
const HEAD = 1024;

/** What a receipt has no use for: scripts, programs to start, files inside, films and sounds, forms that call home. */
const KEYS = new Set([
  'JS',
  'JavaScript',
  'EmbeddedFile',
  'EmbeddedFiles',
  'EF',
  'RF',
  'XFA',
  'RichMediaContent',
  '3DD',
]);
const ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'GoToR',
  'GoToE',
  'SubmitForm',
  'ImportData',
  'Rendition',
  'RichMediaExecute',
  'Movie',
  'Sound',
  'GoTo3DView',
]);
const KINDS = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D', 'EmbeddedFile']);
/** The same by their names alone, where a parser may see no object: in what only a broken table points to, in what is packed and broken. */
const SPELT =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|FileAttachment|RichMedia|SubmitForm|ImportData|XFA|GoToE|GoToR|Rendition)(?![A-Za-z])/;
/** What may happen by itself when a page is shown; a link that somebody presses may lead anywhere. */
const HARMLESS = new Set(['GoTo', 'Named']);

/**
 * Why a PDF is not kept, as a parser reads it: every object there is, packed and escaped ones, too. A locked one can't be looked into,
 * by an auditor neither. It takes as long as its writer likes: only the worker calls it.
 */
export async function refusePdf(bytes: Uint8Array): Promise<PdfRefusal | null> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!raw.slice(0, HEAD).includes('%PDF-') || !withoutTail(raw).slice(-HEAD).includes('%%EOF')) return 'damaged';
  if (isSpelt(raw)) return 'active';
  const reader = new Reader(bytes);
  try {
    const { trailerInfo } = await reader.parseDocument();
    if (trailerInfo.Encrypt) return 'locked';
    if (reader.packed.some(isSpelt) || isActive([...reader.objects, trailerInfo.Info])) return 'active';
  } catch {
    return 'damaged';
  }
  // One more than the parser came by: it is hidden in a comment or in another one, where a table of contents finds it.
  const isHidden = [...raw.matchAll(STREAM)].length > reader.streams;
  if (reader.isOdd || isHidden || reader.objects.some(isPackedTwice)) return 'damaged';
  return reader.objects.some(isPictureBomb) ? 'too_many_pixels' : null;
}

const STREAM = /(?<=[>\s\0])stream[ \t]{0,9}[\r\n]/g;

const isSpelt = (words: string): boolean => SPELT.test(named(words));

function isPackedTwice(object: PDFObject): boolean {
  const filters = object instanceof PDFStream ? object.dict.lookup(PDFName.of('Filter')) : undefined;
  return filters instanceof PDFArray && new Set(filters.asArray()).size < filters.size();
}

function isPictureBomb(object: PDFObject): boolean {
  if (!(object instanceof PDFStream) || object.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image')) return false;
  const [width = 0, height = 0] = ['Width', 'Height'].map((side) => {
    const said = object.dict.lookup(PDFName.of(side));
    return said instanceof PDFNumber ? said.asNumber() : 0;
  });
  return isBomb({ width, height });
}

/** Looks into objects without following references, since each is looked at by itself; without recursion, since depth is its writer's. */
function isActive(objects: readonly (PDFObject | undefined)[]): boolean {
  const left = [...objects];
  for (let object = left.pop(); left.length > 0 || object; object = left.pop()) {
    if (object instanceof PDFStream) left.push(object.dict);
    else if (object instanceof PDFArray) left.push(...object.asArray());
    else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        const name = key.decodeText();
        const said = value instanceof PDFName ? value.decodeText() : '';
        if (KEYS.has(name)) return true;
        if (name === 'S' && ACTIONS.has(said)) return true;
        if ((name === 'Subtype' || name === 'Type') && KINDS.has(said)) return true;
        if (name === 'OpenAction' && actsByItself(object.lookup(key))) return true;
        if (name === 'AA' && allIn(object.lookup(key)).some(actsByItself)) return true;
        left.push(value);
      }
    }
  }
  return false;
}

const allIn = (object: PDFObject | undefined): (PDFObject | undefined)[] =>
  object instanceof PDFDict ? object.keys().map((key) => object.lookup(key)) : [];

function actsByItself(action: PDFObject | undefined): boolean {
  if (!(action instanceof PDFDict)) return false;
  const kind = action.lookup(PDFName.of('S'));
  return (kind instanceof PDFName && !HARMLESS.has(kind.decodeText())) || action.has(PDFName.of('Next'));
}

function withoutTail(raw: string): string {
  let end = raw.length;
  while (end > 0 && /[\0\s]/.test(raw[end - 1] ?? '')) end--;
  return raw.slice(0, end);
}

const named = (words: string): string =>
  words.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
