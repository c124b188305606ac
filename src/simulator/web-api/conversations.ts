import { z } from 'zod';
import type { JsonObject } from '../json.ts';
import { present } from '../json.ts';
import { messageObject } from '../message-object.ts';
import { APP } from '../people.ts';
import type { Refusal, Slack } from '../slack.ts';
import { type Channel, type StoredMessage, threadOf } from '../workspace.ts';
import { appDm, visibleChannel } from './channels.ts';
import { bool, int, method } from './method.ts';
import { page } from './people.ts';

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const PREFIX = { channel: 'channels', private: 'groups', im: 'im' } as const;

const paged = { limit: int.optional(), cursor: z.string().optional() };
const one = z.object({ channel: z.string() });

export const conversations = {
  'conversations.open': method({
    tier: 'tier3',
    scopes: ['im:write', 'mpim:write'],
    args: z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: bool.optional() }),
    run: (slack, args) => {
      const users = (args.users ?? '').split(',').filter(Boolean);
      if (users.length > 1) return { error: 'method_not_supported_for_channel_type' };
      const person = slack.workspace.people.get(users[0] ?? '');
      const channel = person && !person.isBot ? appDm(slack, person.id) : visibleChannel(slack, args.channel ?? '');
      if (!channel) return { error: users.length > 0 ? 'user_not_found' : 'channel_not_found' };
      return { ok: true, channel: args.return_im ? channelObject(slack, channel) : { id: channel.id } };
    },
  }),

  'conversations.info': method({
    tier: 'tier3',
    scopes: READ,
    args: one.extend({ include_num_members: bool.optional() }),
    run: (slack, args) => {
      const channel = readable(slack, args.channel, 'read');
      return 'error' in channel ? channel : { ok: true, channel: channelObject(slack, channel) };
    },
  }),

  'conversations.list': method({
    tier: 'tier2',
    scopes: READ,
    args: z.object({ types: z.string().optional(), exclude_archived: bool.optional(), ...paged }),
    run: (slack, args) => {
      const types = (args.types ?? 'public_channel').split(',').map((it) => it.trim());
      const asked = (it: Channel) =>
        types.includes({ channel: 'public_channel', private: 'private_channel', im: 'im' }[it.kind]);
      const all = [...slack.workspace.channels.values()].filter((it) => asked(it) && visibleChannel(slack, it.id));
      const missing = all.find((it) => !slack.scopes.has(`${PREFIX[it.kind]}:read`));
      if (missing) return { error: 'missing_scope' };
      const [channels, next_cursor] = page(all, args.limit, args.cursor);
      return { ok: true, channels: channels.map((it) => channelObject(slack, it)), response_metadata: { next_cursor } };
    },
  }),

  'conversations.members': method({
    tier: 'tier4',
    scopes: READ,
    args: one.extend(paged),
    run: (slack, args) => {
      const channel = readable(slack, args.channel, 'read');
      if ('error' in channel) return channel;
      const [members, next_cursor] = page([...channel.members], args.limit, args.cursor);
      return { ok: true, members, response_metadata: { next_cursor } };
    },
  }),

  'conversations.history': method({
    tier: 'tier3',
    scopes: HISTORY,
    args: one.extend({
      latest: z.string().optional(),
      oldest: z.string().optional(),
      inclusive: bool.optional(),
      include_all_metadata: bool.optional(),
      ...paged,
    }),
    run: (slack, args) => {
      const channel = readable(slack, args.channel, 'history');
      if ('error' in channel) return channel;
      if (!channel.members.has(APP.botUser)) return { error: 'not_in_channel' };
      const within = [...channel.messages.values()]
        .filter((it) => it.only === undefined && (it.threadTs === undefined || it.threadTs === it.ts))
        .filter((it) => Number(it.ts) >= Number(args.oldest ?? 0) && Number(it.ts) <= Number(args.latest ?? Infinity))
        .reverse();
      const [messages, next_cursor] = page(within, args.limit, args.cursor);
      return {
        ok: true,
        messages: messages.map((it) => historyObject(slack, it, args.include_all_metadata)),
        has_more: next_cursor !== '',
        response_metadata: { next_cursor },
      };
    },
  }),

  'conversations.replies': method({
    tier: 'tier3',
    scopes: HISTORY,
    args: one.extend({ ts: z.string(), include_all_metadata: bool.optional(), ...paged }),
    run: (slack, args) => {
      const channel = readable(slack, args.channel, 'history');
      if ('error' in channel) return channel;
      const first = channel.messages.get(args.ts);
      if (!first || first.only !== undefined) return { error: 'thread_not_found' };
      const thread = [first, ...threadOf(channel, args.ts).filter((it) => it.only === undefined)];
      const [messages, next_cursor] = page(thread, args.limit, args.cursor);
      return {
        ok: true,
        messages: messages.map((it) => historyObject(slack, it, args.include_all_metadata)),
        has_more: next_cursor !== '',
        response_metadata: { next_cursor },
      };
    },
  }),

  'conversations.join': method({
    tier: 'tier3',
    scopes: ['channels:join'],
    args: one,
    run: (slack, args) => {
      const channel = visibleChannel(slack, args.channel);
      if (channel?.kind !== 'channel') return { error: 'channel_not_found' };
      channel.members.add(APP.botUser);
      slack.workspace.changed();
      return { ok: true, channel: channelObject(slack, channel) };
    },
  }),
};

/** Metadata is shown to who asks for it. */
function historyObject(slack: Slack, message: StoredMessage, withMetadata = false): JsonObject {
  const { metadata, ...rest } = messageObject(slack, message);
  return withMetadata && metadata !== undefined ? { ...rest, metadata } : rest;
}

/** Each kind of conversation has its own scope. */
function readable(slack: Slack, id: string, right: 'read' | 'history'): Channel | Refusal {
  const channel = visibleChannel(slack, id);
  if (!channel) return { error: 'channel_not_found' };
  return slack.scopes.has(`${PREFIX[channel.kind]}:${right}`) ? channel : { error: 'missing_scope' };
}

function channelObject(slack: Slack, channel: Channel): JsonObject {
  const other = [...channel.members].find((it) => it !== APP.botUser);
  return present({
    id: channel.id,
    name: channel.kind === 'im' ? undefined : channel.name,
    name_normalized: channel.kind === 'im' ? undefined : channel.name,
    is_channel: channel.kind === 'channel',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_mpim: false,
    is_private: channel.kind !== 'channel',
    is_archived: false,
    is_general: false,
    is_member: channel.kind === 'im' ? undefined : channel.members.has(APP.botUser),
    user: channel.kind === 'im' ? other : undefined,
    num_members: channel.kind === 'im' ? undefined : channel.members.size,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    created: Math.floor(slack.clock.now().getTime() / 1000),
  });
}
