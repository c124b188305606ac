import { type Zippable, zipSync } from 'fflate';

export type Entry = { name: string; bytes: Uint8Array; stored?: boolean };

/** The first day that a zip archive can name: the same files give the same bytes on any day. */
const NO_DAY = new Date(1980, 0, 1);

/** A zip archive of these files in this order. */
export function archive(entries: readonly Entry[]): Uint8Array {
  const files: Zippable = {};
  for (const { name, bytes, stored } of entries) files[name] = [bytes, { level: stored ? 0 : 6, mtime: NO_DAY }];
  return zipSync(files);
}
