import { csvRows, delimiterOf } from './csv.ts';
import { decode, decoderOf, type Encoding, encodingOf, isAscii } from './encoding.ts';
import type { Row } from './row.ts';
import { Unreadable } from './unreadable.ts';
import { workbookRows } from './workbook.ts';
import { zipEntries } from './zip.ts';

export type TableRefusal =
  | 'empty'
  | 'html'
  | 'old_excel'
  | 'encrypted'
  | 'too_large'
  | 'too_slow'
  | 'cell_too_long'
  | 'too_many_columns'
  | 'line_too_long'
  | 'damaged'
  | 'binary'
  | 'unreadable_text'
  | 'not_a_table';

export type Limits = {
  /** Bytes of a workbook as it comes, which is kept in memory. */
  workbook: number;
  /** Bytes of a workbook unpacked; its table of strings, which has to be kept in memory, may take an eighth. */
  unpacked: number;
};

/** `file`: bytes of any file as it comes. Two hundred thousand spends of a city have 72 MB as text. */
export const LIMITS: Limits & { file: number } = { file: 100 * 2 ** 20, workbook: 64 * 2 ** 20, unpacked: 2 ** 29 };

/**
 * The rows of a CSV or XLSX file or of a web page's tables, judged by what is in it and not by its name. Text is read as it comes; a workbook is kept
 * in memory packed. While rows are read, a damaged workbook can still throw: see `isDamage`.
 */
export const readTable = async (
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  limits: Limits = LIMITS,
): Promise<{ rows: AsyncIterable<Row> } | { refusal: TableRefusal }> => {
  const source = peekable(bytes);
  const start = await source.peek(8);
  if (start.length === 0) return { refusal: 'empty' };
  if (begins(start, 'PK\x03\x04')) return readWorkbook(await source.all(limits.workbook), limits);
  if (begins(start, '\xd0\xcf\x11\xe0')) {
    const all = await source.all(limits.workbook);
    return { refusal: all ? compoundFileRefusal(all) : 'too_large' };
  }
  if (begins(start, '%PDF')) return { refusal: 'not_a_table' };

  let head = await source.peek(HEAD);
  // A file whose headings are English may turn Korean late.
  if (isAscii(head)) head = await source.peek(LONG_HEAD);
  const encoding = await encodingOf(head);
  if (!encoding) return { refusal: head.includes(0) ? 'binary' : 'unreadable_text' };

  const text = await decode(head, encoding);
  const refusal = textRefusal(text);
  if (refusal === 'html') return readPage(decoded(source.rest(), encoding));
  if (refusal) return { refusal };
  return { rows: csvRows(decoded(source.rest(), encoding), delimiterOf(text.slice(0, HEAD))) };
};

/** The refusal that an error thrown while rows were read comes to; null for any other error. */
export const refusalOf = (error: unknown): TableRefusal | null =>
  error instanceof Unreadable ? error.refusal : isDamage(error) ? 'damaged' : null;

/** Whether an error thrown while rows were read says that the file is damaged. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  (['ZipError', 'ParseError', 'XmlError', 'HucreError'].includes(error.name) ||
    ('code' in error && /^(?:Z_|ERR_TRAILING_JUNK)/.test(String(error.code))));

const HEAD = 64 * 1024;
const LONG_HEAD = 4 * 1024 * 1024;

const begins = (bytes: Uint8Array, magic: string): boolean =>
  [...magic].every((letter, index) => bytes[index] === letter.charCodeAt(0));

const textRefusal = (text: string): TableRefusal | null => {
  const trimmed = text.slice(0, HEAD).replace(/^[\ufeff\s]+/, '');
  if (trimmed === '') return 'empty';
  if (/^<(?:!doctype|!--|html|head|meta|body|table|style|script|div|\?xml)/i.test(trimmed)) return 'html';
  if (trimmed.includes('\0')) return 'binary';
  if (/^[{[]\s*["{[]/.test(trimmed)) return 'not_a_table';
  return null;
};

/** Old binary Excel and locked new Excel look the same from outside; Hangul documents too. */
const compoundFileRefusal = (bytes: Uint8Array): TableRefusal => {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name, 0, 'utf16le');
  if (holds('EncryptedPackage')) return 'encrypted';
  return holds('Workbook') || holds('Book') ? 'old_excel' : 'not_a_table';
};

const readWorkbook = (
  bytes: Uint8Array | null,
  limits: Limits,
): { rows: AsyncIterable<Row> } | { refusal: TableRefusal } => {
  if (!bytes) return { refusal: 'too_large' };
  const entries = zipEntries(bytes);
  if (!entries) return { refusal: 'damaged' };
  if (entries.some(({ encrypted }) => encrypted)) return { refusal: 'encrypted' };
  if (!entries.some(({ name }) => /(?:^|\/)workbook\.xml$/.test(name))) return { refusal: 'not_a_table' };

  // The reader unpacks no entry beyond the size it states, so a lie here does no harm.
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const strings = entries.find(({ name }) => name.endsWith('sharedStrings.xml'))?.size ?? 0;
  if (unpacked > limits.unpacked || strings > limits.unpacked / 8) return { refusal: 'too_large' };
  return { rows: workbookRows(bytes) };
};

/** A page that holds a table; what it is short of is seen at its first row. */
const readPage = async (
  texts: AsyncIterable<string>,
): Promise<{ rows: AsyncIterable<Row> } | { refusal: TableRefusal }> => {
  const { htmlRows } = await import('./html.ts');
  const rows = htmlRows(texts);
  try {
    const first = await rows.next();
    return first.done ? { refusal: 'html' } : { rows: startingWith(first.value, rows) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    throw error;
  }
};

async function* startingWith<Item>(first: Item, others: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield first;
  yield* others;
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = await decoderOf(encoding);
  for await (const chunk of chunks) yield decoder.write(chunk);
  yield decoder.end();
}

const peekable = (bytes: Uint8Array | AsyncIterable<Uint8Array>) => {
  const chunks = bytes instanceof Uint8Array ? slices(bytes) : bytes[Symbol.asyncIterator]();
  let seen: Uint8Array = new Uint8Array();
  let over = false;
  const peek = async (length: number): Promise<Uint8Array> => {
    const parts = [seen];
    let have = seen.length;
    while (!over && have < length) {
      const { done, value } = await chunks.next();
      if (done) over = true;
      else {
        parts.push(value);
        have += value.length;
      }
    }
    if (parts.length > 1) seen = Buffer.concat(parts);
    return seen;
  };
  return {
    peek,
    /** Null when there is more than `limit`. */
    all: async (limit: number) => {
      const all = await peek(limit + 1);
      return all.length > limit ? null : all;
    },
    async *rest(): AsyncGenerator<Uint8Array> {
      yield seen;
      seen = new Uint8Array();
      for (;;) {
        const { done, value } = await chunks.next();
        if (done) return;
        yield value;
      }
    },
  };
};

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += HEAD) yield bytes.subarray(at, at + HEAD);
}
