import type { Day } from '../../vocabulary/day.ts';
import type { Dated } from './row.ts';
import type { Settled } from './year.ts';

/** `isAlone`: it says only what for and how much, as a sum may. */
type Below = { dated: Dated; afterSum: boolean; isDayless: boolean; isAlone: boolean };

/** So many rows without a day of their own are a manner of the list; one alone may have lost it. */
const FEW = 2;

/**
 * Knows whether a list gives each day once, above all the rows of it: several rows below another have none, and no two that follow each
 * other have the same. What merged cells said, a text file keeps in the first of them only.
 */
export const openDayGroups = () => {
  let rows = 0;
  let days = 0;
  let blanks = 0;
  let repeated = false;
  let above = '';
  /** The day of the row above, as it was settled. */
  let last: Day | null = null;
  return {
    /** Every row in order, before any is asked about. `mayFollow`: it has no day but a payee. */
    note: ({ dated: { moment }, afterSum }: Below, mayFollow: boolean): void => {
      rows += 1;
      if (mayFollow && !afterSum) blanks += 1;
      const said = moment.yearless ? `${moment.yearless.month}.${moment.yearless.date}` : (moment.day ?? '');
      if (said === '') return;
      days += 1;
      repeated ||= said === above;
      above = said;
    },
    /** Whether most rows say their day. */
    areDated: (): boolean => days * 2 > rows,
    /** Every row in order: its day, or the one above it where the list has that manner. */
    dayOf: ({ dated, afterSum, isDayless, isAlone }: Below, settled: Settled, isSure: boolean): Settled => {
      if (isAlone) return settled;
      if (!isDayless) {
        last = isSure ? (settled?.day ?? dated.moment.day) : null;
        return settled;
      }
      if (afterSum) last = null;
      const isManner = blanks >= FEW && days > FEW && !repeated;
      return isManner && last !== null ? { day: last, by: 'above' } : settled;
    },
  };
};
