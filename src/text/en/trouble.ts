import type { Text } from '../ko/index.ts';

export const trouble: Text['trouble'] = {
  notSaved: {
    lost: 'Not saved: the database file is gone or was replaced, so that nothing would be kept. Please tell an administrator.',
    no_room: 'It could not be saved: the server’s disk is full or refuses to be written. Please tell an administrator.',
    busy: 'It could not be saved: something else has held the database for long. Please try again in a little while.',
    damaged: 'Not saved: the database is damaged. Please tell an administrator.',
  },
  told: {
    lost: (file) =>
      `The database file is gone or was replaced: ${file}. Nothing has been saved since. Stop the app, put the file back or restore a backup (npx biseo restore FILE), and start again.`,
    no_room: (file) =>
      `The database can’t be written: ${file}. See whether the disk is full. Once there is room, the app goes on by itself.`,
    busy: (file) => `Another program has held the database for long, so nothing can be saved: ${file}.`,
    damaged: (file) =>
      `The database is damaged: ${file}. New entries are refused. Stop the app and restore a backup (npx biseo restore FILE).`,
  },
  searchRebuilt: (file) =>
    `The database’s search index was damaged and has been rebuilt: ${file}. All entries are there and entries go on. The disk may be failing, so look at the server and take a backup (npx biseo backup FILE).`,
  over: 'The database takes entries again.',
  starting: 'The app is starting. Please try again in a little while.',
};
