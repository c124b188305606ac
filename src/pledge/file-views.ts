import { z } from 'zod';
import { formatWon } from '../korean/won.ts';
import { type Block, button, clip, escaped, header, section, type View } from '../slack/blocks.ts';
import { drawForm, files, form } from '../slack/form.ts';
import type { Message } from '../slack/privately.ts';
import type { Text } from '../text/index.ts';
import type { PledgeIntake } from './intake.ts';
import type { Planned } from './matching.ts';
import { fieldWords } from './words.ts';

export const PLEDGE_IMPORT_OPEN = 'pledge_import_open';
export const PLEDGE_IMPORT_TAKE = 'pledge_import_take';
export const PLEDGE_IMPORT_DROP = 'pledge_import_drop';

const MOST_LINES = 15;

export const IMPORT = form({
  id: 'pledge_import',
  metadata: z.object({}),
  fields: { file: files({ types: ['csv', 'xlsx'] }) },
});

export function importForm(text: Text): View {
  const { title, look: submit, explain } = text.pledge.files;
  const labels = { file: text.files.form.file };
  return drawForm(IMPORT, {}, {}, { title, submit, labels, show: [section(explain), 'file'] }, text);
}

/** What a file did or would do, in a few lines. */
export function intakeLines(fileName: string, intake: PledgeIntake, text: Text): string[] {
  const words = text.pledge.files;
  const { absent, samples } = intake.plan;
  return [
    text.files.done(fileName, formatWon(intake.rows)),
    words.counts(formatWon(intake.added), formatWon(intake.changed), formatWon(intake.same)),
    ...(absent.length > 0 ? [words.absent(formatWon(absent.length))] : []),
    ...(samples.length > 0 ? [words.samples(formatWon(samples.length))] : []),
  ];
}

/** Each difference, and what was noticed about new rows. */
export function differenceLines(planned: readonly Planned[], text: Text): string[] {
  return planned.flatMap(({ row, known, differences }) => {
    const name = [row.stated.code ?? `#${row.stated.number ?? row.line}`, row.stated.title].join(' ');
    const changes = differences.map(({ field, before, after }) => {
      const label = text.pledge.historyFields[field] ?? field;
      return `${label}: ${shown(field, before, text)} → ${shown(field, after, text)}`;
    });
    if (known) return changes.length > 0 ? [clip(`${name} · ${changes.join(' · ')}`, 300)] : [];
    return [];
  });
}

/** What a file says anew: rows that it only repeats were spoken of when they came. */
const news = (planned: readonly Planned[]): Planned[] =>
  planned.filter(({ known, differences }) => !known || differences.length > 0);

export const flagLines = (planned: readonly Planned[], text: Text): string[] =>
  news(planned).flatMap(({ row }) =>
    row.flags.map((flag) => `${text.pledge.files.line(String(row.line))} ${text.pledge.flags[flag] ?? flag}`),
  );

/** What was noticed about rows that count nevertheless, as the terminal's report lists it. */
export const noticed = (file: string, planned: readonly Planned[], text: Text) =>
  news(planned).flatMap(({ row }) =>
    row.flags.map((flag) => ({
      file,
      line: row.line,
      field: flag.replace(/_[a-z]+$/, ''),
      code: flag,
      message: text.pledge.flags[flag] ?? flag,
    })),
  );

const shown = (field: string, value: unknown, text: Text): string =>
  value === null || value === undefined ? '–' : clip(fieldWords(field, value, text), 60);

/** Shows what a file would change and asks; `value` finds the same file and plan again. */
export function previewMessage(fileName: string, intake: PledgeIntake, value: string, text: Text): Message {
  const words = text.pledge.files;
  const lines = intakeLines(fileName, intake, text);
  const differences = differenceLines(intake.plan.rows, text);
  const flags = flagLines(intake.plan.rows, text);
  const nothing = intake.added + intake.changed === 0;
  const blocks: Block[] = [header(words.preview), section(lines.join('\n'))];
  for (const [title, all] of [
    [words.differences, differences],
    [words.noticed, flags],
  ] as const) {
    if (all.length === 0) continue;
    const more = all.length > MOST_LINES ? [text.pledge.state.more(formatWon(all.length - MOST_LINES))] : [];
    blocks.push(section(clip([title, ...all.slice(0, MOST_LINES), ...more].join('\n'), 2800)));
  }
  if (nothing) blocks.push(section(words.nothing));
  else {
    blocks.push({
      type: 'actions',
      elements: [button(PLEDGE_IMPORT_TAKE, words.take, value, 'primary'), button(PLEDGE_IMPORT_DROP, words.drop, ' ')],
    });
  }
  const told = [words.preview, ...lines, ...differences.slice(0, MOST_LINES), ...(nothing ? [words.nothing] : [])];
  return { text: escaped(clip(told.join('\n'), 3000)), blocks };
}
