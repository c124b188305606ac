import type { Limits } from '../../tables/table.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Flag, Lack } from '../../vocabulary/expense.ts';
import type { Problem } from '../held/store.ts';
import type { Known, Spend } from './rules.ts';

export type RowResult = {
  line: number;
  sheet: string | null;
  /** The row as it came; empty of one that counts and was read on a thread of its own. */
  raw: string[];
  /** With `nth`, what makes the row the same row in another file: the second of two equal rows is 2. */
  fingerprint: string;
  nth: number;
  /** The year that a day without one was read in. */
  readAs: number | null;
  result:
    | { spend: Spend; lacks: Lack[]; flags: Flag[] }
    /** `won` is there only where the amount is beyond doubt, `known` where the columns are. */
    | { held: Problem[]; won: number | null; year: number | null; known: Known | null; flags: Flag[] };
};
export type FileContext = {
  today: Day;
  /** The year of days that have none. */
  year?: number | undefined;
  limits?: Limits | undefined;
};

/** What the list as a whole says of a row: why it can't count, or what is to be noticed. */
export type Found = {
  problem: string | null;
  flags: readonly Flag[];
  year: number | null;
  /** It says what for and how much, and nothing else, among rows that have a day. */
  isAlone?: boolean;
};
