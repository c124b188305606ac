import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { turnOf } from '../../src/slack/turn.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { findAway } from '../../src/spending/approval/away/store.ts';
import { approvalsMessage, MINE_PAGE } from '../../src/spending/approval/list-views.ts';
import { findSettings } from '../../src/spending/approval/setting/store.ts';
import { findAskedBy, findWaitingFor } from '../../src/spending/approval/store.ts';
import { APPROVAL_EDIT, APPROVAL_LIST } from '../../src/spending/approval/views.ts';
import { openEdit } from '../expense/record.ts';

/** What waits for this person, what they asked for, the settings and who is away. */
export async function showApprovals(offset: number, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const { db, config, now } = deps;
  const today = todayIn(config.timezone, now());
  const mine = await findWaitingFor(db, person, today);
  const asked = await findAskedBy(db, person);
  const away = await findAway(db, today);
  // What was on this page may have been decided meanwhile.
  if (offset > 0 && offset >= Math.max(mine.length, asked.length)) return showApprovals(0, { person, text }, deps);
  const { rules } = await findSettings(db);
  const people = [
    ...[...mine, ...asked].map(({ expense }) => expense.createdBy),
    ...away.flatMap(({ userId, deputy }) => [userId, deputy]),
  ];
  const names = await findNames(db, [...new Set(people)]);
  const lists = { mine, asked, rules, away, userId: person.userId, manager: isManager(person) };
  return approvalsMessage(lists, offset, { text, today, names, timezone: config.timezone });
}

const Turn = z.object({ offset: z.number().int().min(0) });

export function listenForLists(app: App, deps: Deps): void {
  for (const actionId of [APPROVAL_LIST, ...turnsOf(MINE_PAGE)]) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const turned = actionId !== APPROVAL_LIST;
      const { offset } = turned ? Turn.parse(JSON.parse(action.value ?? '')) : { offset: 0 };
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      const message = await showApprovals(offset, visitor, deps);
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: turned });
    });
  }

  app.action<BlockButtonAction>(APPROVAL_EDIT, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    // The message stays: it goes on telling how far the approval is.
    const said = await openEdit(Number(action.value), turnOf(visitor, click, deps));
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });
}
