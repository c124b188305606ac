import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { readQuery } from '../../src/followup/query.ts';
import { countFollowups, findDepartments, findFollowups } from '../../src/followup/store.ts';
import { FOLLOWUP_PAGE, listMessage, PAGE_SIZE, statsMessage } from '../../src/followup/views.ts';
import { todayIn } from '../../src/korean/days.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';

const LONGEST_QUERY = 300;
const MINE = '@me';

/** A page of what the typed words ask for; just `/followup` is everything of mine that is still owed. */
export async function listFollowups(
  typed: string,
  offset: number,
  { person, text }: Visitor,
  deps: Deps,
): Promise<Message> {
  const { db } = deps;
  const today = todayIn(deps.config.timezone, deps.now());
  const query = [...typed].slice(0, LONGEST_QUERY).join('');
  const filter = readQuery(query, {
    today,
    me: person.userId,
    people: await findPeople(db),
    departments: await findDepartments(db, query.split(' ').slice(0, 20)),
  });
  const found = await findFollowups(db, filter, { offset, limit: PAGE_SIZE });
  const owners = found.followups.flatMap(({ owner }) => owner ?? []);
  const mine = query === MINE;
  const { list } = text.followup;
  const how = {
    title: mine ? list.mine : list.title,
    none: mine ? list.noneMine : list.none,
    names: await findNames(db, [...new Set(owners)]),
  };
  return listMessage(found, { query, offset }, how, text, today);
}

export const listMine = (visitor: Visitor, deps: Deps): Promise<Message> => listFollowups(MINE, 0, visitor, deps);

export async function showStats({ text }: Visitor, deps: Deps): Promise<Message> {
  const today = todayIn(deps.config.timezone, deps.now());
  const sum = (counted: readonly { count: number }[]) => counted.reduce((total, { count }) => total + count, 0);
  const rest = {
    overdue: sum(await countFollowups(deps.db, { overdueOn: today })),
    unowned: sum(await countFollowups(deps.db, { open: true, owner: null })),
  };
  return statsMessage(await countFollowups(deps.db, {}), rest, text);
}

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

export function listenForPages(app: App, deps: Deps): void {
  for (const actionId of [`${FOLLOWUP_PAGE}_previous`, `${FOLLOWUP_PAGE}_next`]) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { query, offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const message = await listFollowups(query, offset, visitor, deps);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }
}
