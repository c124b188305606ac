import { type Merge, mergesOf, refuseLongRuns } from './merges.ts';
import type { Row } from './row.ts';
import { LONGEST_CELL, MOST_COLUMNS, Unreadable } from './unreadable.ts';
import { zipEntries } from './zip.ts';

/** The rows of every visible sheet, one sheet after the other. */
export async function* workbookRows(bytes: Uint8Array): AsyncGenerator<Row> {
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx');

  const entries = zipEntries(bytes) ?? [];
  const strings = entries.find(({ name, size }) => name.endsWith('sharedStrings.xml') && size > LARGE);
  if (strings) await refuseLongRuns(bytes, strings);
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.push(name);
      return false;
    },
  });
  const merges = await mergesOf(bytes, entries);
  for (const sheet of names) {
    const covering = coverer(merges.get(sheet) ?? []);
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (index >= MOST_ROWS) break;
      const cells = cellsOf(values, index + 1);
      const covered = covering(index, cells);
      if (cells.length > 0) yield { line: index + 1, sheet, cells, raw: cells.join('\t'), ...(covered && { covered }) };
    }
  }
}

/** Bytes of a table of strings from which on one of them may be too long. */
const LARGE = 2 ** 20;

/** No spreadsheet holds more; an archive made to do harm may. */
const MOST_ROWS = 2 ** 20;

/** Up to the last cell that says something. */
const cellsOf = (values: readonly unknown[], line: number): string[] => {
  let end = values.length;
  while (end > 0 && (values[end - 1] === null || values[end - 1] === '')) end -= 1;
  if (end > MOST_COLUMNS) throw new Unreadable('too_many_columns', line);
  const cells = values.slice(0, end).map(cellText);
  if (cells.some((cell) => cell.length > LONGEST_CELL)) throw new Unreadable('cell_too_long', line);
  return cells;
};

/** What the cells of each row show that a block above covers: the text of its first cell, and the row that it stands in. */
const coverer = (merges: readonly Merge[]) => {
  const beginning = Map.groupBy(merges, ({ top }) => top);
  let open: (Merge & { text: string })[] = [];
  return (index: number, cells: readonly string[]): Row['covered'] => {
    if (merges.length === 0) return undefined;
    open = open.filter(({ bottom }) => bottom >= index);
    const covered = open.map(({ left, text, top }) => ({ column: left, text, from: top + 1 }));
    for (const merge of beginning.get(index) ?? []) open.push({ ...merge, text: cells[merge.left] ?? '' });
    return covered.length > 0 ? covered : undefined;
  };
};

const cellText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  // What a spreadsheet shows has 15 digits; 252000.00000000003 is 252000.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (value instanceof Date) return moment(value);
  return String(value).toUpperCase();
};

const FIRST_DAYS_OF_1900 = Date.UTC(1900, 0, 2);

/**
 * Spreadsheets keep a time of day as a moment of the day before their calendar begins. Seconds are cut, never rounded, so that
 * 23:59:45 stays on its day; what a fraction of a day can't hold is far below 5 ms.
 */
const moment = (date: Date): string => {
  const iso = new Date(date.getTime() + 5).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (date.getTime() < FIRST_DAYS_OF_1900) return time;
  return time === '00:00' ? day : `${day} ${time}`;
};
