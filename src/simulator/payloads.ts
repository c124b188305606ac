import type { Placed } from './elements.ts';
import { elementsOf } from './elements.ts';
import { type JsonObject, present } from './json.ts';
import { messageObject } from './message-object.ts';
import { APP, TEAM } from './people.ts';
import type { Json, Person, Value } from './protocol.ts';
import { issueResponseUrl } from './responses.ts';
import type { Slack } from './slack.ts';
import { knownTo, viewObject } from './stack.ts';
import { chosen, stateOf } from './values.ts';
import type { Channel, StoredMessage, StoredView } from './workspace.ts';

const TOKEN = 'playground-verification-token';

type Said = { message: StoredMessage; channel: Channel };
/** Where people use an element. */
export type Spot = Said | { view: StoredView };
/** An element, and where somebody uses it. */
export type Used = { spot: Spot; placed: Placed };

export function commandPayload(
  slack: Slack,
  person: Person,
  channel: Channel,
  { command, text }: { command: string; text: string },
): JsonObject {
  return {
    token: TOKEN,
    team_id: person.teamId,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: userName(person),
    command,
    text,
    api_app_id: APP.id,
    is_enterprise_install: 'false',
    response_url: issueResponseUrl(slack, { user: person.id, channel: channel.id }),
    trigger_id: slack.triggers.issue({ user: person.id }),
  };
}

export function actionsPayload(slack: Slack, person: Person, { spot, placed }: Used, value: Value): JsonObject {
  const offered = 'view' in spot ? spot.view.offered : spot.message.offered;
  const action: JsonObject = present({
    type: placed.type,
    action_id: placed.actionId,
    block_id: placed.blockId,
    ...chosen(placed, value, knownTo(slack, offered)),
    ...present({ style: placed.element.style, placeholder: placed.element.placeholder }),
    action_ts: slack.ids.ts(slack.clock.now()),
  });
  return present({
    type: 'block_actions',
    ...envelopeOf(person),
    user: actor(person),
    container: containerOf(spot),
    trigger_id: slack.triggers.issue({ user: person.id, ...('view' in spot ? { view: spot.view.id } : {}) }),
    ...spotFields(slack, person, spot),
    actions: [action],
  });
}

export function suggestionPayload(slack: Slack, person: Person, { spot, placed }: Used, query: string): JsonObject {
  const { response_url: _url, state: _state, ...fields } = spotFields(slack, person, spot);
  return present({
    type: 'block_suggestion',
    ...envelopeOf(person),
    user: actor(person),
    container: containerOf(spot),
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: query,
    ...fields,
  });
}

export function submissionPayload(slack: Slack, person: Person, view: StoredView): JsonObject {
  return {
    type: 'view_submission',
    ...envelopeOf(person),
    user: actor(person),
    trigger_id: slack.triggers.issue({ user: person.id, view: view.id }),
    view: viewObject(slack, view),
    response_urls: responseUrls(slack, person, view),
  };
}

export function closedPayload(slack: Slack, person: Person, view: StoredView, cleared: boolean): JsonObject {
  return {
    type: 'view_closed',
    ...envelopeOf(person),
    user: actor(person),
    view: viewObject(slack, view),
    is_cleared: cleared,
  };
}

export function shortcutPayload(slack: Slack, person: Person, callbackId: string): JsonObject {
  return {
    type: 'shortcut',
    ...envelopeOf(person),
    user: actor(person),
    callback_id: callbackId,
    trigger_id: slack.triggers.issue({ user: person.id }),
    action_ts: slack.ids.ts(slack.clock.now()),
  };
}

export function messageShortcutPayload(
  slack: Slack,
  person: Person,
  callbackId: string,
  { message, channel }: Said,
): JsonObject {
  return {
    ...shortcutPayload(slack, person, callbackId),
    type: 'message_action',
    message_ts: message.ts,
    message: messageObject(slack, message),
    channel: { id: channel.id, name: channelName(channel) },
    response_url: issueResponseUrl(slack, { user: person.id, channel: channel.id, ts: message.ts }),
  };
}

/** The handle that older payloads carry, in letters that Slack allows. */
export const userName = (person: Person): string => person.id.slice(2).toLowerCase();

export function channelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

function envelopeOf(person: Person): JsonObject {
  return {
    token: TOKEN,
    api_app_id: APP.id,
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    ...(person.teamId === TEAM.id ? {} : { is_ext_shared_channel: true }),
  };
}

const actor = (person: Person): JsonObject => ({
  id: person.id,
  username: userName(person),
  name: userName(person),
  team_id: person.teamId,
});

function containerOf(spot: Spot): JsonObject {
  if ('view' in spot) return { type: 'view', view_id: spot.view.id };
  const { message } = spot;
  return present({
    type: 'message',
    message_ts: message.ts,
    channel_id: message.channel,
    is_ephemeral: message.only !== undefined,
    thread_ts: message.threadTs,
  });
}

function spotFields(slack: Slack, person: Person, spot: Spot): JsonObject {
  if ('view' in spot) return { view: viewObject(slack, spot.view) };
  const { message, channel } = spot;
  const values = message.values.get(person.id) ?? {};
  return present({
    channel: { id: channel.id, name: channelName(channel) },
    // Slack keeps no copy of what only one person sees.
    message: message.only === undefined ? messageObject(slack, message) : undefined,
    state: { values: stateOf(elementsOf(message.blocks ?? []), values, knownTo(slack, message.offered)) },
    response_url: issueResponseUrl(slack, {
      user: person.id,
      channel: channel.id,
      ts: message.ts,
      ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    }),
  });
}

/** One for every conversation chosen in a select that asks for it. */
function responseUrls(slack: Slack, person: Person, view: StoredView): Json[] {
  return elementsOf(view.blocks).flatMap((it) => {
    const channel = view.values[it.blockId]?.[it.actionId];
    if (it.element.response_url_enabled !== true || typeof channel !== 'string') return [];
    const response_url = issueResponseUrl(slack, { user: person.id, channel });
    return [{ block_id: it.blockId, action_id: it.actionId, channel_id: channel, response_url }];
  });
}
