import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { readQuery, yearsIn } from '../../src/spending/expense/query.ts';
import { findExpenses } from '../../src/spending/expense/store.ts';
import { EXPENSE_PAGE, listMessage, PAGE_SIZE } from '../../src/spending/expense/views.ts';
import { filterWords } from '../../src/spending/expense/words.ts';
import { findHeldTotal } from '../../src/spending/ledger/store.ts';

const LONGEST_QUERY = 300;

/** A page of the records that the typed words ask for: period, account, person, words. */
export async function listExpenses(typed: string, offset: number, visitor: Visitor, deps: Deps): Promise<Message> {
  const today = todayIn(deps.config.timezone, deps.now());
  const query = [...typed].slice(0, LONGEST_QUERY).join('');
  const filter = readQuery(query, { today, me: visitor.person.userId, people: await findPeople(deps.db) });
  const found = await findExpenses(deps.db, filter, { offset, limit: PAGE_SIZE });
  const held = await findHeldTotal(deps.db, yearsIn(filter));
  const names = await findNames(deps.db, filter.createdBy ? [filter.createdBy] : []);
  const understood = filterWords(filter, names, visitor.text);
  return listMessage(found, { query, offset, understood }, held, visitor.text, today);
}

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

export function listenForPages(app: App, deps: Deps): void {
  for (const actionId of [`${EXPENSE_PAGE}_previous`, `${EXPENSE_PAGE}_next`]) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { query, offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const message = await listExpenses(query, offset, visitor, deps);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }
}
