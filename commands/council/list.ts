import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { findContacts } from '../../src/council/list/store.ts';
import { readQuery } from '../../src/council/query.ts';
import { COUNCIL_PAGE, listMessage, PAGE_SIZE } from '../../src/council/views.ts';
import { todayIn } from '../../src/korean/days.ts';
import { findPeople } from '../../src/people/store.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';

const LONGEST_QUERY = 300;

/** A page of the contacts that the typed words ask for: period, kind, who logged it, words. */
export async function listContacts(
  typed: string,
  offset: number,
  { person, text }: Visitor,
  deps: Deps,
): Promise<Message> {
  const today = todayIn(deps.config.timezone, deps.now());
  const query = [...typed].slice(0, LONGEST_QUERY).join('');
  const filter = readQuery(query, { today, me: person.userId, people: await findPeople(deps.db) });
  const found = await findContacts(deps.db, filter, { offset, limit: PAGE_SIZE });
  return listMessage(found, { query, offset }, text, today);
}

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

export function listenForPages(app: App, deps: Deps): void {
  for (const actionId of turnsOf(COUNCIL_PAGE)) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { query, offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const message = await listContacts(query, offset, visitor, deps);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }
}
