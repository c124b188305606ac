import type { ContentRefusal, ReceiptType } from '../../vocabulary/receipt.ts';
import { refusePdfInTime } from './pdf/in-time.ts';
import { isBomb, PICTURES } from './pictures.ts';
import { LARGEST_RECEIPT } from './rules.ts';

/** Enough to know a file by; the rest is not shown to the library that knows them all. */
const HEAD = 4_100;

const TYPES: Readonly<Record<string, ReceiptType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/heic': 'image/heic',
  'image/heif': 'image/heic',
  'application/pdf': 'application/pdf',
};
const ARCHIVE = /zip|compress|tar|rar|7z|gzip|bzip|lzma|zstd|lz4|lzip|x-xz|x-cpio|x-ace|arj|vnd\.ms-cab/;

/** What a file is by its content, whatever it is called; or why it is no receipt. */
export async function inspect(bytes: Buffer): Promise<{ type: ReceiptType } | { refusal: ContentRefusal }> {
  if (bytes.length === 0) return { refusal: 'empty' };
  if (bytes.length > LARGEST_RECEIPT) return { refusal: 'too_large' };
  const { fileTypeFromBuffer } = await import('file-type'); // loaded with the first receipt
  const known = await fileTypeFromBuffer(fromHeading(bytes)).catch(() => undefined);
  if (!known) return { refusal: looksLikePage(bytes) ? 'page' : 'not_a_receipt' };
  const type = TYPES[known.mime];
  if (!type) return { refusal: ARCHIVE.test(known.mime) ? 'archive' : 'not_a_receipt' };

  if (type === 'application/pdf') {
    const refusal = await refusePdfInTime(bytes);
    return refusal ? { refusal } : { type };
  }
  const size = PICTURES[type]?.(bytes);
  if (!size || size.width === 0 || size.height === 0) return { refusal: 'damaged' };
  return isBomb(size) ? { refusal: 'too_many_pixels' } : { type };
}

/** The head of a file; of a PDF from where it says that it is one: readers overlook a byte order mark or blanks before. */
function fromHeading(bytes: Buffer): Buffer {
  const head = bytes.subarray(0, HEAD);
  const at = head.indexOf('%PDF-');
  return at > 0 && /^(?:\xef\xbb\xbf)?[\0\s]*$/.test(head.toString('latin1', 0, at)) ? head.subarray(at) : head;
}

/** A page that was saved instead of the file, Slack's own log-in page among them. */
export function looksLikePage(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  return /^(?:\ufeff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|script|svg|meta|title)\b/is.test(
    head,
  );
}
