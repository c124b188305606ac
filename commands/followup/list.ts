import {
  countByKind,
  countFollowups,
  findDepartments,
  findFollowups,
  findTexts,
} from '../../src/followup/list/store.ts';
import { filterWords } from '../../src/followup/list/words.ts';
import { readQuery } from '../../src/followup/query.ts';
import { FOLLOWUP_OF, FOLLOWUP_PAGE, listMessage, PAGE_SIZE, statsMessage } from '../../src/followup/views.ts';
import { formatSpan } from '../../src/korean/day-words.ts';
import { nearWords, withNear } from '../../src/korean/near.ts';
import { formatWon } from '../../src/korean/won.ts';
import { findDistricts } from '../../src/people/districts/store.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { clip, escaped, header, section } from '../../src/slack/blocks.ts';
import { type Heard, pages, press, Words } from '../../src/slack/command.ts';
import { queryOf } from '../../src/slack/pager.ts';
import type { Message } from '../../src/slack/privately.ts';
import { markedSimilar } from '../../src/slack/similar.ts';
import type { Turn, Typed } from '../../src/slack/turn.ts';
import { findOwedSpends } from '../../src/spending/saving/owed.ts';
import { owedSpendRow } from '../../src/spending/saving/owed-views.ts';

const MINE = '@me';

/** A page of what the typed words ask for; just `/followup` is everything of mine that is still owed. */
export async function listFollowups(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { db, person, text, today } = turn;
  const query = queryOf(typed);
  const filter = readQuery(query, {
    today,
    me: person.userId,
    people: await findPeople(db),
    departments: await findDepartments(db, query.split(' ').slice(0, 20)),
    districts: await findDistricts(db),
  });
  const found = await findFollowups(db, filter, { offset, limit: PAGE_SIZE });
  const near = found.count === 0 && filter.words ? nearWords(filter.words, await findTexts(db)) : null;
  if (near && withNear(query, near) !== query)
    return markedSimilar(await listFollowups(withNear(query, near), offset, turn), near, text);
  const owners = found.followups.flatMap(({ owner }) => owner ?? []);
  const mine = query === MINE;
  const { list } = text.followup;
  const names = await findNames(db, [...new Set([...owners, ...(filter.owner ? [filter.owner] : [])])]);
  const how = {
    title: mine ? list.mine : filter.due ? list.due(...formatSpan(filter.due, text.language, today)) : list.title,
    none: mine ? list.noneMine : list.none,
    understood: mine ? '' : filterWords(filter, names, text),
    names,
  };
  return listMessage(found, { query, offset }, how, turn);
}

/** `내것 10월`: of mine what the words say. */
export const listMineTyped = (turn: Typed): Promise<Message> =>
  turn.typed === '' ? listMine(turn) : listFollowups(`${MINE} ${turn.typed}`, 0, turn);

/** Everything of mine that is still owed; above it what my own spends want of me. */
export const listMine = async (turn: Turn): Promise<Message> => belowOwed(await listFollowups(MINE, 0, turn), turn);

/** A message below what this person's own spends want of them. */
export async function belowOwed(message: Message, turn: Turn): Promise<Message> {
  const owed = await findOwedSpends(turn.db, turn.person.userId, turn.now());
  if (owed.length === 0) return message;
  const title = turn.text.home.owed(formatWon(owed.length));
  const rows = owed.slice(0, OWED_SHOWN).map((it) => owedSpendRow(it, turn));
  return {
    ...message,
    text: clip([escaped([title, ...rows.map(({ words }) => words)].join('\n')), message.text].join('\n'), 3900),
    blocks: [header(title), ...rows.map(({ words, show }) => section(words, show)), ...(message.blocks ?? [])],
  };
}

const OWED_SHOWN = 5;

export async function showStats({ db, text, today }: Turn): Promise<Message> {
  const rest = {
    overdue: await countFollowups(db, { overdueOn: today }),
    unowned: await countFollowups(db, { open: true, owner: null }),
    undated: await countFollowups(db, { undated: true }),
  };
  return statsMessage(await countByKind(db, {}), rest, text);
}

export const listPages: Heard[] = [
  ...pages(FOLLOWUP_PAGE, (turn) => listFollowups(turn.query, turn.offset, turn)),
  press(FOLLOWUP_OF, Words, (turn) => listFollowups(`<@${turn.pressed}>`, 0, turn)),
];
