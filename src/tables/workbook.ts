import type { Row } from './row.ts';

/** The rows of every visible sheet, one sheet after the other. */
export async function* workbookRows(bytes: Uint8Array): AsyncGenerator<Row> {
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx');

  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.push(name);
      return false;
    },
  });
  for (const sheet of names) {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (index >= MOST_ROWS) break;
      const cells = values.map(cellText);
      if (cells.some((cell) => cell !== '')) yield { line: index + 1, sheet, cells, raw: cells.join('\t') };
    }
  }
}

/** No spreadsheet holds more; an archive made to do harm may. */
const MOST_ROWS = 2 ** 20;

const cellText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  // What a spreadsheet shows has 15 digits; 252000.00000000003 is 252000.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (value instanceof Date) return moment(value);
  return String(value).toUpperCase();
};

const MINUTE = 60_000;
const FIRST_DAYS_OF_1900 = Date.UTC(1900, 0, 2);

/** Spreadsheets keep a time of day as a moment of the day before their calendar begins. */
const moment = (date: Date): string => {
  const iso = new Date(Math.round(date.getTime() / MINUTE) * MINUTE).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (date.getTime() < FIRST_DAYS_OF_1900) return time;
  return time === '00:00' ? day : `${day} ${time}`;
};
