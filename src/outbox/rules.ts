/** Something decided to be sent. */
export type Entry = {
  /**
   * What makes it one message: the same key is never sent twice. Goes into the message's metadata in Slack, where any app of the
   * workspace can read it: ids and days, nothing that was typed.
   */
  key: string;
  /** Who writes it when its time has come (src/outbox/kinds.ts). */
  kind: string;
  /** A channel's id, or a person's user id: a direct message. */
  recipient: string;
  /** What it is about, as its kind reads it back; goes through JSON. A `thread` in it is the message that it answers. */
  subject: unknown;
  dueAt: Date;
  /** When it would be pointless; null: never. */
  expiresAt: Date | null;
};

/**
 * waiting until it is sent or has become pointless; failed when Slack definitely won't have it, until an administrator lets it be
 * tried again (waiting) or gives it up (dropped).
 */
export type OutboxState = 'waiting' | 'sent' | 'pointless' | 'failed' | 'dropped';

/** An entry that someone works on. */
export type Claimed = Entry & {
  attempts: number;
  /** The first time it was posted without our hearing what became of it; null: Slack certainly does not have it. */
  triedAt: Date | null;
  failingSince: Date | null;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * How long an entry is its claimer's. Long against one call (ten seconds), so that two processes whose clocks differ by a minute
 * don't both take it, and short enough that what a killed process held is sent soon.
 */
export const CLAIM_MS = 2 * MINUTE;

/** What was posted without an answer may still arrive: it is not looked for sooner. */
const SETTLING_MS = 15 * SECOND;
const LONGEST_PAUSE_MS = 15 * MINUTE;

/** What has been due for so long and is neither sent nor given up tells whoever watches the app that something is wrong. */
export const FAR_TOO_LATE_MS = HOUR;

/** How long Slack may be away before a message counts as failed. */
const PATIENCE_MS = 24 * HOUR;

/** A message that its own kind can't write is a fault of ours: it is soon told. */
const MOST_BREAKS = 5;

/** Until it is tried again after so many failures: 15 seconds, 30, a minute … a quarter of an hour. */
export const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, SETTLING_MS * 2 ** Math.min(failures - 1, 10));

/** What becomes of an entry that could not be sent for a passing reason: another try, or an end. */
export function afterFailure(
  entry: Pick<Claimed, 'attempts' | 'failingSince'>,
  what: 'away' | 'broken',
  now: Date,
): { nextAt: Date; failingSince: Date } | { failure: 'slack_away' | 'broken' } {
  const failingSince = entry.failingSince ?? now;
  if (what === 'broken' && entry.attempts + 1 >= MOST_BREAKS) return { failure: 'broken' };
  if (now.getTime() - failingSince.getTime() >= PATIENCE_MS) return { failure: 'slack_away' };
  return { nextAt: new Date(now.getTime() + pauseAfter(entry.attempts + 1)), failingSince };
}

export const isExpired = ({ expiresAt }: Pick<Entry, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== null && expiresAt <= now;

export const isPerson = (recipient: string): boolean => /^[UW]/.test(recipient);
