import type { Field } from './heading-names.ts';
import type { Heading } from './headings.ts';

/** `〃`, `"`, 상동: the same as in the row above. */
const DITTO = /^\s*(?:[〃″”“"]|''|′′|,,|상\s*동|동\s*상|위와\s*(?:같음|동일)|同上)\s*$/;
const LONGEST = 8;
/** What a mark can begin with: most cells are no mark at the first letter. */
const BEGINNINGS = new Set([...' 〃″”“"\'′,상동위同'].map((letter) => letter.charCodeAt(0)));

/** What an amount or a number is the row's own: nobody writes a mark there for the one above. */
const OWN: ReadonlySet<Field> = new Set(['seq', 'amount', 'record', 'budget', 'accountBudget', 'yearToDate']);

/**
 * Gives rows what their marks stand for, from the row above; and where month and day have columns of their own the month, which stands
 * only in the first row of each. A mark under which nothing stands is left blank.
 */
export const openDittos = ({ columns, ways }: Heading) => {
  const own = new Set(ways.map(({ column }) => column));
  for (const [field, column] of Object.entries(columns)) if (OWN.has(field as Field)) own.add(column);
  const { month, day, date } = columns;
  const carries = month !== undefined && day !== undefined && date === undefined;
  let above: readonly string[] = [];
  let way = 0;

  /** The month of the row above, as long as its days go on as they did: from 28 to 3 another month may have begun. */
  const carried = (cells: readonly string[], month: number, day: number): string | null => {
    if ((cells[month] ?? '').trim() !== '' || !/^\s*\d{1,2}\s*일?\s*$/.test(cells[day] ?? '')) return null;
    const [before, now] = [Number.parseInt(above[day] ?? '', 10), Number.parseInt(cells[day] ?? '', 10)];
    const step = Math.sign(now - before);
    if (Number.isNaN(step) || (way !== 0 && step !== 0 && step !== way)) return null;
    way = step === 0 ? way : step;
    return above[month] ?? null;
  };

  return {
    fill: (cells: readonly string[]): readonly string[] => {
      let filled: string[] | null = null;
      for (let column = 0; column < cells.length; column += 1) {
        const cell = cells[column] ?? '';
        if (cell === '' || cell.length > LONGEST || !BEGINNINGS.has(cell.charCodeAt(0))) continue;
        if (own.has(column) || !DITTO.test(cell)) continue;
        filled ??= [...cells];
        filled[column] = above[column] ?? '';
      }
      const same = carries ? carried(cells, month, day) : null;
      if (same === null) return filled ?? cells;
      filled ??= [...cells];
      filled[month ?? 0] = same;
      return filled;
    },
    note: (cells: readonly string[]): void => {
      if (carries && (cells[month] ?? '') !== (above[month] ?? '')) way = 0;
      above = cells;
    },
  };
};
