import { disarmed } from './disarm.ts';

export type SheetCell = string | number | null;

/**
 * A small table as a file: CSV as spreadsheets in Korea open it, or a workbook of one sheet. In CSV words are disarmed; a workbook says
 * itself what is text.
 */
export async function sheetFile(
  headings: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  { name, format }: { name: string; format: 'csv' | 'xlsx' },
): Promise<Uint8Array> {
  if (format === 'csv') {
    const lines = [headings, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`);
    return Buffer.from(`\ufeff${lines.join('')}`);
  }
  const { writeXlsxStream } = await import('hucre/xlsx');
  async function* all(): AsyncGenerator<SheetCell[]> {
    for (const row of rows) yield [...row];
  }
  const widths = headings.map((heading, i) => {
    const longest = Math.max(heading.length, ...rows.slice(0, 100).map((row) => String(row[i] ?? '').length));
    return Math.min(60, Math.max(8, longest * 1.6));
  });
  const parts: Uint8Array[] = [];
  const columns = headings.map((header, i) => ({ header, width: widths[i] ?? 12 }));
  for await (const part of writeXlsxStream(all(), { name, columns, freezePane: { rows: 1 } })) parts.push(part);
  return Buffer.concat(parts);
}

const csvCell = (cell: SheetCell): string => {
  if (cell === null) return '';
  const words = typeof cell === 'string' ? disarmed(cell) : String(cell);
  return /[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
};
