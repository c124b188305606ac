import type { Check, Fault, Unseen } from '../../vocabulary/upkeep.ts';

/** One line of the check-up. `detail`: names and figures, nothing secret. */
export type Line = { check: Check; detail: string } & (
  | { state: 'fine' }
  | { state: 'wrong'; fault: Fault }
  | { state: 'unseen'; why: Unseen }
);

export const fine = (check: Check, detail = ''): Line => ({ check, detail, state: 'fine' });
export const wrong = (check: Check, fault: Fault, detail = ''): Line => ({ check, detail, state: 'wrong', fault });
export const unseen = (check: Check, why: Unseen, detail = ''): Line => ({ check, detail, state: 'unseen', why });

export const isHealthy = (lines: readonly Line[]): boolean => lines.every(({ state }) => state !== 'wrong');

/** Slack refuses signatures, and so commands over HTTP, that are more than five minutes off; a minute is noticed in time. */
const MOST_OFF_SECONDS = 60;

/** `theirs`: what Slack's answer was dated. */
export function judgeClock(ours: Date, theirs: Date | null): Line {
  if (!theirs) return unseen('clock', 'needs_slack');
  const seconds = Math.round((ours.getTime() - theirs.getTime()) / 1000);
  return Math.abs(seconds) > MOST_OFF_SECONDS ? wrong('clock', 'clock_wrong', String(seconds)) : fine('clock');
}

/** Room for a copy before an upgrade, a backup and some hundred receipts. */
const LEAST_FREE_MB = 500;

export function judgeDisk(freeBytes: number): Line {
  const megabytes = Math.floor(freeBytes / 1024 / 1024);
  const said = String(megabytes);
  return megabytes < LEAST_FREE_MB ? wrong('disk', 'disk_full', said) : fine('disk', said);
}

/** A nightly backup that failed once or twice is noticed before a week is lost. */
const OLDEST_DAYS = 3;
const DAY_MS = 24 * 60 * 60_000;

export function judgeBackup(last: Date | null, now: Date): Line {
  if (!last) return wrong('backup', 'backup_none');
  const days = Math.floor((now.getTime() - last.getTime()) / DAY_MS);
  return days >= OLDEST_DAYS ? wrong('backup', 'backup_old', String(days)) : fine('backup', String(Math.max(0, days)));
}

/** `granted`: as Slack says with every answer; null where it does not. */
export function judgeScopes(wanted: readonly string[], granted: readonly string[] | null): Line {
  if (!granted) return unseen('scopes', 'not_offered');
  const missing = wanted.filter((scope) => !granted.includes(scope));
  return missing.length > 0
    ? wrong('scopes', 'scopes_missing', missing.join(', '))
    : fine('scopes', String(wanted.length));
}

/** An app-level token tells whose it is: `xapp-1-A0123456789-…`. */
export const appOf = (appToken: string): string | null => /^xapp-\d-(A[A-Z0-9]+)-/.exec(appToken)?.[1] ?? null;
