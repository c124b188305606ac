export type Row = {
  /** Where the row begins, from 1: a line of a text file, a row of a sheet. */
  line: number;
  sheet: string | null;
  cells: string[];
  /** The cells as they came, where others were read into them. */
  came?: string[];
  /** The row as it stood in a text file; a sheet's cells with tabs between. */
  raw: string;
  /** What merged cells that begin in the row `from` show in columns of this one. */
  covered?: readonly { column: number; text: string; from: number }[];
};
