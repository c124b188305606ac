/** What no spreadsheet holds (letters of a cell), no list has (columns), and memory should not (letters of a line). */
export const LONGEST_CELL = 32_767;
export const MOST_COLUMNS = 1_000;
export const LONGEST_LINE = 2 ** 20;

/** A row that is too large to be one, found while rows are read. */
export class TooLarge extends Error {
  readonly refusal: 'cell_too_long' | 'too_many_columns' | 'line_too_long';

  constructor(refusal: TooLarge['refusal'], line: number) {
    super(`${refusal} in line ${line}`);
    this.refusal = refusal;
  }
}
