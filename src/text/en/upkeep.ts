import type { DatabaseTrouble } from '../../vocabulary/database.ts';
import type { Text } from '../ko/index.ts';
import { many, pick } from './words.ts';

const troubles: Record<DatabaseTrouble, string> = {
  lost: 'its file is gone or was replaced. Stop the app and put it back, or restore a backup (npx biseo restore FILE).',
  no_room: 'the disk is full or takes no writing. Make room.',
  busy: 'another program has been holding it for a while. Check again once that one has ended.',
  damaged: 'it is damaged. Stop the app and restore a backup (npx biseo restore FILE).',
};

/** Of megabytes. */
const room = (free: string): string => (Number(free) < 1024 ? `${free} MB` : `${(Number(free) / 1024).toFixed(1)} GB`);
export const upkeep: Text['upkeep'] = {
  doctor: {
    title: 'Check-up',
    marks: { fine: 'fine', wrong: 'to do', unseen: 'not seen' },
    line: (mark, check, said) => `[${mark}] ${check}: ${said}`,
    allFine: 'Everything is fine.',
    count: (faults) => `${many(faults, 'thing')} ${pick(faults, 'needs', 'need')} attention.`,
    again: 'Check again',
    checks: {
      settings: 'Settings',
      token: 'Bot token',
      scopes: 'Scopes',
      connection: 'Connection',
      clock: 'Clock',
      app: 'App',
      channel: 'Office channel',
      shapes: 'Forms and messages',
      disk: 'Disk',
      database: 'Database',
      people: 'Administrators',
      receipts: 'Receipt files',
      backup: 'Backup',
      messages: 'Messages',
    },
    fine: {
      settings: () => 'fine',
      token: (who) => (who ? `fine: ${who}` : 'fine'),
      scopes: (count) => `${count} granted, none missing`,
      connection: (where) => (where ? `fine: ${where}` : 'fine'),
      clock: () => 'agrees with Slack’s',
      app: (version) => (version ? `running (version ${version})` : 'running'),
      channel: (channel) => (channel ? `the app is in it: ${channel}` : 'the app is in it'),
      shapes: (count) => `Slack takes all ${count} as they are`,
      disk: (free) => `${room(free)} are free`,
      database: () => 'nothing is damaged',
      people: (count) => count,
      receipts: (count) => (count === '0' ? 'none is kept yet' : `none of ${count} is missing`),
      backup: (days) => (days === '0' ? 'less than a day old' : `${many(days, 'day')} old`),
      messages: () => 'all were sent',
    },
    faults: {
      settings_wrong: (names) => `these are wrong: ${names}. Correct .env or the environment.`,
      no_tokens: () =>
        'there are no SLACK_ tokens, so the playground would start. Copy .env.example to .env and fill in SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
      slack_unreachable: (why) =>
        `Slack can’t be reached (${why}). Look at the network and the firewall; behind a proxy, set HTTPS_PROXY and NODE_EXTRA_CA_CERTS.`,
      proxy_unreachable: (where) =>
        `the proxy can’t be reached (${where}). Look at the address and port in HTTPS_PROXY, and have the way from this server to the proxy opened.`,
      proxy_refused: (status) =>
        `the proxy does not let it through to Slack (HTTP ${status}). ${status === '407' ? 'Look at the name and password in HTTPS_PROXY (an @ in the password is %40).' : 'Have port 443 of *.slack.com (CONNECT) opened there.'}`,
      token_elsewhere: (team) =>
        `it seems to belong to another workspace (${team}): none of the administrators has an account there. Put the token of the app in the office’s workspace into SLACK_BOT_TOKEN, or correct ADMIN_USER_IDS.`,
      token_refused: (error) =>
        `Slack does not accept it (${error}). Copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions into SLACK_BOT_TOKEN again.`,
      scopes_missing: (scopes) =>
        `these were not granted: ${scopes}. Paste what npx biseo manifest prints into the app’s manifest, and install the app again.`,
      app_token_refused: (error) =>
        `Slack does not accept the app-level token (${error}). Copy it (xapp-…) from Basic Information → App-Level Tokens into SLACK_APP_TOKEN again.`,
      app_token_scope: () =>
        'the app-level token lacks connections:write. Make a new one with it under App-Level Tokens for SLACK_APP_TOKEN.',
      app_token_other: () => 'the two tokens belong to different apps. Copy both from the same app’s settings.',
      socket_mode_off: (error) =>
        `Socket Mode refuses to connect (${error}). Turn Socket Mode on in the app’s settings; to receive over HTTP, leave SLACK_APP_TOKEN empty and set SLACK_SIGNING_SECRET.`,
      socket_unreachable: (why) =>
        `Slack’s socket server can’t be reached (${why}). Open port 443 (WebSocket) to *.slack.com, or set HTTPS_PROXY.`,
      no_public_url: () =>
        'the app receives over HTTP and PUBLIC_URL is not set: the address that Slack calls (https://…).',
      address_silent: (where) =>
        `the public address does not answer: ${where}. Start the app, and see that the reverse proxy passes it on to PORT and that its certificate holds.`,
      address_other: (where) =>
        `something else answers at ${where}. Have the reverse proxy pass /healthz and /slack/events on to the app’s PORT.`,
      clock_wrong: (seconds) =>
        `this machine’s clock is ${many(Math.abs(Number(seconds)), 'second')} ${Number(seconds) > 0 ? 'ahead of' : 'behind'} Slack’s. Keep it by NTP (timedatectl set-ntp true).`,
      app_unwell: (reason) => `running, but not well (${reason}). Look into the log.`,
      requests_refused: (count) =>
        `Slack’s last ${many(Number(count), 'request')} ${pick(Number(count), 'was', 'were')} refused: their signature does not fit. Copy the Signing Secret from Basic Information into SLACK_SIGNING_SECRET again, and start the app again.`,
      port_taken: (port) => `another program answers on port ${port}. Stop it, or change PORT.`,
      no_channel: () => 'none was chosen. Choose it in Slack with ‘/biseo channel’, or set OFFICE_CHANNEL.',
      channel_not_joined: (channel) =>
        `the app is not in ${channel || 'the channel'}. Type /invite with the app’s name there, or choose another with ‘/biseo channel’.`,
      shapes_refused: (names) =>
        `Slack does not take these: ${names}. Upgrade the app; if that does not help, tell its developers.`,
      disk_full: (free) => `only ${room(free)} are free. Make room for more than 500 MB.`,
      database_refused: (words) => words,
      database_trouble: (which) =>
        troubles[which as DatabaseTrouble] ?? `it can’t be read (${which}). Look into the log.`,
      no_administrator: () =>
        'there is no administrator. Put your own Slack id into ADMIN_USER_IDS and start the app again.',
      receipts_lost: (count) =>
        `the files of ${many(count, 'receipt')} ${pick(count, 'is', 'are')} missing. Put them back from a backup’s .receipts folder; npx biseo backup names them.`,
      receipts_stray: (count) =>
        `${many(count, 'file')} ${pick(count, 'belongs', 'belong')} to no receipt. See whether an older database was restored.`,
      backup_none: () => 'there never was one. Try npx biseo backup FILE, and set up the daily timer.',
      backup_old: (days) =>
        `the last one is ${many(days, 'day')} old. See whether the timer runs (systemctl list-timers biseo-backup.timer).`,
      messages_failed: (reasons) =>
        `some could not be sent (${reasons}). Home has them with their reasons; send them again or press ‘Don’t send’.`,
      messages_late: () => 'some are overdue. See whether the app runs and is connected.',
    },
    unseens: {
      needs_settings: 'needs settings',
      needs_slack: 'Slack did not answer',
      needs_database: 'the database could not be opened',
      not_running: 'the app is not running; start it with npm start',
      not_offered: 'this workspace does not tell',
      not_made_yet: 'there is none yet; the first start makes it',
      elsewhere: 'look on the PostgreSQL server',
    },
  },

  guide: {
    choose: 'Another page',
    pages: {
      office: 'Biseo: menu, questions, settings',
      expense: 'Spending',
      visit: 'Visits',
      council: 'City council',
      pledge: 'Pledges',
      followup: 'Follow-ups',
      digest: 'Weekly digest',
      manager: 'For managers',
      administrator: 'For administrators',
      en: 'In English',
    },
  },

  access: {
    title: 'Access records',
    count: (period, all, exports) => `${period} · ${all}, of which ${exports} exported as files`,
    line: (when, name, what, named, by) => `${when} · ${name} · ${what}${named ? ` (${named})` : ''} · ${by}`,
    pressed: 'a button or a window',
    what: (kind, how, count) => `${kind} ${how}${count > 1 ? `, ${count} of them` : ''}`,
    kinds: {
      attendees: 'attendees',
      receipts: 'receipts',
      undecided_names: 'undecided names',
      members: 'council members',
      audit_answers: 'audit answers',
      access_records: 'access records',
    },
    how: { opened: 'opened', exported: 'exported' },
    notReviewed: 'This month has not been reviewed yet. Review it once a month, and ask why files were exported.',
    reviewed: (when, name, note) => `Reviewed ${when} by ${name}: ${note}`,
    review: 'Review access records',
    reviewForm: {
      title: 'Review access records',
      explain: (month) =>
        `What you found when you looked through the access records of ${month}. It can’t be changed later. Say here, too, why files were exported.`,
      submit: 'Note it',
      label: 'What was found',
    },
    reviewSaved: (month) => `The review of ${month} is noted.`,
    file: 'As CSV',
    columns: ['no', 'at (UTC)', 'id', 'name', 'via', 'command', 'words', 'what', 'how', 'count', 'whose'],
    notUnderstood: (words) => `“${words}” is not clear. Name a person and a period: ‘/biseo access @me last month’`,
  },

  retention: {
    title: 'What has been kept long enough',
    line: (kind, years, before, count) => `${kind} · kept ${many(years, 'year')} · before ${before}: ${count}`,
    none: 'There is nothing to delete.',
    remove: (count) => `Delete ${count}`,
    settings: 'Set how long',
    before: 'Deleted before',
    went: (when, name, kind, count, reason) => `${when} ${name} · ${kind}: ${count} · ${reason}`,
    kinds: {
      receipts: 'Receipt files',
      access_records: 'Access records',
      messages: 'What messages said',
      imports: 'Held rows of imports',
    },
    grounds: {
      receipts: 'Basis: Local accounting directive art. 112 (1) (evidence: five years)',
      access_records:
        'Basis: Standard for the security of personal data art. 8 (1) (one year; two with sensitive data). Members’ parties are kept, so it is two.',
      messages: 'Basis: the office’s own. They only say what was sent when.',
      imports: 'Basis: the office’s own. They are the cells of rows that were fixed or discarded.',
    },
    deleteForm: {
      title: 'Delete',
      explain: (kind, count, before) =>
        `${kind}: ${count} from before ${before} will be deleted, for good. Only the number and the reason stay.`,
      submit: 'Delete',
      label: 'Why',
    },
    deleted: (kind, count) => `${kind}: ${count} deleted.`,
    form: {
      title: 'How long',
      submit: 'Save',
      explain:
        'For how many years each is kept, counted from the January after. It applies to records made from today on.',
      years: (kind) => `${kind} (years)`,
      least: (years) => `No shorter than ${years} and no longer than 99 years.`,
      saved: 'The retention is saved. It applies to records made from today on.',
    },
  },
};
