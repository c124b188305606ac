/** What spreadsheets may take for a formula, also behind spaces, apostrophes and in full width. */
const ARMED = /^['\s]*[=+\-@\t\r\n＝＋－＠]/;

/** Text that no spreadsheet runs: a leading apostrophe where it begins like a formula. */
export const disarmed = (text: string): string => (ARMED.test(text) ? `'${text}` : text);

/** The text that `disarmed` was given. */
export const rearmed = (cell: string): string =>
  cell.startsWith("'") && ARMED.test(cell.slice(1)) ? cell.slice(1) : cell;
