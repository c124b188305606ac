import { formatWon } from '../../korean/won.ts';
import { plain, section, type View } from '../../slack/blocks.ts';
import { fileField } from '../../slack/fields.ts';
import type { Text } from '../../text/index.ts';
import type { MemberProblem } from './files.ts';
import type { Put } from './store.ts';

export const MEMBERS_IMPORT = 'council_members_import_open';
export const MEMBERS_IMPORT_FORM = 'council_members_import';

export function membersImportForm(text: Text): View {
  const words = text.council.files;
  return {
    type: 'modal',
    callback_id: MEMBERS_IMPORT_FORM,
    title: plain(words.importTitle),
    submit: plain(words.submit),
    close: plain(text.council.form.cancel),
    blocks: [section(words.explain), fileField({ id: 'file', label: words.file })],
  };
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
