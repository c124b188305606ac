import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { clockIn, formatDay, todayIn } from '../../src/korean/days.ts';
import { putEntries } from '../../src/outbox/store.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings } from '../../src/people/settings/store.ts';
import { button, sentence } from '../../src/slack/blocks.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { officeOf } from '../../src/time/digest/compose.ts';
import { digestOf } from '../../src/time/digest/gather.ts';
import { channelOf, DIGEST, digestKey, endOf } from '../../src/time/digest/jobs.ts';
import { isEmpty } from '../../src/time/digest/rules.ts';
import { findPut } from '../../src/time/digest/store.ts';
import { titleOf } from '../../src/time/digest/views.ts';
import { type Week, weekNamed } from '../../src/time/digest/week.ts';

const DIGEST_AGAIN = 'digest_send_again';
const DIGEST_KEEP = 'digest_send_not';

/** Puts a week's digest in the outbox; one that was put there before is asked about first. */
export async function sendDigest(week: Week, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const words = text.digest.send;
  if (!isManager(person)) return { text: text.access.notManager };
  const channel = channelOf(await findOfficeSettings(deps.db), deps.config);
  if (!channel) return { text: words.noChannel };
  if (isEmpty(await digestOf(deps.db, week, await officeOf(deps)))) return { text: words.empty };

  const put = await findPut(deps.db, digestKey(week));
  if (!put) return send(week, digestKey(week), channel, { person, text }, deps);
  const today = todayIn(deps.config.timezone, deps.now());
  const day = formatDay(todayIn(deps.config.timezone, put.putAt), text.language, today);
  const when = `${day} ${clockIn(deps.config.timezone, put.putAt)}`;
  const ask = (put.isSent ? words.again : words.waiting)(titleOf(week, text), when);
  const value = JSON.stringify({ week: week.name, key: randomUUID() });
  return {
    text: ask,
    blocks: [
      sentence(ask),
      {
        type: 'actions',
        elements: [button(DIGEST_AGAIN, words.confirm, value, 'primary'), button(DIGEST_KEEP, words.keep, ' ')],
      },
    ],
  };
}

async function send(week: Week, key: string, channel: string, { text }: Visitor, deps: Deps): Promise<Message> {
  const at = deps.now();
  const end = endOf(week, deps.config.timezone);
  const expiresAt = end > at ? end : null;
  const entry = { key, kind: DIGEST, recipient: channel, subject: { week: week.name }, dueAt: at, expiresAt };
  await deps.db.transaction().execute((db) => putEntries(db, [entry], at));
  const said = text.digest.send.queued(titleOf(week, text), `<#${channel}>`);
  return { text: said, blocks: [sentence(said)] };
}

const Again = z.object({ week: z.string(), key: z.uuid() });

export function listenForSending(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(DIGEST_AGAIN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { text, person } = visitor;
    const asked = Again.parse(JSON.parse(action.value ?? ''));
    const week = weekNamed(asked.week);
    const channel = channelOf(await findOfficeSettings(deps.db), deps.config);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    const refusal = isManager(person) ? text.digest.send.noChannel : text.access.notManager;
    // The key is the question's own: a second press finds the first.
    const said =
      isManager(person) && week && channel
        ? await send(week, `${digestKey(week)}:again:${asked.key}`, channel, visitor, deps)
        : { text: refusal };
    await tellPrivately({ client, log: deps.log }, reach, said, { replace: true });
  });

  app.action<BlockButtonAction>(DIGEST_KEEP, async ({ body, client, context }) => {
    const { person, text } = visitorOf(context);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, { text: text.digest.send.kept }, { replace: true });
  });
}
