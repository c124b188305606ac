import { z } from 'zod';
import { formatWon } from '../../korean/won.ts';
import { section, type View } from '../../slack/blocks.ts';
import { drawForm, files, form } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import type { MemberProblem } from './files.ts';
import type { Put } from './store.ts';

export const MEMBERS_IMPORT = 'council_members_import_open';
export const IMPORT = form({ id: 'council_members_import', metadata: z.object({}), fields: { file: files() } });

export function membersImportForm(text: Text): View {
  const { importTitle, submit, explain, file } = text.council.files;
  const show = [section(explain), 'file' as const];
  return drawForm(IMPORT, {}, {}, { title: importTitle, submit, labels: { file }, show }, text);
}

const MOST_PROBLEMS = 10;

/** What came of a file, with the rows that could not be read. */
export function memberLines(file: string, put: Put, problems: readonly MemberProblem[], text: Text): string[] {
  const words = text.council.files;
  return [
    words.done(file, formatWon(put.added), formatWon(put.changed), formatWon(put.same)),
    ...(problems.length > 0 ? [words.notTaken(formatWon(problems.length))] : []),
    ...problems
      .slice(0, MOST_PROBLEMS)
      .map(({ line, code }) => `${text.expense.sourceLine(file, String(line))}: ${words.problems[code] ?? code}`),
  ];
}
