import type { Database } from '../../base/db/database.ts';
import type { Text } from '../../text/index.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { KindName } from '../../vocabulary/reminder.ts';
import type { Due, Office, Window } from './rules.ts';

/** Who reads it, and what day and zone it is for them; `kind`: as part of which it is read. */
export type Reader = { text: Text; today: Day; userId: string; kind?: KindName };

/** A record as a reminder shows it. */
export type Item = {
  /** Plain words: what, when, where. */
  words: string;
  /** Whether anything is still to be done or to come. */
  pending: boolean;
  /** Whose it is; null: whoever is told. */
  whose: readonly string[] | null;
  /** Who entered it, to be told that it is not somebody's. */
  maker: string | null;
  /** Its place in the history. */
  history: { noun: string; record: string } | null;
  /** The day and time that a sentence can speak of. */
  day: Day | null;
  time: string | null;
};

/** Everything reminders know of one noun: what comes due, and how it is said. */
export type Topic = {
  kinds: readonly KindName[];
  /** What may come due in a window, with every stage of it: rules in `rules.ts` beside. */
  find(db: Database, office: Office, window: Window): Promise<Due[]>;
  /** By record; what is gone is left out. */
  items(db: Database, records: readonly string[], office: Office, reader: Reader): Promise<Map<string, Item>>;
};
