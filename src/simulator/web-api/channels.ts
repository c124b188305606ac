import { APP } from '../people.ts';
import type { Refusal, Slack } from '../slack.ts';
import { type Channel, directMessage } from '../workspace.ts';
import { USER_ID } from './method.ts';

/** A conversation as far as the app can see it: public ones, and others that it is in. */
export function visibleChannel(slack: Slack, id: string): Channel | undefined {
  const channel = slack.workspace.channels.get(id);
  return channel && (channel.kind === 'channel' || channel.members.has(APP.botUser)) ? channel : undefined;
}

/** Where the app may write; a person's id stands for the direct message with them, where Slack takes it. */
export function writableChannel(slack: Slack, id: string, peopleToo: boolean): Channel | Refusal {
  if (peopleToo && USER_ID.test(id)) {
    const person = slack.workspace.people.get(id);
    return person && !person.isBot ? appDm(slack, id) : { error: 'channel_not_found' };
  }
  const channel = visibleChannel(slack, id) ?? (peopleToo ? namedChannel(slack, id) : undefined);
  if (!channel) return { error: 'channel_not_found' };
  const allowed = channel.members.has(APP.botUser) || slack.scopes.has('chat:write.public');
  return allowed ? channel : { error: 'not_in_channel' };
}

export const appDm = (slack: Slack, user: string): Channel =>
  directMessage(slack.workspace, user, APP.botUser, () => slack.ids.next('D'));

function namedChannel(slack: Slack, name: string): Channel | undefined {
  return [...slack.workspace.channels.values()].find(
    (it) => it.kind === 'channel' && it.name === name.replace(/^#/, ''),
  );
}
