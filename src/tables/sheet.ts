import { disarmed } from './disarm.ts';

export type SheetCell = string | number | null;

/** A small table as a file: CSV as spreadsheets in Korea open it, or a workbook of one sheet. Words are disarmed. */
export async function sheetFile(
  headings: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  { name, format }: { name: string; format: 'csv' | 'xlsx' },
): Promise<Uint8Array> {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? disarmed(cell) : cell)));
  if (format === 'csv') {
    const lines = [headings, ...cells].map((row) => `${row.map(csvCell).join(',')}\r\n`);
    return Buffer.from(`\ufeff${lines.join('')}`);
  }
  const { writeXlsxStream } = await import('hucre/xlsx');
  async function* all(): AsyncGenerator<SheetCell[]> {
    for (const row of cells) yield [...row];
  }
  const widths = headings.map((heading, i) => {
    const longest = Math.max(heading.length, ...cells.slice(0, 100).map((row) => String(row[i] ?? '').length));
    return Math.min(60, Math.max(8, longest * 1.6));
  });
  const parts: Uint8Array[] = [];
  const columns = headings.map((header, i) => ({ header, width: widths[i] ?? 12 }));
  for await (const part of writeXlsxStream(all(), { name, columns, freezePane: { rows: 1 } })) parts.push(part);
  return Buffer.concat(parts);
}

const csvCell = (cell: SheetCell): string => {
  if (cell === null) return '';
  const words = String(cell);
  return /[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
};
