/** What Slack's platform allows, in one table. What blocks and views may hold is in src/simulator/block-kit. */
export const LIMITS = {
  ackMs: 3_000,
  triggerMs: 3_000,
  viewStack: 3,
  viewBytes: 250_000,
  responseUses: 5,
  responseMs: 30 * 60_000,
  /** Slack cuts longer text; here it is refused, as `msg_too_long`. */
  messageText: 40_000,
  /** Slack refuses too much of it without saying how much that is. */
  metadataBytes: 8_000,
  connections: 10,
  ticketMs: 30_000,
  /** Between the `disconnect` warning and the end of the connection. */
  goodbyeMs: 10_000,
  suggestions: 100,
  minQueryLength: 3,
  /** Waits before the first, second and third time an unanswered event is delivered again. */
  eventRetriesMs: [0, 60_000, 300_000],
  scheduleAheadMs: 120 * 24 * 3_600_000,
  textInput: 3_000,
  fileBytes: 10_000_000,
  filesPerInput: 10,
} as const;

/** Calls in any one minute, by Slack's tiers. */
export const TIERS = {
  tier2: 20,
  tier3: 50,
  tier4: 100,
  // Slack says "1+": an app that reconnects after a dropped connection gets through, a tight loop does not.
  tier1: 30,
  special: 600,
} as const;

export type Tier = keyof typeof TIERS;

/** One message a second per channel, after a short burst. */
export const POSTING = { perSecond: 1, burst: 5 } as const;

/** Errors that an app can only get by being wrong: they are also noted in `wrongs`. The others can happen to anyone. */
export const WRONG_ERRORS: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_array_arg',
  'no_text',
  'msg_too_long',
  'msg_blocks_too_long',
  'view_too_large',
  'invalid_metadata_format',
  'metadata_too_large',
  'missing_scope',
  'unknown_method',
  'not_allowed_token_type',
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'push_limit_reached',
  'duplicate_external_id',
  'used_url',
  'expired_url',
  'not_enabled',
  'time_in_past',
  'time_too_far',
]);
