import { Unreadable } from './unreadable.ts';
import { unzipped, type ZipEntry } from './zip.ts';

/** A block of merged cells; rows and columns from 0, both ends included. */
export type Merge = { top: number; bottom: number; left: number };

/** So many blocks are a table's; more are there to do harm and are left as they are. */
const MOST_MERGES = 50_000;
const LONGEST_PART = 8 * 2 ** 20;

/** The merged blocks of each sheet that go over several rows, by the sheet's name. */
export const mergesOf = async (bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Map<string, Merge[]>> => {
  const found = new Map<string, Merge[]>();
  for (const [sheet, path] of await sheetPaths(bytes, entries)) {
    const entry = entries.find(({ name }) => name === path);
    if (entry) found.set(sheet, await mergesIn(bytes, entry));
  }
  return found;
};

const sheetPaths = async (bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<[string, string][]> => {
  const workbook = entries.find(({ name }) => /(?:^|\/)workbook\.xml$/.test(name));
  const folder = workbook?.name.replace(/workbook\.xml$/, '') ?? '';
  const relations = entries.find(({ name }) => name === `${folder}_rels/workbook.xml.rels`);
  if (!workbook || !relations) return [];
  const targets = new Map(
    tags(await textOf(bytes, relations), 'Relationship').map(({ Id = '', Target = '' }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : folder + Target,
    ]),
  );
  return tags(await textOf(bytes, workbook), 'sheet').flatMap(({ name, id = '' }): [string, string][] => {
    const target = targets.get(id);
    return name && target ? [[name, target]] : [];
  });
};

/** More bytes than the letters of any cell take, however they are written, with no mark between. */
const LONGEST_RUN = 2 ** 20;

/** Unpacks a part, and refuses one in which something is so long that taking it apart would take memory and minutes. */
async function* tagged(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  let run = 0;
  for await (const chunk of unzipped(bytes, entry)) {
    const last = chunk.lastIndexOf('<');
    run = last === -1 ? run + chunk.length : chunk.length - last;
    if (run > LONGEST_RUN) throw new Unreadable('cell_too_long');
    yield chunk;
  }
}

/** Goes through a part for nothing but that. */
export const refuseLongRuns = async (bytes: Uint8Array, entry: ZipEntry): Promise<void> => {
  for await (const chunk of tagged(bytes, entry)) void chunk;
};

/** They stand behind the rows: nothing before is looked at. */
const mergesIn = async (bytes: Uint8Array, entry: ZipEntry): Promise<Merge[]> => {
  let text = '';
  let seen: Buffer = Buffer.alloc(0);
  for await (const chunk of tagged(bytes, entry)) {
    if (text !== '') text += chunk.toString('latin1');
    else {
      // The word may be cut by the border of two pieces.
      const both = Buffer.concat([seen.subarray(-MARK.length), chunk]);
      const at = both.indexOf(MARK);
      if (at >= 0) text = both.subarray(Math.max(0, at - 20)).toString('latin1');
      seen = chunk;
    }
    if (text.length > LONGEST_PART) return [];
  }
  const merges: Merge[] = [];
  for (const [, left = '', top, right, bottom] of text.matchAll(REF)) {
    if (top === bottom && left !== right) continue;
    if (merges.length === MOST_MERGES) return [];
    merges.push({ top: Number(top) - 1, bottom: Number(bottom) - 1, left: columnOf(left) });
  }
  return merges;
};

const MARK = 'mergeCells';
const REF = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const textOf = async (bytes: Uint8Array, entry: ZipEntry): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of unzipped(bytes, entry)) {
    length += part.length;
    if (length > LONGEST_PART) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
};

/** The attributes of each such tag, without their namespaces. */
const tags = (xml: string, tag: string): Record<string, string>[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${tag}\\s([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/(?:\w+:)?(\w+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        unescaped(value),
      ]),
    ),
  );

const NAMED = new Map<string, string>(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));
const unescaped = (value: string): string =>
  value.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
    decimal || hex
      ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
      : (NAMED.get(name) ?? whole),
  );
