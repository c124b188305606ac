import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { type Heard, pages, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { findAway } from '../../src/spending/approval/away/store.ts';
import { approvalsMessage, MINE_PAGE } from '../../src/spending/approval/list-views.ts';
import { findSettings } from '../../src/spending/approval/setting/store.ts';
import { findAllWaiting, findAskedBy, findWaitingFor } from '../../src/spending/approval/store.ts';
import { APPROVAL_EDIT, APPROVAL_LIST } from '../../src/spending/approval/views.ts';
import { openEdit } from '../expense/record.ts';

/** What waits for this person, what they asked for, the settings and who is away. */
export async function showApprovals(offset: number, turn: Turn): Promise<Message> {
  const { db, person, text, today, config } = turn;
  const mine = await findWaitingFor(db, person, today);
  const asked = await findAskedBy(db, person);
  const own = new Set([...mine, ...asked].map(({ expense }) => expense.id));
  const others = isManager(person) ? (await findAllWaiting(db)).filter(({ expense }) => !own.has(expense.id)) : [];
  const away = await findAway(db, today);
  // What was on this page may have been decided meanwhile.
  if (offset > 0 && offset >= Math.max(mine.length, asked.length, others.length)) return showApprovals(0, turn);
  const { rules } = await findSettings(db);
  const people = [
    ...[...mine, ...asked, ...others].map(({ expense }) => expense.createdBy),
    ...away.flatMap(({ userId, deputy }) => [userId, deputy]),
  ];
  const names = await findNames(db, [...new Set(people)]);
  const lists = { mine, asked, others, rules, away, userId: person.userId, manager: isManager(person) };
  return approvalsMessage(lists, offset, { text, today, names, timezone: config.timezone });
}

export const lists: Heard[] = [
  press(APPROVAL_LIST, Words, (turn) => showApprovals(0, turn)),
  ...pages(MINE_PAGE, (turn) => showApprovals(turn.offset, turn)),
  // The message stays: it goes on telling how far the approval is.
  press(APPROVAL_EDIT, Words, (turn) => openEdit(turn.pressed, turn)),
];
