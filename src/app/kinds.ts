import type { webApi } from '@slack/bolt';
import type { Deps } from '../base/deps.ts';
import { composeFailedNotice } from '../outbox/failed/notice.ts';
import { FAILED_NOTICE } from '../outbox/failed/rules.ts';
import type { Entry } from '../outbox/rules.ts';
import type { Message } from '../slack/privately.ts';
import { APPROVAL_KINDS } from '../spending/approval/compose.ts';
import { composeNotice, RECEIPT_REFUSED, RECEIPT_TWICE, RECEIPT_WAITING } from '../spending/receipt/notices.ts';
import { composeDigest, composeNoChannel, composePersonal } from '../time/digest/compose.ts';
import { DIGEST, DIGEST_NO_CHANNEL, DIGEST_PERSONAL } from '../time/digest/jobs.ts';
import { REMINDER_AGAIN, REMINDER_DECLINED } from '../time/reminders/answers.ts';
import { composeDeclined, composeReminder, composeSnoozed } from '../time/reminders/compose.ts';
import { REMINDER } from '../time/reminders/jobs.ts';

/**
 * Writes a message when its time has come, from what is true then. Null: it has become pointless (the thing is done, the person
 * is gone or turned it off) and is not sent. `later`: not now, as it is quiet for who gets it; it is due again then.
 */
export type Compose = (
  entry: Pick<Entry, 'key' | 'recipient' | 'subject' | 'dueAt'>,
  deps: Deps,
  client: webApi.WebClient,
) => Promise<Message | { later: Date } | null>;

export type Kinds = Readonly<Record<string, Compose>>;

/** Who writes which kind of message. */
export const KINDS: Kinds = {
  [REMINDER]: composeReminder,
  [REMINDER_AGAIN]: composeSnoozed,
  [REMINDER_DECLINED]: composeDeclined,
  ...APPROVAL_KINDS,
  [DIGEST]: composeDigest,
  [DIGEST_PERSONAL]: composePersonal,
  [DIGEST_NO_CHANNEL]: composeNoChannel,
  [RECEIPT_REFUSED]: composeNotice,
  [RECEIPT_WAITING]: composeNotice,
  [RECEIPT_TWICE]: composeNotice,
  [FAILED_NOTICE]: composeFailedNotice,
};
