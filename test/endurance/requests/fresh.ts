import { isObject, type JsonObject } from '../../../src/simulator/json.ts';
import type { Json } from '../../../src/simulator/protocol.ts';
import { issueResponseUrl } from '../../../src/simulator/responses.ts';
import type { Slack } from '../../../src/simulator/slack.ts';
import type { Delivered } from './record.ts';

/** As if it were done now, by this person: else all but the first would be turned away at the door, or for an address that was used. */
export function fresh({ kind, payload }: Delivered, userId: string, slack: Slack): Delivered {
  const trigger = () => slack.triggers.issue({ user: userId });
  const user = isObject(payload.user) ? { user: { ...payload.user, id: userId } } : {};
  const whose = kind === 'command' ? { user_id: userId } : user;
  const event = isObject(payload.event) ? { event: { ...payload.event, user: userId }, event_id: trigger() } : {};
  const opens = payload.trigger_id === undefined ? {} : { trigger_id: trigger() };
  const answers = payload.response_url === undefined ? {} : { response_url: responseUrl(payload, userId, slack) };
  return { kind, payload: { ...payload, ...whose, ...event, ...opens, ...answers } };
}

function responseUrl(payload: JsonObject, user: string, slack: Slack): string {
  const channel = wordIn(payload.channel, 'id') ?? wordIn(payload, 'channel_id') ?? '';
  const ts = wordIn(payload.container, 'message_ts');
  return issueResponseUrl(slack, { user, channel, ...(ts ? { ts } : {}) });
}

const wordIn = (holder: Json | undefined, name: string): string | undefined => {
  const word = isObject(holder) ? holder[name] : undefined;
  return typeof word === 'string' ? word : undefined;
};
