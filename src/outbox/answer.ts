import { webApi } from '@slack/bolt';
import { pauseOf } from '../slack/retry-after.ts';

/**
 * What a failed call means. `refused`: Slack has it not and won't have it. `limited`: it has it not, and wants to be asked later.
 * `unreached`: it has it not. `unknown`: it may or may not have it.
 */
export type Trouble =
  | { what: 'refused'; error: string }
  | { what: 'limited'; seconds: number }
  | { what: 'unreached' }
  | { what: 'unknown' };

/** Slack's own trouble, after which some of the work may have been done, as it documents. */
const UNSURE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

/** The whole app is turned away: nothing is wrong with this message, and the next one would fare no better. */
const NOT_LET_IN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'team_added_to_org',
  'accesslimited',
  'access_denied',
]);

/** The connection was never made. */
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);
const NO_CONNECTION_IN_TIME = 'UND_ERR_CONNECT_TIMEOUT';

/** Null: it was no call of Slack's that failed. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof webApi.WebAPIRateLimitedError) return { what: 'limited', seconds: pauseOf(error.retryAfter) };
  if (error instanceof webApi.WebAPIPlatformError) return platformTrouble(error.data.error);
  if (error instanceof webApi.WebAPIRequestError) {
    const { cause } = error.original;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return NO_CONNECTION.has(code) || code === NO_CONNECTION_IN_TIME ? { what: 'unreached' } : { what: 'unknown' };
  }
  if (error instanceof webApi.WebAPIHTTPError) return { what: 'unknown' };
  // The answer broke off half-way: fetch's own error comes through as it is.
  if (error instanceof TypeError && error.message === 'terminated') return { what: 'unknown' };
  if (error instanceof DOMException && error.name === 'TimeoutError') return { what: 'unknown' };
  return null;
}

function platformTrouble(error: string): Trouble {
  if (error === 'ratelimited' || error === 'rate_limited') return { what: 'limited', seconds: 30 };
  if (NOT_LET_IN.has(error)) return { what: 'unreached' };
  // What is no code of Slack's is the page of something between us.
  if (UNSURE.has(error) || !/^[a-z_]{1,60}$/.test(error)) return { what: 'unknown' };
  return { what: 'refused', error };
}
