import type { Text } from '../ko/index.ts';
import { many, pick } from './words.ts';

/** What is said of files that were taken in: how they are taken back, and which of their rows may have been there before. */
export const imported: Text['imported'] = {
  twins: {
    correction: (count, words, of) =>
      `${many(words, 'row')} ${pick(count, 'looks like a correction', 'look like corrections')} of ${of ?? 'records that came before'}. Please say which to keep.`,
    maybe_same: (_count, words, of) =>
      `${many(words, 'row')} may be the same as ${of ?? 'records that were there'}. Please say whether they are.`,
  },
  doubled: (_pairs, count, won) => `${many(count, 'pair')} may be the same spend, so ${won} may be counted twice`,
  decide: {
    title: 'Possible duplicates',
    none: 'There are no possible duplicates.',
    summary: (count) => `${count} undecided. Until then both count.`,
    kinds: { correction: 'Corrected list', maybe_same: 'Possible duplicate' },
    earlier: 'Before',
    later: 'New',
    keep: (name) => `Same · keep ${name}`,
    different: 'Two expenses',
    replaceAll: (count) => `Replace all by the new (${count})`,
    replaceAllConfirm:
      'Replace every record that looks corrected by the new one? The old ones are voided and stay in the history.',
    yes: 'Replace',
    no: 'Keep them',
    open: (count) => `Possible duplicates: ${count}`,
    reason: (stays) => `The same expense as ${stays}`,
    done: {
      different: 'They are two expenses.',
      keep_later: (stays, goes) => `They are one expense: ${stays} stays, ${goes} is void.`,
    },
    again: 'This has already been decided. The list shows what is left.',
    approved: 'That record is approved and can’t be voided here. Please ask a manager to void it by its number.',
    not_found: 'There is no such pair. Open the list again.',
    replaced: (count) => `${count} replaced by the new ones.`,
  },
  undo: {
    button: 'Undo import',
    title: 'Undo import',
    submit: 'Undo import',
    close: 'Close',
    explain: (file, count, held) =>
      `Takes back the ${many(count, 'record')} and ${many(held, 'held row')} that ${file} brought. The history keeps them.`,
    changed: (count) => `Changed since: ${count}`,
    changedLabel: 'Records that were changed',
    keep: 'Keep them',
    go: 'Take them back, too',
    done: (file, count, won) => `The import of ${file} is undone: ${many(count, 'record')}, ${won}.`,
    kept: (names) => `Kept: ${names}`,
    again: (files) =>
      `Rows that later files held as well go with this import. Once it is undone, please import those files again: ${files}`,
    nowAgain: (files) =>
      `Rows that later files held as well are gone with it. Please import those files again: ${files}`,
    refusals: {
      not_found: 'There is no such import. Find its number in the list of imported files.',
      undone: 'That import is already undone. To have it back, import the file again.',
    },
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
