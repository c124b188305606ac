import { composeHello, HELLO } from '../desk/settings/channel.ts';
import { composeGreeting, SETUP_GREETING } from '../desk/setup/compose.ts';
import { composeGiven } from '../followup/given.ts';
import { GIVEN } from '../followup/store.ts';
import type { Kinds } from '../outbox/compose.ts';
import { composeFailedNotice } from '../outbox/failed/notice.ts';
import { FAILED_NOTICE } from '../outbox/failed/rules.ts';
import { PROPOSAL_KINDS } from '../pledge/proposal/compose.ts';
import { composeAsked } from '../pledge/reviews/asking.ts';
import { composeCancelled, ROUND_CANCELLED } from '../pledge/reviews/cancelled.ts';
import { REQUEST } from '../pledge/reviews/request/store.ts';
import { APPROVAL_KINDS } from '../spending/approval/compose.ts';
import {
  composeNotice,
  RECEIPT_REFUSED,
  RECEIPT_SET_ASIDE,
  RECEIPT_TWICE,
  RECEIPT_WAITING,
} from '../spending/receipt/notices.ts';
import { composeDigest, composeNoChannel, composePersonal } from '../time/digest/compose.ts';
import { DIGEST, DIGEST_NO_CHANNEL, DIGEST_PERSONAL } from '../time/digest/jobs.ts';
import { REMINDER_AGAIN, REMINDER_DECLINED } from '../time/reminders/answers.ts';
import { composeDeclined, composeReminder, composeSnoozed } from '../time/reminders/compose.ts';
import { REMINDER } from '../time/reminders/jobs.ts';
import { composeScheduleLine, SCHEDULE_LINE } from '../time/reminders/visit/correct.ts';
import { ACCOUNT_KINDS } from '../upkeep/accounts/compose.ts';
import { composeChange } from '../visit/change/compose.ts';
import { VISIT_CHANGE } from '../visit/change/rules.ts';

/** Who writes which kind of message. */
export const KINDS: Kinds = {
  [VISIT_CHANGE]: composeChange,
  [SCHEDULE_LINE]: composeScheduleLine,
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
  [RECEIPT_SET_ASIDE]: composeNotice,
  [FAILED_NOTICE]: composeFailedNotice,
  ...ACCOUNT_KINDS,
  [GIVEN]: composeGiven,
  ...PROPOSAL_KINDS,
  [REQUEST]: composeAsked,
  [HELLO]: composeHello,
  [SETUP_GREETING]: composeGreeting,
  [ROUND_CANCELLED]: composeCancelled,
};
