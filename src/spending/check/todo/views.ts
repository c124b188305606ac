import { formatWon } from '../../../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section } from '../../../slack/blocks.ts';
import { pager } from '../../../slack/pager.ts';
import type { Message } from '../../../slack/privately.ts';
import type { Text } from '../../../text/index.ts';
import { TODOS, type Todo } from '../../../vocabulary/check.ts';
import { twinsButton } from '../../twin/views.ts';
import { CHECK_LIMITS, CHECK_LIST, CHECK_TODO } from '../ids.ts';
import type { Asked } from '../scope.ts';
import { type Row, rowBlocks, rowLines } from '../views.ts';
import { ruleTitle } from '../words.ts';
import { todoOf } from './rules.ts';

export const TODOS_ON_A_PAGE = 5;

export type Todos = {
  rows: readonly Row[];
  counts: Record<Todo, number>;
  offset: number;
  records: number;
  twins: number;
  notes: readonly string[];
};

/** What is open, by what is to be done about it, a few at a time. */
export function todoMessage(
  { rows, counts, ...at }: Todos,
  { query, period }: Asked,
  text: Text,
  today: string,
): Message {
  const words = text.check.list;
  const open = TODOS.reduce((sum, todo) => sum + counts[todo], 0);
  const groups = TODOS.filter((todo) => counts[todo] > 0).map((todo) => words.todos[todo](formatWon(counts[todo])));
  const summary = [
    open === 0 ? words.none(period) : words.summary(period, formatWon(open), formatWon(at.records)),
    ...(groups.length > 0 ? [groups.join(' · ')] : []),
  ].join('\n');
  const shown = rows.map((row, i) => {
    const [todo, before] = [todoOf(row.finding), rows[i - 1]];
    const said = rowLines(row, new Map(), text, today).replace('→ ', `→ ${ruleTitle(row.finding.rule, text)}: `);
    const heading = before && todoOf(before.finding) === todo ? [] : [words.todos[todo](formatWon(counts[todo]))];
    return { row, heading, said: clip(said, LONGEST) };
  });
  const pages = Math.ceil(open / TODOS_ON_A_PAGE);
  const page = pages > 1 ? [text.expense.list.page(Math.floor(at.offset / TODOS_ON_A_PAGE) + 1, pages)] : [];
  const blocks: Block[] = [
    header(words.title),
    section(summary),
    ...shown.flatMap(({ row, heading, said }) => [
      ...heading.flatMap((it): Block[] => [{ type: 'divider' }, context(it)]),
      ...rowBlocks(row, said, text),
    ]),
    ...[...page, ...at.notes].map((it) => context(it)),
    ...pager(CHECK_TODO, { query, offset: at.offset }, { count: open, size: TODOS_ON_A_PAGE }, text),
    ...twinsButton(at.twins, text),
    {
      type: 'actions',
      elements: [button(CHECK_LIST, words.back, query || ' '), button(CHECK_LIMITS, words.limits, 'open')],
    },
  ];
  const lines = shown.flatMap(({ heading, said }) => [...heading, said]);
  return { text: escaped(clip([words.title, summary, ...lines, ...page, ...at.notes].join('\n'), 3500)), blocks };
}

const LONGEST = 700;
