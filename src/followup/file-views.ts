import { formatWon } from '../korean/won.ts';
import { plain, section, type View } from '../slack/blocks.ts';
import { fileField, wordsField } from '../slack/fields.ts';
import type { Text } from '../text/index.ts';
import type { FileProblem } from './files.ts';

export const FOLLOWUP_IMPORT = 'followup_import_open';
export const FOLLOWUP_IMPORT_FORM = 'followup_import';

export function importForm(year: string, text: Text): View {
  const words = text.followup.files;
  return {
    type: 'modal',
    callback_id: FOLLOWUP_IMPORT_FORM,
    title: plain(words.importTitle),
    submit: plain(words.submit),
    close: plain(text.followup.form.cancel),
    blocks: [
      section(words.explain),
      fileField({ id: 'file', label: words.file }),
      wordsField({ id: 'year', label: words.year, optional: true }, year.trim() || null, { longest: 10 }),
    ],
  };
}

const MOST_PROBLEMS = 10;

/** What came of a file, with the rows that could not be read. */
export function demandLines(
  file: string,
  taken: { imported: number; duplicates: number },
  problems: readonly FileProblem[],
  text: Text,
): string[] {
  const words = text.followup.files;
  const lines = new Set(problems.map(({ line }) => line));
  return [
    words.done(file, formatWon(taken.imported), formatWon(taken.duplicates)),
    ...(lines.size > 0 ? [words.notTaken(formatWon(lines.size))] : []),
    ...problems
      .slice(0, MOST_PROBLEMS)
      .map(({ line, code }) => `${text.expense.sourceLine(file, String(line))}: ${words.problems[code] ?? code}`),
  ];
}
