/**
 * What is SQLite's own and does not run with DATABASE_URL: by file and a test's name (in a table, as it stands in the code), none for
 * all of the file; and why.
 */
export const SQLITES_OWN: readonly { file: string; tests?: readonly string[]; because: string }[] = [
  {
    file: 'test/base/db/lost.test.ts',
    because: 'A file can be lost, emptied, linked and torn under the app; a server keeps its own.',
  },
  {
    file: 'test/base/db/refusals.test.ts',
    because: 'Files, folders and their rights; what is refused on a server is in test/base/db/server.test.ts.',
  },
  {
    file: 'test/base/db/backups.test.ts',
    because: 'Copies of a file; those of a server are in test/base/db/server.test.ts.',
  },
  {
    file: 'test/spending/receipt/travel.test.ts',
    because: 'Receipts in a folder travel beside a copy of the file; on a server they are in the copy.',
  },
  {
    file: 'test/spending/receipt/shelf.test.ts',
    because: 'The folder in which receipts are kept; on a server they are in a table.',
  },
  {
    file: 'test/commands/receipt.test.ts',
    tests: ['the files of receipts are open to the app’s own user only'],
    because: 'The rights of files; on a server receipts are in a table.',
  },
  {
    file: 'test/app/upkeep.test.ts',
    tests: [
      'a database that %s takes no entries, and says so to who enters, to /healthz and to administrators',
      'what can not be saved for want of room is told so at the form',
      'a page that is damaged while the app runs is found in the night, and nothing is taken from then on',
      'an index of words that is damaged %s is built anew, is logged, and holds up no entry',
      'an index of words that is found damaged by day, in %s, is built anew at once: entries and searches go on, and administrators are told',
      'a page of entries that is found damaged by day takes no more entries from then on',
      'an index of words that others write to, while its pages are read again and again, is never taken for damaged',
    ],
    because: 'A file that was moved, filled up or torn; a server looks after its own files and disk.',
  },
  {
    file: 'test/base/db/transactions.test.ts',
    tests: ['a full disk costs the entry that did not fit, and nothing else'],
    because: 'How full the disk may be is told to SQLite by a pragma.',
  },
  {
    file: 'test/terminal/import.test.ts',
    tests: ['a file that is no database is refused in words'],
    because: 'A foreign file; a foreign database on a server is refused in test/base/db/server.test.ts.',
  },
  {
    file: 'test/terminal/backup.test.ts',
    tests: ['that a copy was made is noted beside the file'],
    because: 'It is noted beside the file; copies of a server are made by whoever looks after it, too.',
  },
  {
    file: 'test/terminal/samples.test.ts',
    because: 'Sample records make a new file.',
  },
];
