import type { ReceiptType } from '../../vocabulary/receipt.ts';

export type Size = { width: number; height: number };

/** The best phones take 108 million; a bomb says thousands of millions in a few kilobytes. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 30_000;

export const isBomb = ({ width, height }: Size): boolean =>
  width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE;

/** The size that a picture says it has, if it is whole enough to have one. Nothing is decoded: a bomb stays packed. */
export const PICTURES: Partial<Record<ReceiptType, (bytes: Buffer) => Size | null>> = {
  'image/jpeg': jpegSize,
  'image/png': pngSize,
  'image/webp': webpSize,
  'image/heic': heicSize,
};

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** Segments up to the first scan; what phones append after the picture (a moving one) is left alone. */
function jpegSize(bytes: Buffer): Size | null {
  let size: Size | null = null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    if (marker === 0xda) return size && bytes.lastIndexOf(END_OF_IMAGE) > at + length ? size : null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 <= bytes.length)
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + length;
  }
  return null;
}

function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  let data = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (kind === 'IDAT') data = true;
    if (kind === 'IEND') return data ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
    at += 12 + bytes.readUInt32BE(at);
  }
  return null;
}

function webpSize(bytes: Buffer): Size | null {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length) return null;
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The largest `ispe` of the `meta` box: the picture itself, where the others are its tiles and thumbnails. */
function heicSize(bytes: Buffer): Size | null {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = length === 0 ? bytes.length : at + length;
    if ((length !== 0 && length < 8) || end > bytes.length) return null; // `mdat` of 4 GB and more is no photo
    if (bytes.toString('latin1', at + 4, at + 8) === 'meta') return largestExtent(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

function largestExtent(meta: Buffer): Size | null {
  let largest: Size | null = null;
  for (let at = meta.indexOf('ispe'); at >= 0 && at + 16 <= meta.length; at = meta.indexOf('ispe', at + 4)) {
    const size = { width: meta.readUInt32BE(at + 8), height: meta.readUInt32BE(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
