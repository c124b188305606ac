import { formatDay, formatMoment } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { actorName } from '../../people/actors.ts';
import { type Block, button, escaped, header, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Kept } from '../../vocabulary/upkeep.ts';
import type { Deletion } from './store.ts';

export const RETENTION_OPEN = 'retention_open';
export const RETENTION_SETTINGS_OPEN = 'retention_settings_open';
export const RETENTION_DELETE = 'retention_delete';

export type Due = { kind: Kept; years: number; before: Day; count: number };

type Shown = {
  due: readonly Due[];
  deletions: readonly Deletion[];
  names: ReadonlyMap<string, string>;
  zone: string;
  today: Day;
};

/** What may go this year, each with its ground, and what went before. */
export function retentionMessage({ due, deletions, names, zone, today }: Shown, text: Text, first?: string): Message {
  const { title, line, none, kinds, grounds, remove, settings, before, went } = text.upkeep.retention;
  const rows = due.map((it) => {
    const words = line(kinds[it.kind], it.years, formatDay(it.before, text.language, today), formatWon(it.count));
    return { ...it, words: [words, grounds[it.kind]].join('\n') };
  });
  const history = deletions.map(({ kind, count, reason, by, at }) =>
    went(
      formatMoment(at, zone, text.language, today),
      actorName(by, names, text),
      kinds[kind],
      formatWon(count),
      reason,
    ),
  );
  const said = [...(first ? [first] : []), title];
  const nothing = due.every(({ count }) => count === 0) ? [none] : [];
  return {
    text: escaped([...said, ...nothing, ...rows.map(({ words }) => words), ...history].join('\n')),
    blocks: [
      ...(first ? [section(first)] : []),
      header(title),
      ...nothing.map((words) => section(words)),
      ...rows.map(
        ({ kind, count, words }): Block =>
          section(words, ...(count > 0 ? [button(RETENTION_DELETE, remove(formatWon(count)), kind, 'danger')] : [])),
      ),
      ...(history.length > 0 ? [section([before, ...history].join('\n'))] : []),
      { type: 'actions', elements: [button(RETENTION_SETTINGS_OPEN, settings, ' ')] },
    ],
  };
}
