import type { Generated, Selectable } from 'kysely';

export type OutboxTables = {
  outbox: OutboxTable;
  outbox_update: OutboxUpdateTable;
};

type OutboxTable = {
  key: string;
  kind: string;
  recipient: string;
  /** JSON, read by its kind. */
  subject: string;
  due_at: string;
  expires_at: string | null;
  /** OutboxState */
  state: string;
  /** When it is to be tried next; while someone works on it, when that claim ends. */
  next_at: string;
  claimed_by: string | null;
  attempts: Generated<number>;
  /** The first time it was posted without our hearing what became of it. */
  tried_at: string | null;
  failing_since: string | null;
  failure: string | null;
  channel: string | null;
  ts: string | null;
  settled_at: string | null;
  put_at: string;
};

type OutboxUpdateTable = {
  key: string;
  /** JSON: Message */
  message: string;
  /** When it is to be shown; while someone does that, when their claim ends. */
  next_at: string;
  attempts: Generated<number>;
  put_at: string;
  /** Grows with every newer message. */
  revision: number;
};

export type OutboxRow = Selectable<OutboxTable>;
