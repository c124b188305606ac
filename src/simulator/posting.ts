import type { Content } from './content.ts';
import { announceMessage } from './events.ts';
import { APP } from './people.ts';
import type { Slack } from './slack.ts';
import { addMessage, type StoredMessage } from './workspace.ts';

type Post = { channel: string; content: Content; only?: string; threadTs?: string; fileIds?: string[] };

/** A message of the app's; `only` makes it visible to one person. */
export function postAsApp(slack: Slack, { channel, content, ...more }: Post): StoredMessage {
  const ts = slack.ids.ts(slack.clock.now());
  const message = addMessage(slack.workspace, { channel, ts, user: APP.botUser, fromApp: true, ...content, ...more });
  if (more.only === undefined) announceMessage(slack, message);
  return message;
}
