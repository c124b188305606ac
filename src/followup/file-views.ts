import { z } from 'zod';
import { formatWon } from '../korean/won.ts';
import { section, type View } from '../slack/blocks.ts';
import { drawForm, files, form, words } from '../slack/form.ts';
import type { Text } from '../text/index.ts';
import type { FileProblem } from './files.ts';

export const FOLLOWUP_IMPORT = 'followup_import_open';
export const IMPORT = form({
  id: 'followup_import',
  metadata: z.object({}),
  fields: { file: files(), year: words({ longest: 10 }) },
});

export function importForm(year: string, text: Text): View {
  const { importTitle, submit, explain, file, year: yearLabel } = text.followup.files;
  const labels = { file, year: yearLabel };
  const show = [section(explain), 'file' as const, 'year' as const];
  return drawForm(IMPORT, { year }, {}, { title: importTitle, submit, labels, optional: ['year'], show }, text);
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
