/** What no spreadsheet holds (letters of a cell), no list has (columns), and memory should not (letters of a line). */
export const LONGEST_CELL = 32_767;
export const MOST_COLUMNS = 1_000;
export const LONGEST_LINE = 2 ** 20;

type Refusal = 'cell_too_long' | 'too_many_columns' | 'line_too_long' | 'too_large' | 'too_slow' | 'damaged';

/** What is found only while rows are read: a row that is too large to be one, a file that breaks off. */
export class Unreadable extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, line?: number) {
    super(line === undefined ? refusal : `${refusal} in line ${line}`);
    this.refusal = refusal;
  }
}
