import type { types } from '@slack/bolt';
import { formatDay } from '../korean/day-words.ts';
import type { Holidays } from '../korean/holidays.ts';
import { formatWon } from '../korean/won.ts';
import { type Block, button, clip, context, escaped, firstOne, header, section, sentence } from '../slack/blocks.ts';
import { fiveAtMost } from '../slack/more.ts';
import { pager } from '../slack/pager.ts';
import type { Message } from '../slack/privately.ts';
import type { Reader } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';
import type { Standing } from '../vocabulary/visit.ts';
import type { Program } from './programs/rules.ts';
import { VISIT_REPORTED_OPEN } from './reported/views.ts';
import { type Visit, visitName } from './rules.ts';
import { dayOffWords, placeWords, programWords, whenWords } from './words.ts';

export const VISIT_NEW = 'visit_new';
export const VISIT_SHOW = 'visit_show';
export const VISIT_EDIT = 'visit_edit';
export const VISIT_CANCEL = 'visit_cancel';
export const VISIT_RESTORE = 'visit_restore';
export const VISIT_PAGE = 'visit_page';
export const VISITS_OF = 'visits_of';
export const VISIT_FROM_MESSAGE = 'visit_from_message';

/** Rows on a page of a list: a screen and a half of a phone; a week is seen as a whole where it can be. */
export const PAGE_SIZE = 8;
export const WEEK_SIZE = 14;
const LONGEST_ROW = 300;

/** What the person who saved is told, and only they. `lines` go with it: clashes kept, days off, who to tell first. */
export function savedMessage(
  title: string,
  visits: readonly Visit[],
  lines: readonly string[],
  { text, today }: Reader,
  more: readonly types.Button[] = [],
): Message {
  const [first] = visits;
  const whens = visits.map((visit) =>
    [...(visits.length > 1 ? [visitName(visit.id)] : []), whenWords(visit, text, today)].join(' '),
  );
  const all = [
    title,
    ...(first ? [clip(`${first.title} · ${placeWords(first, text)}`, LONGEST_ROW)] : []),
    ...whens,
    ...lines,
  ];
  const id = String(first?.id ?? '');
  return {
    text: escaped(all.join('\n')),
    blocks: [
      section(all.join('\n')),
      {
        type: 'actions',
        elements: [
          button(VISIT_SHOW, text.visit.show, id),
          button(VISIT_EDIT, text.visit.edit, id),
          button('visit_share_open', text.visit.share, id),
          ...more,
        ],
      },
    ],
  };
}

export type Listed = { visit: Visit; program: Program | undefined; standing: Standing };

type Shown = {
  title: string;
  /** How the words of the search were understood; '' where the title says it. */
  understood: string;
  none: string;
  query: string;
  offset: number;
  size: number;
  count: number;
  /** How many of them are called off: they are shown, and not counted. */
  cancelled: number;
  /** How many of all pages nobody was told of. */
  untold: number;
};

/** A page of visits under the days they are on; the buttons carry the words that were typed. */
export function listMessage(
  rows: readonly Listed[],
  shown: Shown,
  holidays: Holidays,
  { text, today }: Reader,
): Message {
  const words = text.visit.list;
  if (shown.count === 0)
    return { text: escaped(shown.none), blocks: [section(shown.none), firstOne(VISIT_NEW, text.visit.record)] };
  const pages = Math.ceil(shown.count / shown.size);
  const page = Math.floor(shown.offset / shown.size) + 1;
  const summary = [
    [shown.understood, words.summary(formatWon(shown.count - shown.cancelled))].filter(Boolean).join(' · '),
    ...(shown.cancelled > 0 ? [words.cancelled(formatWon(shown.cancelled))] : []),
    ...(pages > 1 ? [words.page(page, pages)] : []),
    ...(shown.untold > 0 ? [words.untold(formatWon(shown.untold))] : []),
  ].join('\n');
  const blocks: Block[] = [header(shown.title), section(summary)];
  const told: string[] = [shown.title, summary];
  let day = '';
  for (const row of rows) {
    if (row.visit.startsOn !== day) {
      day = row.visit.startsOn;
      const heading = [formatDay(day, text.language, today), dayOffWords(day, holidays, text)]
        .filter(Boolean)
        .join(' · ');
      blocks.push(context(heading));
      told.push(heading);
    }
    const line = rowWords(row, text, today);
    blocks.push(section(line, button(VISIT_SHOW, text.visit.show, String(row.visit.id))));
    told.push(line);
  }
  blocks.push(...pager(VISIT_PAGE, shown, shown, text));
  return { text: escaped(clip(told.join('\n'), 3900)), blocks };
}

function rowWords({ visit, program, standing }: Listed, text: Text, today: string): string {
  const time =
    visit.endsOn === visit.startsOn
      ? [visit.startTime, visit.endTime].filter(Boolean).join('–')
      : whenWords(visit, text, today);
  const state = visit.cancelled ? text.visit.cancelledWord : text.visit.standings[standing];
  const first = [time, clip(visit.title, 120)].join(' ');
  const second = [visitName(visit.id), programWords(program, text), placeWords(visit, text)].join(' · ');
  const marked = visit.cancelled || standing === 'untold' || standing === 'stale' || standing === 'late';
  return clip([first, second, ...(marked ? [state] : [])].join('\n'), LONGEST_ROW);
}

/** Everything that is known of one visit. */
export type Card = {
  visit: Visit;
  program: Program | undefined;
  standing: Standing;
  /** Label and words, in order; what is empty is left out. */
  facts: readonly (readonly [string, string | null])[];
  agenda: readonly string[];
  notices: readonly string[];
  expenses: readonly string[];
  notes: readonly string[];
  history: readonly string[];
  mayChange: boolean;
  hasBegun: boolean;
};

/** `first`: what was just done. */
export function visitMessage(card: Card, text: Text, first?: string): Message {
  const { visit } = card;
  const words = text.visit;
  const title = `${visitName(visit.id)} · ${visit.title}`;
  const facts = card.facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const parts: [string, readonly string[]][] = [
    [words.fields.agenda, card.agenda],
    [words.fields.council, card.notices],
    [words.fields.expenses, card.expenses],
  ];
  const sections = parts.filter(([, lines]) => lines.length > 0).map(([label, lines]) => [label, ...lines].join('\n'));
  const state = visit.cancelled ? words.cancelled : words.standings[card.standing];
  const notes = [...(state ? [state] : []), ...card.notes];
  const blocks: Block[] = [...(first ? [section(first)] : []), header(title)];
  if (notes.length > 0) blocks.push(context(notes.join('\n')));
  const reported = button(VISIT_REPORTED_OPEN, text.report.buttons.visit, String(visit.id));
  const mayReport = card.mayChange && !visit.cancelled;
  blocks.push(section(facts.join('\n')), ...sections.map((lines) => section(clip(lines, 2500))));
  if (card.history.length > 0) blocks.push(context(clip([words.history, ...card.history].join('\n'), 2000)));
  const id = String(visit.id);
  const buttons = [
    ...(card.mayChange && !visit.cancelled ? [button(VISIT_EDIT, words.edit, id)] : []),
    ...(card.mayChange && !visit.cancelled && card.hasBegun ? [button('visit_result_open', words.result, id)] : []),
    ...(card.mayChange && visit.cancelled ? [button(VISIT_RESTORE, words.restore, id)] : []),
    ...(visit.cancelled && card.notices.length === 0 ? [] : [button('visit_share_open', words.share, id)]),
    button('visit_tie_open', words.tie, id),
    ...(mayReport ? [reported] : []),
    ...(card.mayChange && !visit.cancelled && visit.summary === null
      ? [button(VISIT_CANCEL, words.cancel, id, 'danger')]
      : []),
  ];
  blocks.push({ type: 'actions', elements: fiveAtMost(buttons) });
  return {
    text: escaped(clip([...(first ? [first] : []), title, ...notes, ...facts, ...sections].join('\n'), 3900)),
    blocks,
  };
}

export function helpMessage(text: Text): Message {
  const { title, lines } = text.visit.help;
  return { text: [title, ...lines].join('\n'), blocks: [header(title), sentence(lines.join('\n'))] };
}
