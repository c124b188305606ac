import type { Generated } from 'kysely';

export type TimeTables = {
  reminder_mark: ReminderMarkTable;
  reminder_item: ReminderItemTable;
  reminder_crossing: ReminderCrossingTable;
};

type ReminderMarkTable = { name: string; value: string };

type ReminderItemTable = {
  /** What a message tells of one kind. */
  key: string;
  /** The outbox's key of the message. */
  message: Generated<string>;
  record: string;
  nth: number;
  kind: string;
  user_id: string;
  told_at: string;
  /** seen | snoozed | not_mine | ended */
  answer: string | null;
  answered_by: string | null;
  answered_at: string | null;
  /** For `ended`: what was done, as the history calls it. */
  action: string | null;
  until: string | null;
  /** When it is pointless; null: never. */
  expires_at: string | null;
};

type ReminderCrossingTable = { year: number; account: string; percent: number; crossed_at: string };
