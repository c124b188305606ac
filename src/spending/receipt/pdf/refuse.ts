import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';

export type PdfRefusal = 'damaged' | 'active' | 'locked';

/** Readers look for the heading and the end this far, and overlook blanks and zeros around them. */
const HEAD = 1024;
/** In bytes, of all packed objects together: a receipt needs far less, a bomb far more. */
const MOST_UNPACKED = 16 * 1024 * 1024;

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
/** The same where a parser may see no object: in what only a broken table points to. */
const SPELT =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|FileAttachment|RichMedia|SubmitForm|ImportData|XFA|GoToE|GoToR)(?![A-Za-z])/;

/**
 * Why a PDF is not kept, as a parser reads it: every object there is, packed and escaped ones, too. A locked one can't be looked into,
 * by an auditor neither. It takes as long as its writer likes: only the worker calls it.
 */
export async function refusePdf(bytes: Uint8Array): Promise<PdfRefusal | null> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!raw.slice(0, HEAD).includes('%PDF-') || !withoutTail(raw).slice(-HEAD).includes('%%EOF')) return 'damaged';
  if (SPELT.test(named(raw))) return 'active';
  if (isBomb(raw)) return 'damaged';
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
    if (document.context.trailerInfo.Encrypt) return 'locked';
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
    return isActive([...objects, document.context.trailerInfo.Info]) ? 'active' : null;
  } catch {
    return 'damaged';
  }
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
        left.push(value);
      }
    }
  }
  return false;
}

/** Packed objects that unpack to more than any receipt needs, or that are packed as nobody packs them. */
function isBomb(raw: string): boolean {
  let left = MOST_UNPACKED;
  const begins = />>\s*stream\r?\n/g;
  let from = 0;
  for (let found = begins.exec(raw); found; found = begins.exec(raw)) {
    const start = found.index + found[0].length;
    const end = raw.indexOf('endstream', start);
    if (end < 0) return false;
    const before = raw.slice(from, found.index + 2);
    const dictionary = named(before.slice(before.lastIndexOf('obj')));
    if (/\/(?:ObjStm|XRef)\b/.test(dictionary) && dictionary.includes('/Filter')) {
      if (
        !/\/Filter\s{0,9}(?:\[\s{0,9})?\/(?:FlateDecode|Fl)(?![A-Za-z])(?!\s{0,9}\/[A-Z][A-Za-z0-9]*Decode)/.test(
          dictionary,
        )
      )
        return true;
      const length = unpackedLength(raw.slice(start, end), left);
      if (length === null) return true;
      left -= length;
    }
    from = end;
    begins.lastIndex = end;
  }
  return false;
}

function unpackedLength(body: string, most: number): number | null {
  if (most <= 0) return null;
  try {
    return inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: most }).length;
  } catch {
    return null;
  }
}

function withoutTail(raw: string): string {
  let end = raw.length;
  while (end > 0 && /[\0\s]/.test(raw[end - 1] ?? '')) end--;
  return raw.slice(0, end);
}

const named = (words: string): string =>
  words.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
