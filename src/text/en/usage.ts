import type { Text } from '../ko/index.ts';

const JSON_OPTION = 'writes the result to standard output as one JSON value';

export const usage: Text['usage'] = {
  head: 'The terminal commands of Biseo. The app itself is started by npm start.',
  line: (name, typed) => `Usage: npx biseo ${name} ${typed}`.trimEnd(),
  tail: 'Every command has --help: npx biseo status --help\nSettings come from the environment and .env. Exit codes: 0 fine, 1 refused, 2 wrong usage.',
  help: 'shows this',
  seeHelp: (name) => `More: npx biseo ${name} --help`,
  unknownCommand: (name, near) =>
    `There is no command ${name}.${near ? ` Did you mean ${near}?` : ''}\nAll commands: npx biseo --help`,
  unknownWord: (word, near) => `${word} is not known here.${near ? ` Did you mean ${near}?` : ''}`,
  misread: {
    unknown_option: (option, near) => `There is no option ${option}.${near ? ` Did you mean ${near}?` : ''}`,
    value_missing: (option) => `${option} needs a value after it.`,
    value_unwanted: (option) => `${option} takes no value.`,
  },
  commands: {
    import: {
      typed:
        'expenses|budgets|pledges|members|followups|staffing FILE… [--dry-run] [--json] | --undo ID [--keep-changed|--with-changed] [--json]',
      does: 'Takes CSV or XLSX files into the register. The same file twice counts once.',
      options: {
        'dry-run': 'tells what would come in and changes nothing',
        json: JSON_OPTION,
        undo: 'takes back the import of expenses with that number, whole; an import says its number',
        'keep-changed': 'keeps the records that were changed since',
        'with-changed': 'takes back the records that were changed since, too',
      },
      more: [
        '  expenses   expenses; rows that can’t be read are held',
        '  budgets    budgets by year and account; a file with a row that can’t be read is refused',
        '  pledges    the list of pledges',
        '  members    the list of council members',
        '  followups  an audit’s demands; the year is read from a column or the file’s name',
        '  staffing   positions and people: class, grade, full staffing (정원), staffing as it is (현원); the day from a column or the file’s name',
      ],
    },
    export: {
      typed: 'expenses --from 2018-01-01 --to 2018-12-31 [--format csv|xlsx] [--out FILE]',
      does: 'Writes the expenses to a file, in the columns of the official disclosure.',
      options: {
        from: 'the first day',
        to: 'the last day',
        format: 'csv (default) or xlsx',
        out: 'the file’s name (default: expenses-FROM-TO.csv)',
      },
    },
    status: {
      typed: '[--year 2018] [--json]',
      does: 'Shows a year’s budget, spending and balance by account and category.',
      options: { year: 'the year (default: this one)', json: JSON_OPTION },
    },
    check: {
      typed: '[--from 2018-01-01] [--to 2018-12-31] [--json]',
      does: 'Shows what the spending rules found, by rule.',
      options: { from: 'the first day', to: 'the last day', json: JSON_OPTION },
    },
    rules: {
      typed: '[--out docs/rules.md]',
      does: 'Shows the spending rules and limits with their clauses and sources.',
      options: { out: 'where to write the repository’s page of the rules again' },
    },
    disclose: {
      typed: '2018-03|2018-Q1 [--out FILE.xlsx|csv|hwpx|docx|pdf] [--json]',
      does: 'Makes the table for publication of a month or quarter; what was released is given out as it was.',
      options: { out: 'where to write the table; not written while a word is undecided', json: JSON_OPTION },
    },
    digest: {
      typed: '[--week 2016-W43] [--dry-run] [--json] [--picture FILE.png] [--format hwpx|docx|pdf] [--out FILE]',
      does: 'Shows a week’s digest, and has the app post it in the channel.',
      options: {
        week: 'the week (default: this one)',
        'dry-run': 'shows it and posts nothing',
        json: JSON_OPTION,
        picture: 'where to write the digest’s picture',
        format: 'hwpx, docx or pdf: writes the digest as a document, and posts nothing',
        out: 'the document’s name (default: digest-2016-W43.hwpx and so on)',
      },
    },
    report: {
      typed: '2016 [--as-of 2016-10-31] [--format hwpx|docx|pdf] [--out FILE] [--check] [--draft] [--json]',
      does: 'Makes the main-work report from the records; all three formats unless one is asked for.',
      options: {
        'as-of': 'the day it is as of (default: the one set, else today or the year’s last day)',
        format: 'one of hwpx, docx, pdf',
        out: 'the file’s name (default: report-YEAR.hwpx and so on)',
        check: 'only says what is missing and makes no file',
        draft: 'makes it in spite of what is missing, marked as a draft (초안) on every page',
        evidence: 'appends a table of every figure’s rule and records',
        release: 'a released version: gives out its files as they were',
        json: JSON_OPTION,
      },
      more: ['Where something blocks it, no file is made and the exit code is 1.'],
    },
    ask: {
      typed: '"how much policy budget is left?" [--as NAME] [--json]',
      does: 'Answers a question in plain words with figures of the register; what it does not understand it asks back.',
      options: { as: 'who asks: a Slack user id or a name (for questions about “mine”)', json: JSON_OPTION },
    },
    answer: {
      typed:
        'spending 2014~2016 [--as-of DAY] [--requester NAME] [--asked-on DAY] [--format hwpx|docx|pdf] [--out FILE] [--json]',
      does: 'Makes the documents that the council demands from the records.',
      options: {
        'as-of': 'the day it is as of (default: today)',
        'asked-on': 'the day it was demanded',
        requester: 'who demanded it (default: as its follow-up says)',
        format: 'hwpx (default), docx or pdf',
        out: 'the file’s name (default: answer-TOPIC.FORMAT)',
        'hand-in': 'notes it as handed in and ends its follow-up (F12)',
        json: JSON_OPTION,
      },
      more: [
        'Topics: spending, pledges, visits, council, followups, disclosures; with years or a period, an account, a place, a follow-up (F12).',
      ],
    },
    blocks: {
      typed: 'FILE… [--surface message|modal|home] [--json]',
      does: 'Says of each file whether Slack would take its blocks.',
      options: { surface: 'where they are to stand (default: what the file looks like)', json: JSON_OPTION },
    },
    doctor: {
      typed: '[--json]',
      does: 'Checks settings, tokens, scopes, connection, clock, channel, disk, database and backup, and says what to do.',
      options: { json: JSON_OPTION },
      more: ['Ends with 1 where something has to be fixed. It prints no secret and posts nothing.'],
    },
    manifest: {
      typed: '[--http https://biseo.city.kr] [--ascii-commands]',
      does: 'Prints the manifest to paste into the app’s settings at Slack.',
      options: {
        http: 'to be reached at this address instead of Socket Mode: with the request URLs of commands, events, buttons and lists',
        'ascii-commands': 'without the commands of Korean names (/지출), only the English ones (/expense)',
      },
      more: [
        'Without options it is manifest.yml as it stands. When commands or scopes change, paste it again and reinstall the app.',
      ],
    },
    samples: {
      typed: 'FILE',
      does: 'Makes a new database with the playground’s sample records. A file that exists is left alone.',
      options: {},
      more: ['Every command can be tried on it: DATABASE_FILE=FILE npx biseo status --year 2016'],
    },
    backup: {
      typed: 'FILE | FOLDER --keep 14',
      does: 'Makes a consistent copy, also while the app runs. Receipts go to FILE.receipts.',
      options: { keep: 'makes a copy named by its day in the folder, and leaves so many, the newest' },
    },
    restore: {
      typed: 'FILE',
      does: 'Checks a backup and puts it back, with the app stopped. The database of before is kept beside it.',
      options: {},
    },
    move: {
      typed: '--to postgres://…',
      does: 'Takes every record and receipt of a SQLite file to an empty PostgreSQL database, and compares every table. With the app stopped; the file stays as it is.',
      options: { to: 'the address of that database' },
    },
  },
};
