import { deliver, retryReason } from './deliver.ts';
import { type JsonObject, present, stringOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { messageObject } from './message-object.ts';
import { APP, TEAM } from './people.ts';
import { noteWrong, type Slack } from './slack.ts';
import type { Delivered } from './transport.ts';
import type { StoredMessage } from './workspace.ts';

const MESSAGES = {
  channel: { event: 'message.channels', scope: 'channels:history', type: 'channel' },
  private: { event: 'message.groups', scope: 'groups:history', type: 'group' },
  im: { event: 'message.im', scope: 'im:history', type: 'im' },
} as const;

/** One event to the app, again after a while when it goes unanswered. Settles with the first attempt. */
export async function sendEvent(slack: Slack, event: JsonObject, summary: string, user?: string): Promise<Delivered> {
  const payload: JsonObject = {
    token: 'playground-verification-token',
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: APP.id,
    event,
    type: 'event_callback',
    event_id: slack.ids.next('Ev'),
    event_time: Math.floor(slack.clock.now().getTime() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: APP.botUser, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${slack.ids.secret().slice(0, 16)}`,
  };
  const kind = `event:${stringOf(event.type)}`;
  const delivery = { envelope: 'events_api' as const, kind, payload, summary, ...(user === undefined ? {} : { user }) };

  const attempt = async (num: number, reason: string): Promise<Delivered> => {
    const delivered = await deliver(slack, num === 0 ? delivery : { ...delivery, retry: { num, reason } });
    const wait = LIMITS.eventRetriesMs[num];
    if (delivered.ok) {
      if (Object.keys(delivered.body ?? {}).length > 0) {
        noteWrong(slack, `${kind} was acknowledged with a body; Slack reads none.`);
      }
    } else if (!delivered.noRetry && wait !== undefined) {
      const why = retryReason(slack, delivered.error);
      if (wait === 0) void attempt(num + 1, why);
      else slack.clock.after(wait, () => void attempt(num + 1, why));
    }
    return delivered;
  };
  return attempt(0, '');
}

/** Whether the manifest asks for these events and may have them. */
export function subscribed(slack: Slack, event: string, scope?: string): boolean {
  const asked = slack.manifest.settings.event_subscriptions.bot_events.includes(event);
  return asked && (scope === undefined || slack.scopes.has(scope));
}

/** Tells the app of a new message where it is in the conversation and has subscribed. */
export async function announceMessage(slack: Slack, message: StoredMessage): Promise<Delivered | undefined> {
  const channel = slack.workspace.channels.get(message.channel);
  if (!channel?.members.has(APP.botUser)) return undefined;
  const { event, scope, type } = MESSAGES[channel.kind];
  const shape = {
    ...messageObject(slack, message),
    channel: message.channel,
    event_ts: message.ts,
    channel_type: type,
  };
  const user = message.fromApp ? undefined : message.user;
  const summary = `${message.fromApp ? 'the app: ' : ''}${message.text.slice(0, 80)}`;

  const mentioned = message.text.includes(`<@${APP.botUser}>`) && channel.kind !== 'im' && !message.fromApp;
  const [told] = await Promise.all([
    subscribed(slack, event, scope) ? sendEvent(slack, shape, summary, user) : undefined,
    mentioned && subscribed(slack, 'app_mention', 'app_mentions:read')
      ? sendEvent(slack, { ...shape, type: 'app_mention' }, summary, user)
      : undefined,
  ]);
  return told;
}

/** Opening the app's Home or Messages tab. */
export const openedHome = (opened: {
  user: string;
  channel: string;
  tab: 'home' | 'messages';
  event_ts: string;
  view: JsonObject | undefined;
}): JsonObject => present({ type: 'app_home_opened', ...opened });
