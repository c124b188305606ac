import type { types } from '@slack/bolt';
import { formatSpan } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import { ACCOUNTS } from '../../vocabulary/expense.ts';
import { expenseName } from '../expense/rules.ts';
import { EXPENSE_SHOW } from '../expense/views.ts';
import { accountWords, detailWords, whenWords, wonWords } from '../expense/words.ts';
import type { Away } from './away/rules.ts';
import { AWAY_END, AWAY_OPEN } from './away/views.ts';
import type { Rules } from './setting/rules.ts';
import { ruleWords, SETTINGS_OPEN } from './setting/views.ts';
import type { Waiting } from './store.ts';
import { APPROVAL_EDIT, APPROVAL_OPEN } from './views.ts';
import { type Around, nameIn, stateWords } from './words.ts';

export const MINE_PAGE = 'approval_mine_page';

/** Rows of each list: together with the settings, one screen of a desktop and three of a phone. */
export const PAGE_SIZE = 6;
const AWAY_SHOWN = 10;

type Lists = {
  mine: readonly Waiting[];
  asked: readonly Waiting[];
  /** What waits for others, for whom all of it concerns. */
  others: readonly Waiting[];
  rules: Rules;
  away: readonly Away[];
  /** Whose message it is, and whether they are a manager. */
  userId: string;
  manager: boolean;
};

/** What waits for me, what I asked for, what needs approval and who is away. */
export function approvalsMessage(lists: Lists, offset: number, around: Around): Message {
  const { text } = around;
  const words = text.approval.list;
  const { rules, away, manager, userId } = lists;
  const mine = pageOf(lists.mine, offset);
  const asked = pageOf(lists.asked, offset);
  const blocks: Block[] = [header(words.title)];
  const told: string[] = [words.title];
  const tell = (line: string, accessory?: types.Button) => {
    blocks.push(section(line, accessory));
    told.push(line);
  };

  tell(lists.mine.length === 0 ? words.mineNone : words.mine(formatWon(lists.mine.length)));
  for (const it of mine)
    tell(rowWords(it, around), button(APPROVAL_OPEN, words.open, String(it.expense.id), 'primary'));
  tell(lists.asked.length === 0 ? words.askedNone : words.asked(formatWon(lists.asked.length)));
  for (const it of asked) {
    const mend = it.expense.approval !== 'waiting';
    const [action, label] = mend ? [APPROVAL_EDIT, text.approval.progress.edit] : [EXPENSE_SHOW, words.show];
    tell(rowWords(it, around), button(action, label, String(it.expense.id)));
  }
  if (lists.others.length > 0) tell(words.others(formatWon(lists.others.length)));
  for (const it of pageOf(lists.others, offset)) {
    tell(rowWords(it, around), button(EXPENSE_SHOW, words.show, String(it.expense.id)));
  }
  const longest = Math.max(lists.mine.length, lists.asked.length, lists.others.length);
  if (longest > PAGE_SIZE) blocks.push(context(words.page(offset / PAGE_SIZE + 1, Math.ceil(longest / PAGE_SIZE))));
  blocks.push(...pager(MINE_PAGE, { query: '', offset }, { count: longest, size: PAGE_SIZE }, text));

  const inForce = ACCOUNTS.filter((account) => rules[account].mode !== 'off');
  const lines = inForce.map((account) => `${accountWords(account, text)}: ${ruleWords(rules[account], text)}`);
  const standing = [words.rules, ...(lines.length > 0 ? lines : [words.none])].join('\n');
  blocks.push(context(standing));
  told.push(standing);
  if (away.length > 0) told.push(words.deputies);
  for (const it of away.slice(0, AWAY_SHOWN)) {
    const line = words.awayLine(
      nameIn(around, it.userId),
      ...formatSpan(it, text.language, around.today),
      nameIn(around, it.deputy),
    );
    tell(line, it.userId === userId ? button(AWAY_END, words.call, String(it.id)) : undefined);
  }
  if (manager) {
    blocks.push({
      type: 'actions',
      elements: [button(SETTINGS_OPEN, words.settings, ' '), button(AWAY_OPEN, words.away, ' ')],
    });
  }
  return { text: escaped(clip(told.join('\n'), 3_000)), blocks };
}

const pageOf = <Row>(rows: readonly Row[], offset: number): Row[] => rows.slice(offset, offset + PAGE_SIZE);

function rowWords({ expense, approval }: Waiting, around: Around): string {
  const { text, today } = around;
  const title = [expenseName(expense.id), wonWords(expense.amount, text), stateWords(expense, approval, text)];
  const who = nameIn(around, expense.createdBy);
  const what = `${whenWords(expense, text, today)} · ${who} · ${detailWords(expense, text).replaceAll('\n', ' ')}`;
  return clip(`${title.join(' · ')}\n${what}`, 300);
}
