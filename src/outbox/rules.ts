/** Something decided to be sent. */
export type Entry = {
  /** What makes it one message: the same key is never sent twice. Goes into the message's metadata in Slack. */
  key: string;
  /** Who writes it when its time has come (src/outbox/kinds.ts). */
  kind: string;
  /** A channel's id, or a person's user id: a direct message. */
  recipient: string;
  /** What it is about, as its kind reads it back; goes through JSON. */
  subject: unknown;
  dueAt: Date;
  /** When it would be pointless; null: never. */
  expiresAt: Date | null;
};
