import type { Text } from '../ko/index.ts';
import { many, pick } from './words.ts';

const messages = (count: number) => many(count, 'message');

export const outbox: Text['outbox'] = {
  notice: (count) =>
    `${messages(count)} could not be sent. You can see why, and send ${pick(count, 'it', 'them')} again or drop ${pick(count, 'it', 'them')}.`,
  open: 'Show what was not sent',
  title: (count) => `${messages(count)} not sent`,
  none: 'Everything was sent.',
  what: (kind, to) => `${kind} → ${to}`,
  due: (when) => `Due ${when}`,
  failedAt: (when) => `Failed ${when}`,
  kinds: {
    reminder: 'Reminder',
    reminder_again: 'Snoozed reminder',
    reminder_declined: 'Answer “not for me”',
    digest: 'Weekly digest',
    digest_personal: 'Personal weekly digest',
    digest_no_channel: 'Digest without a channel',
    approval_request: 'Approval request',
    approval_progress: 'Progress of an approval',
    approval_notice: 'Approval notice',
    approval_stuck: 'Approval without anybody to decide',
    approval_call: 'Approval that waits',
    approval_deputy: 'Deputy for approvals',
    receipt_refused: 'Receipt notice',
    receipt_waiting: 'Receipt notice',
    receipt_twice: 'Receipt notice',
    receipt_set_aside: 'Receipt notice',
    visit_change: 'Change of a visit',
    schedule_line: 'Correction of the day’s schedule',
    account_left: 'Someone’s account was deactivated',
    account_kept: 'The administrator’s account was deactivated',
    account_back: 'Someone’s account is in use again',
    pledge_round_cancelled: 'Review cancelled',
    followup_given: 'A follow-up was given to someone',
    access_asked: 'Someone wants to use Biseo',
    access_welcome: 'Welcome',
    pledge_proposal: 'Proposal about a pledge',
    pledge_decided: 'Decision on a proposal',
    pledge_request: 'Request of a pledge round',
    channel_hello: 'Greeting of the office’s channel',
    outbox_failed: 'Notice of messages not sent',
  },
  otherKind: 'Message',
  retry: 'Send again',
  retryAll: (count) => `Send all ${count} again`,
  drop: 'Don’t send',
  dropConfirm: {
    title: 'Don’t send',
    text: 'This message will not be sent and leaves the list. It stays in the history.',
    confirm: 'Don’t send',
    deny: 'Go back',
  },
  retried: 'It is being sent again. If that fails it comes back to this list.',
  retriedAll: (count) =>
    count === 0
      ? 'None of them can be sent again.'
      : `${messages(count)} ${pick(count, 'is', 'are')} being sent again. What fails comes back to this list.`,
  dropped: 'It will not be sent.',
  refusals: {
    not_administrator: 'Only administrators can do that.',
    expired: 'It is too late for this message, so it is not sent.',
    settled: 'Another administrator has dealt with it.',
  },
  reasons: {
    not_in_channel: 'The app is not in that channel. Invite it there, then send this again.',
    channel_not_found:
      'There is no such channel, or it is private and the app is not in it. Check the channel in the settings, or invite the app.',
    is_archived: 'The channel is archived. Restore it, or choose another one in the settings.',
    user_not_found: 'Slack knows no such person. Check whether they should leave the list.',
    user_disabled: 'The Slack account is deactivated. Check whether they should leave the list.',
    cannot_dm_bot: 'This is an app, not a person.',
    messages_tab_disabled: 'The Messages tab of the app is off. Tell whoever installed the app.',
    restricted_action: 'The workspace does not let the app write in that channel. Ask a Slack administrator.',
    missing_scope: 'The app lacks a permission. Install it again with the scopes listed in the README.',
    invalid_blocks: 'Slack refused the format of the message. This is a fault of the app: tell its developers.',
    msg_too_long: 'The message was too long for Slack. This is a fault of the app: tell its developers.',
    msg_blocks_too_long: 'The message was too long for Slack. This is a fault of the app: tell its developers.',
    unknown_kind: 'This app does not know this kind of message. A newer version may have left it.',
    broken: 'Something went wrong while it was written. Send the log to the developers.',
    slack_away: 'Slack could not be reached for more than a day.',
    unclear:
      'It could not be found out whether it was sent. If it is not in that conversation, send it again, and check that the app may read history.',
  },
  otherReason: (code) => `Slack refused it. (${code})`,
};
