import { formatWon } from '../../korean/won.ts';
import { type Block, button, clip, escaped, header, plain, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { type Expense, expenseName } from '../expense/rules.ts';
import { wonWords } from '../expense/words.ts';
import type { Choice } from './rules.ts';
import type { Doubled, Twin } from './store.ts';

export const TWINS = 'expense_twins';
export const TWIN_PAGE = 'expense_twin_page';
export const TWIN_REPLACE_ALL = 'expense_twin_replace_all';
/** A button's id is its own in a message's block: one for each choice. */
export const twinAction = (choice: Choice): string => `expense_twin_${choice}`;

export const TWIN_PAGE_SIZE = 4;
const LONGEST_SIDE = 600;

type Found = { twins: readonly Twin[]; count: number; corrections: number };

/** Pairs that may be one spend, side by side, with a press for each way to decide. */
export function twinsMessage({ twins, count, corrections }: Found, offset: number, text: Text, lead?: string): Message {
  const words = text.imported.decide;
  if (count === 0) return plainMessage([...(lead ? [lead] : []), words.none].join('\n'));
  const summary = words.summary(formatWon(count));
  const pairs = twins.map((twin) => ({ twin, said: pairWords(twin, text) }));
  const replaceAll = button(TWIN_REPLACE_ALL, words.replaceAll(formatWon(corrections)), 'all');
  const confirm = {
    title: plain(words.title),
    text: plain(words.replaceAllConfirm),
    confirm: plain(words.yes),
    deny: plain(words.no),
  };
  return {
    text: escaped([...(lead ? [lead] : []), words.title, summary, ...pairs.map(({ said }) => said)].join('\n')),
    blocks: [
      ...(lead ? [section(lead)] : []),
      header(words.title),
      section(summary),
      ...pairs.flatMap(({ twin, said }): Block[] => [section(said), choicesOf(twin, text)]),
      ...(corrections > 1 ? [{ type: 'actions' as const, elements: [{ ...replaceAll, confirm }] }] : []),
      ...pager(TWIN_PAGE, { query: '', offset }, { count, size: TWIN_PAGE_SIZE }, text),
    ],
  };
}

function choicesOf({ id, later, earlier }: Twin, text: Text): Block {
  const words = text.imported.decide;
  return {
    type: 'actions',
    block_id: `twin_${id}`,
    elements: [
      button(twinAction('keep_later'), words.keep(expenseName(later.id)), String(id), 'primary'),
      button(twinAction('keep_earlier'), words.keep(expenseName(earlier.id)), String(id)),
      button(twinAction('different'), words.different, String(id)),
    ],
  };
}

function pairWords({ kind, later, earlier }: Twin, text: Text): string {
  const words = text.imported.decide;
  const side = (label: string, it: Expense) => clip(`${label} ${sideWords(it, text)}`, LONGEST_SIDE);
  return [words.kinds[kind], side(words.earlier, earlier), side(words.later, later)].join('\n');
}

const sideWords = (it: Expense, text: Text): string =>
  [
    expenseName(it.id),
    [it.spentOn, it.spentTime].filter(Boolean).join(' '),
    wonWords(it.amount, text),
    it.place,
    it.purpose,
    it.attendees,
    it.department ?? it.spender,
  ]
    .filter(Boolean)
    .join(' · ');

/** `확인할 같은 지출 3쌍, 85,000원이 두 번 잡혔을 수 있음`: beside a total that holds them. */
export const doubledLines = ({ pairs, won }: Doubled, text: Text): string[] =>
  pairs === 0 ? [] : [text.imported.doubled(pairs, formatWon(pairs), wonWords(won, text))];

/** Below another message: how many pairs wait, and the way to them. */
export const twinsButton = (count: number, text: Text): Block[] =>
  count === 0
    ? []
    : [{ type: 'actions', elements: [button(TWINS, text.imported.decide.open(formatWon(count)), 'open')] }];
