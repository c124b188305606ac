import { formatWon, percent } from '../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section, sentence } from '../slack/blocks.ts';
import { pager } from '../slack/pager.ts';
import type { Message } from '../slack/privately.ts';
import type { Text } from '../text/index.ts';
import { type Pledge, pledgeName } from './rules.ts';
import type { Group, State } from './state.ts';
import { TROUBLED } from './status.ts';
import { detailWords, groupWords, moneyWords } from './words.ts';

export const PLEDGE_SHOW = 'pledge_show';
export const PLEDGE_PAGE = 'pledge_page';
export const PLEDGE_STATE = 'pledge_state';
export const PLEDGE_HISTORY = 'pledge_history';
export const PLEDGE_LIST = 'pledge_list_open';

export const PAGE_SIZE = 8;
const LONGEST_ROW = 300;
/** How many of those in trouble, and of those without a status, the overview names; the list has all. */
export const TROUBLED_SHOWN = 10;
const isInTrouble = (group: Group): boolean => (TROUBLED as readonly string[]).includes(group);

export type Since = {
  /** The evaluation that is compared with. */
  round: string;
  /** Each group's change in number, in words. */
  changes: { words: string }[];
  moved: number;
};

/** The state of a term's pledges, in the report's shape. */
export function stateMessage(state: State, since: Since | null, latest: readonly string[], text: Text): Message {
  const words = text.pledge.state;
  if (state.total === 0) return { text: words.none, blocks: [sentence(words.none)] };
  const title = words.title(state.term, formatWon(state.total));
  const groups = state.groups.map(({ group, count, share }) => {
    const parts = group === 'fulfilled' ? words.parts(formatWon(state.done), formatWon(state.continued)) : '';
    return `${groupWords(group, text)} ${text.pledge.count(formatWon(count))}${parts} · ${percent(share)}`;
  });
  const sum = state.groups.reduce((total, { share }) => total + (share ?? 0) * 10, 0) / 10;
  const total = words.total(formatWon(state.total), percent(sum));
  const types = state.types.map(({ type, count }) => `${text.pledge.typeName(type)} ${formatWon(count)}`).join(' · ');
  const rates = rateLines(state, text);
  const change = since
    ? [words.since(since.round, since.moved), ...since.changes.map((it) => it.words)].join(' · ')
    : null;
  const troubled = state.troubled.slice(0, TROUBLED_SHOWN);
  const all = state.groups.reduce((sum, { group, count }) => sum + (isInTrouble(group) ? count : 0), 0);
  const more = all - troubled.length;
  const unknown = state.unknown.slice(0, TROUBLED_SHOWN).map(pledgeName);
  const notes = [
    ...(unknown.length > 0 ? [words.unknown(unknown.join(', '))] : []),
    ...(state.sample ? [text.pledge.sample] : []),
  ];

  const blocks: Block[] = [
    header(title),
    section([...groups, total].join('\n')),
    section([types, ...rates].join('\n')),
    ...(change ? [section(change)] : []),
    ...(latest.length > 0 ? [section(latest.join('\n'))] : []),
    ...(troubled.length > 0 ? [section(words.troubled(formatWon(all)))] : []),
    ...troubled.map((pledge) => section(rowWords(pledge, text), showButton(pledge, text))),
    ...(more > 0 ? [context(words.more(formatWon(more)))] : []),
    ...(notes.length > 0 ? [context(notes.join('\n'))] : []),
    {
      type: 'actions',
      elements: [button(PLEDGE_LIST, words.list, ' '), button(PLEDGE_HISTORY, words.history, ' ')],
    },
  ];
  const told = [title, ...groups, total, types, ...rates, ...(change ? [change] : []), ...latest, ...notes];
  const names = troubled.map((pledge) => `${pledgeName(pledge)} ${pledge.title}`);
  return { text: escaped(clip([...told, ...names].join('\n'), 3000)), blocks };
}

/** Each rate with its name and what it is made of: people mix them up. */
function rateLines({ achieved, groups, total, progress, secured, spent }: State, text: Text): string[] {
  const words = text.pledge.state;
  const fulfilled = groups.find(({ group }) => group === 'fulfilled')?.count ?? 0;
  return [
    words.achieved(percent(achieved), formatWon(fulfilled), formatWon(total)),
    progress.mean === null ? words.noProgress : words.progress(percent(progress.mean), formatWon(progress.of)),
    secured.of === 0
      ? words.noSecured
      : words.secured(
          percent(secured.rate),
          moneyWords(secured.won, text) ?? '',
          moneyWords(secured.budget, text) ?? '',
        ),
    ...(spent.of === 0
      ? []
      : [words.spent(percent(spent.rate), moneyWords(spent.won, text) ?? '', moneyWords(spent.budget, text) ?? '')]),
  ];
}

export const rowWords = (pledge: Pledge, text: Text): string =>
  clip(`${pledgeName(pledge)} · ${pledge.title}\n${detailWords(pledge, text)}`, LONGEST_ROW);

export const showButton = (pledge: Pick<Pledge, 'id'>, text: Text) =>
  button(PLEDGE_SHOW, text.expense.show, String(pledge.id));

/** What was done with a pledge, and a way to it. */
export const doneMessage = (words: string, pledge: Pick<Pledge, 'id'>, text: Text): Message => ({
  text: escaped(words),
  blocks: [section(words, showButton(pledge, text))],
});

/** A page of pledges, and how many a search or a list found. */
export type Found = { pledges: readonly Pledge[]; count: number };

/** `said`: the words of the query beside whose pledges it asks for, and whose those are. */
export function listMessage(
  { pledges, count }: Found,
  at: {
    query: string;
    offset: number;
    said?: { words: string; whose: string };
  },
  text: Text,
): Message {
  const words = text.pledge.list;
  const said = at.said ?? { words: at.query.trim(), whose: '' };
  if (count === 0) return { text: escaped(words.none(said.words, said.whose)) };
  const pages = Math.ceil(count / PAGE_SIZE);
  const summary = words.summary(formatWon(count), said.words, said.whose);
  const page = pages > 1 ? [text.expense.list.page(Math.floor(at.offset / PAGE_SIZE) + 1, pages)] : [];
  return {
    text: escaped([summary, ...pledges.map((pledge) => rowWords(pledge, text)), ...page].join('\n')),
    blocks: [
      header(words.title),
      section(summary),
      ...pledges.map((pledge) => section(rowWords(pledge, text), showButton(pledge, text))),
      ...(page.length > 0 ? [context(...page)] : []),
      ...pager(PLEDGE_PAGE, at, { count, size: PAGE_SIZE }, text),
    ],
  };
}

export function helpMessage(text: Text): Message {
  const { title, lines } = text.pledge.help;
  return { text: [title, ...lines].join('\n'), blocks: [header(title), sentence(lines.join('\n'))] };
}
