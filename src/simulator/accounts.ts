import { sendEvent, subscribed } from './events.ts';
import type { Slack } from './slack.ts';
import { userObject } from './web-api/people.ts';

/** Deactivates a person's account, or gives it back, and tells the app. */
export async function setDeactivated(slack: Slack, userId: string, deleted: boolean): Promise<void> {
  const person = slack.workspace.people.get(userId);
  if (!person) throw new Error(`There is nobody with the id ${userId}.`);
  const changed = { ...person, deleted };
  slack.workspace.people.set(userId, changed);
  slack.workspace.changed();
  if (!subscribed(slack, 'user_change', 'users:read')) return;
  const ts = slack.ids.ts(slack.clock.now());
  const event = {
    type: 'user_change',
    user: userObject(changed, true),
    cache_ts: Math.floor(Number(ts)),
    event_ts: ts,
  };
  await sendEvent(slack, event, `${person.name}: ${deleted ? 'deactivated' : 'active again'}`);
}
