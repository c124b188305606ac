import { createInflateRaw } from 'node:zlib';
import { Unreadable } from './unreadable.ts';

export type ZipEntry = {
  name: string;
  /** Bytes unpacked, as the archive says. */
  size: number;
  packed: number;
  /** Where its own header begins. */
  at: number;
  stored: boolean;
  encrypted: boolean;
};

/** What a zip archive says it holds, unpacking nothing; null when its table of contents can't be read. */
export const zipEntries = (bytes: Uint8Array): ZipEntry[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return [...entries(bytes, view)];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const SEE_64 = 0xffffffff;

function* entries(bytes: Uint8Array, view: DataView): Generator<ZipEntry> {
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== END) end -= 1;

  let at = view.getUint32(end + 16, true);
  let count = view.getUint16(end + 10, true);
  if (at === SEE_64 || count === 0xffff) {
    const end64 = Number(view.getBigUint64(end - 20 + 8, true));
    if (view.getUint32(end64, true) !== END_64) throw new RangeError('zip64');
    count = Number(view.getBigUint64(end64 + 32, true));
    at = Number(view.getBigUint64(end64 + 48, true));
  }

  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('entry');
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const extraAt = at + 46 + nameLength;
    const size = view.getUint32(at + 24, true);
    yield {
      name: new TextDecoder().decode(bytes.subarray(at + 46, extraAt)),
      size: size === SEE_64 ? size64(view, extraAt, extraAt + extraLength) : size,
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
      stored: view.getUint16(at + 10, true) === 0,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    };
    at = extraAt + extraLength + noteLength;
  }
}

const size64 = (view: DataView, from: number, to: number): number => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true));
  }
  throw new RangeError('size');
};

/**
 * The bytes of an entry, unpacked as they are asked for, and no more than the archive said. Throws what zlib throws where they are
 * damaged.
 */
export async function* unzipped(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(entry.packed, bytes.length - start));
  if (entry.stored) {
    yield packed;
    return;
  }
  const inflate = createInflateRaw();
  inflate.end(packed);
  let length = 0;
  for await (const chunk of inflate) {
    length += chunk.length;
    if (length > entry.size) throw new Unreadable('damaged');
    yield chunk as Buffer;
  }
}
