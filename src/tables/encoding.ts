import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949';

/**
 * Which encoding a text file is in, judged by its beginning; null for none of ours. UTF-8 where it is valid, else CP949.
 * A few broken letters are allowed: card companies cut shop names in mid-letter.
 */
export const encodingOf = async (head: Uint8Array): Promise<Encoding | null> => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const whole = head.subarray(0, lettersEnd(head));
  if (isUtf8(whole)) return 'utf-8';

  const [utf8, cp949] = [brokenShare(await decode(whole, 'utf-8')), brokenShare(await decode(whole, 'cp949'))];
  if (Math.min(utf8, cp949) > MOST_BROKEN) return null;
  return utf8 <= cp949 ? 'utf-8' : 'cp949';
};

export const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

export type Decoder = { write: (bytes: Uint8Array) => string; end: () => string };

export const decoderOf = async (encoding: Encoding): Promise<Decoder> => {
  if (encoding !== 'cp949') {
    const decoder = new TextDecoder(encoding);
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  // Node's own euc-kr drops the 8,822 syllables that CP949 adds (똠, 뷁), without a word.
  const { default: iconv } = await import('iconv-lite');
  const decoder = iconv.getDecoder('cp949');
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    end: () => decoder.end() ?? '',
  };
};

export const decode = async (bytes: Uint8Array, encoding: Encoding): Promise<string> => {
  const decoder = await decoderOf(encoding);
  return decoder.write(bytes) + decoder.end();
};

const MOST_BROKEN = 0.02;

/** Up to the last line break, so that no letter is cut in two. */
const lettersEnd = (bytes: Uint8Array): number => {
  const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
  return end > bytes.length / 2 ? end : bytes.length;
};

/** How many of the letters beyond ASCII are broken; C1 controls are no letters. */
const brokenShare = (text: string): number => {
  const letters = text.match(/[^\0-\x7f]/gu) ?? [];
  return letters.filter((letter) => /[\ufffd\x80-\x9f]/.test(letter)).length / Math.max(1, letters.length);
};
