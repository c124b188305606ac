import type { Text } from '../ko/index.ts';

/** What is said of files that were taken in: how they are taken back, and which of their rows may have been there before. */
export const imported: Text['imported'] = {
  twins: {
    correction: (count, words, of) =>
      `${count === 1 ? '1 row looks like a correction' : `${words} rows look like corrections`} of ${of ?? 'records that came before'}. Please say which to keep.`,
    maybe_same: (count, words, of) =>
      `${count === 1 ? '1 row is' : `${words} rows are`} maybe the same as ${of ?? 'records that were there'}. Please say whether.`,
  },
  doubled: (pairs, count, won) =>
    `${count} ${pairs === 1 ? 'pair' : 'pairs'} may be the same spend, so ${won} may be counted twice`,
  decide: {
    title: 'Records that may be the same',
    none: 'No records look like the same spend.',
    summary: (count) => `${count} undecided. Until then both count.`,
    kinds: { correction: 'Corrected list', maybe_same: 'Maybe the same' },
    earlier: 'Before',
    later: 'New',
    keep: (name) => `Same · keep ${name}`,
    different: 'Two spends',
    replaceAll: (count) => `Replace all by the new (${count})`,
    replaceAllConfirm:
      'Replace every record that looks corrected by the new one? The old ones are voided and stay in the history.',
    yes: 'Replace',
    no: 'Keep them',
    open: (count) => `Maybe the same: ${count}`,
    reason: (stays) => `The same spend as ${stays}`,
    done: {
      different: 'They are two spends.',
      keep_later: (stays, goes) => `They are one spend: ${stays} stays, ${goes} is voided.`,
    },
    again: 'This is decided already.',
    approved: 'That record is approved and can’t be voided. Please ask an administrator.',
    not_found: 'There is no such pair.',
    replaced: (count) => `${count} replaced by the new ones.`,
  },
  undo: {
    button: 'Undo import',
    title: 'Undo import',
    submit: 'Undo',
    close: 'Close',
    explain: (file, count, held) =>
      `Takes back the ${count} records and ${held} held rows that ${file} brought. The history keeps them.`,
    changed: (count) => `Worked on since: ${count}`,
    changedLabel: 'Records that were changed',
    keep: 'Keep them',
    go: 'Take them back, too',
    done: (file, count, won) => `The import of ${file} is undone: ${count} records, ${won}.`,
    kept: (names) => `Kept: ${names}`,
    refusals: { not_found: 'There is no such import.', undone: 'That import is undone already.' },
    changedFirst: (names) =>
      `Records were changed since: ${names}. Add --keep-changed to keep them, or --with-changed to take them back, too.`,
  },
  list: {
    title: 'Imported files',
    none: 'No files were imported.',
    count: (count) => `${count} in all`,
    line: ({ when, by, imported, duplicates, held }) =>
      `${when} · ${by} · ${imported} new · ${duplicates} known before · ${held} held`,
    undone: (when, by) => `Undone (${when} · ${by})`,
  },
};
