export type Row = {
  /** Where the row begins, from 1: a line of a text file, a row of a sheet. */
  line: number;
  sheet: string | null;
  cells: string[];
  /** The row as it stood in a text file; a sheet's cells with tabs between. */
  raw: string;
};
