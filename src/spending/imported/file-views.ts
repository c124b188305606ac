import { z } from 'zod';
import { formatWon } from '../../korean/won.ts';
import { clip, escaped, section, sentence, type View } from '../../slack/blocks.ts';
import { choice, drawForm, files, form } from '../../slack/form.ts';
import type { Message } from '../../slack/privately.ts';
import { tableRefusal } from '../../tables/refusal-words.ts';
import type { Text } from '../../text/index.ts';
import type { ExpenseFileRefusal } from '../expense/files.ts';
import { wonWords } from '../expense/words.ts';
import { twinsButton } from '../twin/views.ts';
import type { Intake } from './intake.ts';
import { undoButton } from './list-views.ts';

export const IMPORT_OPEN = 'expense_import_open';
export const IMPORT = form({
  id: 'expense_import',
  metadata: z.object({}),
  fields: { file: files({ types: ['csv', 'xlsx', 'xls'] }), kind: choice() },
});

export function importForm(text: Text): View {
  const { title, submit, explain, kinds, ...labels } = text.files.form;
  const kind = (['expenses', 'budgets'] as const).map((value) => ({ label: kinds[value], value }));
  const show = [section(explain), 'file', 'kind'] as const;
  const look = { title, submit, labels, choices: { kind }, show };
  return drawForm(IMPORT, { kind: 'expenses' }, {}, look, text);
}

/** The same for the person who uploaded it. */
export function intakeMessage(fileName: string, intake: Intake, text: Text): Message {
  const lines = intakeLines(fileName, intake, text);
  const [plainLines, hints] = intake.held > 0 ? [lines.slice(0, -1), lines.slice(-1)] : [lines, []];
  return {
    text: escaped(lines.join('\n')),
    blocks: [
      section(plainLines.join('\n')),
      ...hints.map((hint) => sentence(hint)),
      ...twinsButton(intake.twins.correction + intake.twins.maybe_same, text),
      ...(intake.importId === null
        ? []
        : [{ type: 'actions' as const, elements: [undoButton(intake.importId, text)] }]),
    ],
  };
}

/** What came of a file, for the terminal that brought it. */
export function intakeLines(fileName: string, intake: Intake, text: Text): string[] {
  return [
    text.files.done(fileName, formatWon(intake.rows)),
    text.files.counts(formatWon(intake.imported), formatWon(intake.duplicates), formatWon(intake.held)),
    text.files.sum(wonWords(intake.won, text)),
    ...noticedLines(intake, text),
    ...twinLines(intake, text),
    ...(intake.held > 0 ? [text.files.heldHint] : []),
  ];
}

/** What may be a spend that was there before. */
function twinLines({ twins, twinOf }: Intake, text: Text): string[] {
  return (['correction', 'maybe_same'] as const).flatMap((kind) =>
    twins[kind] > 0 ? [text.imported.twins[kind](twins[kind], formatWon(twins[kind]), twinOf)] : [],
  );
}

/** How days without a year were read, and every flag with how many rows carry it and the first of them. */
function noticedLines({ years, flags }: Intake, text: Text): string[] {
  const read = Object.entries(years).map(([year, count]) => text.files.yearRead(year, formatWon(count)));
  const flagged = Object.entries(flags).map(([flag, { count, lines }]) =>
    text.files.flagged(
      text.files.flags[flag] ?? flag,
      formatWon(count),
      lines.join(', ') + (count > lines.length ? ' …' : ''),
    ),
  );
  return [...(read.length > 0 ? [text.files.yearsRead(read.join(', '))] : []), ...flagged];
}

/** What a refused file of so many bytes is, with the headings seen and those that are missing where it has no heading. */
export function refusalWords(refused: ExpenseFileRefusal, bytes: number, text: Text): string {
  const words = tableRefusal(refused.refusal, bytes, text);
  if (refused.refusal !== 'no_heading') return words;
  const missing = refused.missing.map((field) => text.files.columns[field]).join(', ');
  const seen = clip(refused.seen.join(', '), LONGEST_HEADINGS);
  return seen === '' ? words : text.files.noHeading(seen, missing);
}
const LONGEST_HEADINGS = 500;
