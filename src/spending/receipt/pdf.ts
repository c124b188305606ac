import { inflateSync } from 'node:zlib';
import type { ContentRefusal } from '../../vocabulary/receipt.ts';

/** What a receipt has no use for: scripts, programs to start, files inside, forms that call home. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA|GoToE)(?![A-Za-z])/;
const SCRIPT = /\/JS(?![A-Za-z])/;
const HEAD = 1024; // readers look for the heading and the end this far
const MOST_UNPACKED = 16 * 1024 * 1024;

/**
 * Why a PDF is not kept. Names are read as readers do (`/J#61vaScript`), also in packed object streams, of which no more is unpacked
 * than a receipt can need. A locked one can't be looked into, by an auditor neither.
 */
export function refusePdf(bytes: Buffer): ContentRefusal | null {
  const raw = bytes.toString('latin1');
  if (!raw.slice(0, HEAD).includes('%PDF-') || !raw.slice(-HEAD).includes('%%EOF')) return 'damaged';
  if (!raw.includes('startxref') || !/\d+\s+\d+\s+obj\b/.test(raw)) return 'damaged';
  const { outside, packed } = apart(raw);
  if (/\/Encrypt(?![A-Za-z])/.test(outside)) return 'locked';
  if (ACTIVE.test(named(raw))) return 'active'; // everywhere: a picture's bytes never spell so long a word
  if (SCRIPT.test(named(outside))) return 'active';

  let left = MOST_UNPACKED;
  for (const stream of packed) {
    const unpacked = unpack(stream, left);
    if (unpacked === null) return 'damaged';
    left -= unpacked.length;
    const words = named(unpacked);
    if (ACTIVE.test(words) || SCRIPT.test(words)) return 'active';
  }
  return null;
}

/** What stands outside streams, and the streams that hold objects. */
function apart(raw: string): { outside: string; packed: { dictionary: string; body: string }[] } {
  const outside: string[] = [];
  const packed: { dictionary: string; body: string }[] = [];
  const begins = />>\s*stream\r?\n/g;
  let from = 0;
  for (let found = begins.exec(raw); found; found = begins.exec(raw)) {
    const start = found.index + found[0].length;
    const end = raw.indexOf('endstream', start);
    if (end < 0) break;
    const before = raw.slice(from, found.index + 2);
    outside.push(before);
    const dictionary = named(before.slice(before.lastIndexOf('obj')));
    if (/\/ObjStm\b/.test(dictionary)) packed.push({ dictionary, body: raw.slice(start, end) });
    from = end;
    begins.lastIndex = end;
  }
  outside.push(raw.slice(from));
  return { outside: outside.join('\n'), packed };
}

function unpack({ dictionary, body }: { dictionary: string; body: string }, most: number): string | null {
  if (!dictionary.includes('/Filter')) return body;
  if (!/\/Filter\s*(\[\s*)?\/(FlateDecode|Fl)\b/.test(dictionary) || most <= 0) return null;
  try {
    return inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: most }).toString('latin1');
  } catch {
    return null;
  }
}

const named = (words: string): string =>
  words.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
