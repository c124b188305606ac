import type { Entry } from '../../outbox/rules.ts';

/** What is sent of an account that Slack deactivated, or gave back; the subject says whose. */
export const ACCOUNT_LEFT = 'account_left';
/** Somebody was taken off the list by a person, and has left something to hand over. */
export const PERSON_LEFT = 'person_left';
export const ACCOUNT_KEPT = 'account_kept';
export const ACCOUNT_BACK = 'account_back';
/** Somebody who is not on the list wants to be; the subject says who, and what Slack calls them. */
export const ACCESS_ASKED = 'access_asked';
/** To who was put on the list. */
export const WELCOME = 'access_welcome';

/** Tells somebody of a person; the same `time` is the same message. */
export const telling =
  (kind: string, about: { userId: string; name?: string }, at: Date, time: string) =>
  (to: { userId: string }): Entry => ({
    key: `${kind}:${about.userId}:${time}:${to.userId}`,
    kind,
    recipient: to.userId,
    subject: about,
    dueAt: at,
    expiresAt: null,
  });
