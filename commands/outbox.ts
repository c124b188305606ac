import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../src/base/deps.ts';
import { dropFailed, findFailed, retryFailed } from '../src/outbox/failed/store.ts';
import {
  FAILED_PAGE_SIZE,
  failedMessage,
  OUTBOX_DROP,
  OUTBOX_FAILED,
  OUTBOX_PAGE,
  OUTBOX_RETRY,
  OUTBOX_RETRY_ALL,
} from '../src/outbox/failed/views.ts';
import { isAdministrator } from '../src/people/rules.ts';
import { findNames } from '../src/people/store.ts';
import type { Command } from '../src/slack/command.ts';
import { turnsOf } from '../src/slack/pager.ts';
import { type Message, tellPrivately } from '../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';

/** What could not be sent, for administrators: the list, trying again, giving up. */
export const outbox = {
  listen(app: App, deps: Deps) {
    const answer = (actionId: string, replace: boolean, act: Act) =>
      app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
        const visitor = visitorOf(context);
        const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
        const allowed = isAdministrator(visitor.person);
        const said = allowed ? await act(action.value ?? '', visitor) : { text: visitor.text.access.notAdministrator };
        await tellPrivately({ client, log: deps.log }, reach, said, { replace: replace && allowed });
      });

    answer(OUTBOX_FAILED, false, (_value, visitor) => list(0, visitor, deps));
    for (const actionId of turnsOf(OUTBOX_PAGE)) {
      answer(actionId, true, (value, visitor) => list(Place.parse(parsed(value)).offset, visitor, deps));
    }
    answer(OUTBOX_RETRY, true, async (value, visitor) => {
      const { key, offset } = Chosen.parse(parsed(value));
      const { refusals, retried } = visitor.text.outbox;
      const done = await retryFailed(deps.db, key, { actor: visitor.person.userId, at: deps.now() });
      return list(offset, visitor, deps, 'refusal' in done ? refusals[done.refusal] : retried);
    });
    answer(OUTBOX_DROP, true, async (value, visitor) => {
      const { key, offset } = Chosen.parse(parsed(value));
      const { refusals, dropped } = visitor.text.outbox;
      const done = await dropFailed(deps.db, key, { actor: visitor.person.userId, at: deps.now() });
      return list(offset, visitor, deps, 'refusal' in done ? refusals[done.refusal] : dropped);
    });
    answer(OUTBOX_RETRY_ALL, true, async (_value, visitor) => {
      const { failed } = await findFailed(deps.db, { offset: 0, limit: MOST_AT_ONCE });
      let retried = 0;
      for (const { key } of failed) {
        const done = await retryFailed(deps.db, key, { actor: visitor.person.userId, at: deps.now() });
        if (!('refusal' in done)) retried++;
      }
      return list(0, visitor, deps, visitor.text.outbox.retriedAll(retried));
    });
  },
} satisfies Command;

type Act = (value: string, visitor: Visitor) => Promise<Message>;

const MOST_AT_ONCE = 200;
const Place = z.object({ offset: z.number().int().min(0).default(0) });
const Chosen = Place.extend({ key: z.string() });

const parsed = (value: string): unknown => JSON.parse(value.trim() || '{}');

async function list(offset: number, { text }: Visitor, deps: Deps, said?: string): Promise<Message> {
  let page = await findFailed(deps.db, { offset, limit: FAILED_PAGE_SIZE });
  let from = offset;
  if (page.failed.length === 0 && page.count > 0) {
    from = Math.floor((page.count - 1) / FAILED_PAGE_SIZE) * FAILED_PAGE_SIZE; // the last of that page was settled
    page = await findFailed(deps.db, { offset: from, limit: FAILED_PAGE_SIZE });
  }
  const names = await findNames(
    deps.db,
    page.failed.map(({ recipient }) => recipient),
  );
  return failedMessage({ ...page, offset: from, names, now: deps.now(), zone: deps.config.timezone }, text, said);
}
