/** Why a message was not sent, other than Slack's own words for it (`channel_not_found` …). */
export const OWN_FAILURES = ['unknown_kind', 'broken', 'slack_away', 'unclear'] as const;

/** A message that was not sent, as administrators see it. */
export type FailedEntry = {
  key: string;
  kind: string;
  recipient: string;
  dueAt: Date;
  expiresAt: Date | null;
  /** Slack's word, or one of OWN_FAILURES. */
  failure: string;
  failedAt: Date;
};

/** The kind of the notice to administrators itself. */
export const FAILED_NOTICE = 'outbox_failed';
