import { formatDay } from '../korean/day-words.ts';
import { formatWon } from '../korean/won.ts';
import { button, escaped, header, section, sentence } from '../slack/blocks.ts';
import { fiveAtMost } from '../slack/more.ts';
import type { Message } from '../slack/privately.ts';
import { wonWords } from '../spending/expense/words.ts';
import type { Text } from '../text/index.ts';
import { hasEnded, quarterOf, readPeriod } from './period.ts';
import type { Release } from './release/store.ts';
import type { DisclosureState } from './store.ts';
import { DISCLOSURE_OPEN, fileButtons } from './views.ts';
import { leftWords, periodWords } from './words.ts';

export type StateRow = DisclosureState & {
  /** Days until it is due. */
  left: number;
  /** Rows that differ from what was released. */
  changed: number;
};

/** The quarters of the last year and whether each is published. */
export function statesMessage(rows: readonly StateRow[], today: string, text: Text): Message {
  const words = text.disclosure.states;
  const lines = rows.map((row) => stateWords(row, today, text));
  return {
    text: escaped([words.title, ...lines].join('\n')),
    blocks: [
      header(words.title),
      ...rows.map((row, i) =>
        section(lines[i] ?? '', button(DISCLOSURE_OPEN, text.disclosure.buttons.open, row.quarter)),
      ),
      sentence(words.hint),
    ],
  };
}

function stateWords(row: StateRow, today: string, text: Text): string {
  const words = text.disclosure.states;
  const period = quarterOf(row.year, Number(row.quarter.slice(-1)));
  const name = periodWords(period, text);
  const due = formatDay(row.due, text.language, today);
  const months = row.releases
    .filter((release) => !release.period.includes('Q'))
    .flatMap((release) => readPeriod(release.period, today) ?? [])
    .map((month) => periodWords(month, text));
  const state = row.released
    ? words.released
    : !hasEnded(period, today)
      ? words.running(due)
      : [
          ...(months.length > 0 ? [words.partly(months.join(', '))] : []),
          words.waiting(due, leftWords(row.left, text)),
        ].join(' · ');
  return [
    words.row(name, formatWon(row.count), wonWords(row.won, text)),
    row.count === 0 && !row.released ? words.none : state,
    ...(row.changed > 0 ? [words.changed(formatWon(row.changed))] : []),
  ].join('\n');
}

/** Told once a table is released: its files, and what to do with them. */
export function releasedMessage(
  release: Release,
  { name, by, when }: { name: string; by: string; when: string },
  said: string,
  text: Text,
): Message {
  const words = text.disclosure;
  const lines = [
    said,
    words.released(release.version, { count: formatWon(release.count), won: wonWords(release.won, text), by, when }),
    ...(release.reason ? [words.reason(release.reason)] : []),
  ];
  return {
    text: escaped(lines.join('\n')),
    blocks: [
      header(words.title(name)),
      section(lines.join('\n')),
      {
        type: 'actions',
        elements: fiveAtMost([
          button(DISCLOSURE_OPEN, words.buttons.open, release.period),
          ...fileButtons(release, text),
        ]),
      },
    ],
  };
}
