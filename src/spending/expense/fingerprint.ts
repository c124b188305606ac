import { hash } from 'node:crypto';
import { remembering } from '../../tables/remembering.ts';
import type { Spend } from './rules.ts';

/**
 * The identity of what a row says: the same for the same row in another file, another spelling of spaces and brackets,
 * or our own export. Two spends may share it, so it is stored with an ordinal. The category (분야) is no part of it: the
 * register fills it in, so what is exported may state one that the row it came from did not.
 */
export const fingerprint = (spend: Spend): string =>
  // One template and not a join: this runs for every row of a million.
  digest(
    `${spend.year} ${spend.month} ${spend.spentOn} ${spend.spentTime} ${spend.amount} ${spend.account} ${spend.activity} ${
      spend.headcount
    } ${spend.payment} ${place(spend.place)}${address(spend.address)} ${purpose(spend.purpose)} ${attendees(spend.attendees)} ${spender(
      spend.spender,
    )} ${department(spend.department)}`,
  );

/** The identity of a row nobody could understand: its cells, as they came. */
export const rowFingerprint = (cells: readonly string[]): string => {
  const end = cells.findLastIndex((cell) => cell !== '') + 1;
  return digest(cells.slice(0, end).join('\u001f'));
};

// 22 letters are 132 bits: no two rows of any register meet by chance.
const digest = (said: string): string => hash('sha1', said, 'base64url').slice(0, 22);

/** Without spaces, so that a space can part what is said. Place and address are one: some files give them in one cell. */
const bare = (): ((words: string | null) => string) => {
  const read = remembering((words) => words.normalize('NFKC').replace(/[\s()]+/g, ''));
  return (words) => (words === null ? '' : read(words));
};
// Each remembers its own: a column says again what it said in the row above.
const [place, address, purpose, attendees, spender, department] = [bare(), bare(), bare(), bare(), bare(), bare()];
