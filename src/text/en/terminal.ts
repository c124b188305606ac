import type { Text } from '../ko/index.ts';
import { many, pick } from './words.ts';

export const terminal: Text['terminal'] = {
  settingsWrong: 'The settings are wrong, so the app can’t start:',
  playground: (url) => `The playground is open: ${url}`,
  listening: 'Connected to Slack.',
  noChannel: 'OFFICE_CHANNEL is not set, so there is nowhere to post the digest.',
  slackRefused: (error) => `Slack does not accept the token (${error}). Please check the settings.`,
  noCertificates: (file) => `The certificates of NODE_EXTRA_CA_CERTS can’t be read: ${file}`,
  database: {
    missing: (file, beside) =>
      `${file} is not in its place, and no new one was made. The records are here: ${beside}. Put them back with npx biseo restore, or move these files elsewhere if you do want to start afresh.`,
    empty: (file, beside) =>
      `${file} is empty (0 bytes). ${beside ? `The records are here: ${beside}. ` : ''}Restore a backup (npx biseo restore FILE), or take the file away if you do want to start afresh.`,
    no_room: (file) =>
      `${file} could not be written: the disk is full, or refuses to be written. What was half written is gone; what was there before is untouched.`,
    made_by_playground: (file) =>
      `${file} was made by the playground and holds sample records. Set DATABASE_FILE or DATABASE_URL to another.`,
    not_made_by_playground: (file) =>
      `${file} was not made by the playground, which therefore leaves it closed. Check the SLACK_ tokens, DATABASE_FILE or DATABASE_URL.`,
    not_found: (file) => `There is no file ${file}. Check its name and place.`,
    not_a_database: (file) => `${file} is not a database of this app. Check DATABASE_FILE or DATABASE_URL.`,
    newer_than_app: (file) => `${file} was made by a newer version of the app. Update the app.`,
    old_numbering: (file, commit) =>
      `${file} has the old numbering of tables. This version cannot read it; the app up to commit ${commit} does. The file was left as it is.`,
    not_reachable: (file) => `The database server cannot be reached: ${file}. Check DATABASE_URL and the server.`,
    shared_disk: (file) =>
      `A database can’t lie on a network disk: ${file}. Move DATABASE_FILE to a disk of this machine, or use PostgreSQL (DATABASE_URL).`,
    tool_missing: (file) => `The program ${file} is missing here. Install PostgreSQL’s client programs.`,
    tool_failed: (file, said) => `${file} could not finish: ${said}`,
    unfit_server: (file) => `${file} cannot be used: it takes PostgreSQL 15 or newer, and a database in UTF8.`,
    not_writable: (file) =>
      `${file} can’t be written. See that the app’s user may write the file and its folder, and that the disk is not read-only.`,
    damaged: (file) => `${file} is damaged. Restore a backup (npx biseo restore FILE).`,
  },
  nobodyCalled: (name) => `Nobody on the office’s list is called ${name}.`,
  busy: 'Something else is writing to the database. Please try again in a little while.',
  fileFailed: (file, code) => `${file} can’t be opened or written (${code}).`,
  portInUse: 'The port is taken by another program. Stop it, or set another PORT.',
  cannotListen: (code) =>
    `The app can’t listen there (${code}). See that HOST is an address of this machine, and PORT one that its user may have (from 1024).`,
  stopped: 'Stopped.',
  rowsRead: (rows) => many(rows, 'row'),
  backedUp: (file) => `Backed up to ${file}`,
  fileExists: (file) => `${file} exists already. Give another name.`,
  restored: (file, kept) =>
    kept ? `${file} is restored. The database before it is at ${kept}.` : `${file} is restored.`,
  sameFile: (file) => `The backup and the database are the same file: ${file}. Name a backup.`,
  inUse: (file) => `The app is using ${file}. Stop it first.`,
  exported: (count, file) => `${many(count, 'record')} ${pick(count, 'was', 'were')} written to ${file}.`,
  moved: (to, tables, rows) =>
    `Moved to ${to}: ${many(tables, 'table')} with ${many(rows, 'row')}, all equal. Keep the app stopped, set DATABASE_URL and start it again.`,
  moveRefused: (why, to, tables) =>
    why === 'in_use'
      ? `${to} has records of its own. Name an empty database.`
      : `What arrived in ${to} differs from the original (${tables}). Stop the app and try again.`,
  manifestAddress: (typed) => `Slack can’t call this address: ${typed}. Give one that begins with https://.`,
  samplesMade: (file) => `A database with sample records was made: ${file}`,
  startHelp:
    'Usage: npm start\nStarts the app; the playground where no SLACK_ token is set. Settings are in .env.example, terminal commands in npx biseo --help.',
  startTakesNothing: (words) => `npm start takes nothing after it: ${words}`,
};
