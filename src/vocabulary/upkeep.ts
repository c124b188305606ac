/** What the check-up looks at, in its order. */
export const CHECKS = [
  'settings',
  'token',
  'scopes',
  'connection',
  'clock',
  'app',
  'channel',
  'shapes',
  'disk',
  'database',
  'people',
  'receipts',
  'backup',
  'messages',
] as const;
export type Check = (typeof CHECKS)[number];

/** What is kept for a time and may then be deleted. */
export const KEPT = ['receipts', 'access_records', 'messages', 'imports'] as const;
export type Kept = (typeof KEPT)[number];
export const isKept = (word: string): word is Kept => KEPT.some((it) => it === word);

/** What is wrong, each with what to do about it. */
export type Fault =
  | 'settings_wrong'
  | 'no_tokens'
  | 'slack_unreachable'
  | 'proxy_unreachable'
  | 'proxy_refused'
  | 'token_refused'
  | 'token_elsewhere'
  | 'scopes_missing'
  | 'app_token_refused'
  | 'app_token_scope'
  | 'app_token_other'
  | 'socket_mode_off'
  | 'socket_unreachable'
  | 'no_public_url'
  | 'address_silent'
  | 'address_other'
  | 'clock_wrong'
  | 'app_unwell'
  | 'requests_refused'
  | 'port_taken'
  | 'no_channel'
  | 'channel_not_joined'
  | 'shapes_refused'
  | 'disk_full'
  | 'database_refused'
  | 'database_trouble'
  | 'no_administrator'
  | 'receipts_lost'
  | 'receipts_stray'
  | 'backup_none'
  | 'backup_old'
  | 'messages_failed'
  | 'messages_late';

/** Why something could not be looked at, or need not be. */
export type Unseen =
  | 'needs_settings'
  | 'needs_slack'
  | 'needs_database'
  | 'not_running'
  | 'not_offered'
  | 'not_made_yet'
  | 'elsewhere';
