import type { types } from '@slack/bolt';
import { button } from '../../slack/blocks.ts';
import type { Lookup } from './lookups.ts';

/** A button that answers with what it names; the value holds the words that narrow it down, if any. */
export const menuButton = (lookup: Lookup, label: string, words = ' '): types.Button =>
  button(menuAction(lookup), label, words);

/** One id for each, since Slack wants every id once in a block. */
export const menuAction = (lookup: Lookup): string => `menu_${lookup}`;

export const MENU_CHANNEL = 'menu_channel_open';
export const MENU_CATEGORY = 'menu_category_open';
export const MENU_PLEDGE = 'menu_pledge_open';

/** Buttons that others answer: known by name, so that the menu need not know who. */
export const DOORS = {
  digestSettings: 'digest_settings_open',
  reminderSettings: 'reminder_settings_open',
  reminderOffice: 'reminder_office_open',
  failed: 'outbox_failed',
  checkUp: 'check_up',
  accessRecords: 'access_records_open',
  retention: 'retention_open',
  holidays: 'holidays_open',
  approvalSettings: 'approval_settings_open',
} as const;
