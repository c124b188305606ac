import { z } from 'zod';
import type { Content } from '../content.ts';
import { isRefusal, readContent } from '../drawing.ts';
import { type JsonObject, present } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { messageObject } from '../message-object.ts';
import { postAsApp } from '../posting.ts';
import { replaceContent } from '../responses.ts';
import type { ApiAnswer, Refusal, Slack } from '../slack.ts';
import { type Channel, findMessage, type StoredMessage } from '../workspace.ts';
import { visibleChannel, writableChannel } from './channels.ts';
import { bool, int, jsonArg, method, object } from './method.ts';

const SCOPES = ['chat:write'];

const content = {
  text: z.string().optional(),
  blocks: jsonArg(z.array(object)).optional(),
  attachments: jsonArg(z.array(object)).optional(),
  metadata: jsonArg(object).optional(),
};
const ts = z.string().regex(/^\d+\.\d{6}$/);
const post = z.object({
  channel: z.string(),
  thread_ts: ts.optional(),
  reply_broadcast: bool.optional(),
  unfurl_links: bool.optional(),
  ...content,
});
const one = z.object({ channel: z.string(), ts });

export const chat = {
  'chat.postMessage': method({
    tier: 'special',
    scopes: SCOPES,
    args: post,
    run: (slack, args) => {
      const channel = writableChannel(slack, args.channel, true);
      if (isRefusal(channel)) return channel;
      const made = readContent(slack, contentOf(args));
      if (isRefusal(made)) return made;
      if (args.thread_ts && !findMessage(slack.workspace, channel.id, args.thread_ts))
        return { error: 'thread_not_found' };
      const wait = slack.rates?.post(channel.id) ?? 0;
      if (wait > 0) return rateLimited(wait);
      return posted(slack, postTo(slack, channel, made, args.thread_ts));
    },
  }),

  'chat.postEphemeral': method({
    tier: 'tier4',
    scopes: SCOPES,
    args: post.extend({ user: z.string() }),
    run: (slack, args) => {
      const channel = writableChannel(slack, args.channel, false);
      if (isRefusal(channel)) return channel;
      if (!channel.members.has(args.user)) return { error: 'user_not_in_channel' };
      const made = readContent(slack, contentOf(args));
      if (isRefusal(made)) return made;
      const message = postAsApp(slack, {
        channel: channel.id,
        content: made,
        only: args.user,
        ...(args.thread_ts ? { threadTs: args.thread_ts } : {}),
      });
      return { ok: true, message_ts: message.ts };
    },
  }),

  'chat.update': method({
    tier: 'tier3',
    scopes: SCOPES,
    args: one.extend(content),
    run: (slack, args) => {
      const message = own(slack, args, 'cant_update_message');
      if (isRefusal(message)) return message;
      const made = readContent(slack, contentOf(args), message.fileIds.length > 0);
      if (isRefusal(made)) return made;
      // What is left out stays, as Slack documents it; an empty list takes it away.
      replaceContent(slack, message.channel, message.ts, {
        ...(message.blocks ? { blocks: message.blocks } : {}),
        ...(message.attachments ? { attachments: message.attachments } : {}),
        ...made,
      });
      return {
        ok: true,
        channel: message.channel,
        ts: message.ts,
        text: made.text,
        message: messageObject(slack, message),
      };
    },
  }),

  'chat.delete': method({
    tier: 'tier3',
    scopes: SCOPES,
    args: one,
    run: (slack, args) => {
      const message = own(slack, args, 'cant_delete_message');
      if (isRefusal(message)) return message;
      slack.workspace.channels.get(message.channel)?.messages.delete(message.ts);
      slack.workspace.changed();
      return { ok: true, channel: message.channel, ts: message.ts };
    },
  }),

  'chat.getPermalink': method({
    tier: 'special',
    args: z.object({ channel: z.string(), message_ts: ts }),
    run: (slack, args) => {
      const channel = visibleChannel(slack, args.channel);
      if (!channel) return { error: 'channel_not_found' };
      if (!channel.messages.has(args.message_ts)) return { error: 'message_not_found' };
      const permalink = `${slack.url}/archives/${channel.id}/p${args.message_ts.replace('.', '')}`;
      return { ok: true, channel: channel.id, permalink };
    },
  }),

  'chat.scheduleMessage': method({
    tier: 'tier3',
    scopes: SCOPES,
    args: post.extend({ post_at: int }),
    run: (slack, args) => {
      const channel = writableChannel(slack, args.channel, false);
      if (isRefusal(channel)) return channel;
      const made = readContent(slack, contentOf(args));
      if (isRefusal(made)) return made;
      const ahead = args.post_at * 1000 - slack.clock.now().getTime();
      if (ahead <= 0) return { error: 'time_in_past' };
      if (ahead > LIMITS.scheduleAheadMs) return { error: 'time_too_far' };
      slack.clock.after(ahead, () => void postTo(slack, channel, made, args.thread_ts));
      return { ok: true, channel: channel.id, scheduled_message_id: slack.ids.next('Q'), post_at: args.post_at };
    },
  }),
};

export const rateLimited = (seconds: number): ApiAnswer => ({ ok: false, error: 'ratelimited', retry_after: seconds });

function postTo(slack: Slack, channel: Channel, made: Content, threadTs: string | undefined): StoredMessage {
  return postAsApp(slack, { channel: channel.id, content: made, ...(threadTs === undefined ? {} : { threadTs }) });
}

const posted = (slack: Slack, message: StoredMessage): ApiAnswer => ({
  ok: true,
  channel: message.channel,
  ts: message.ts,
  message: messageObject(slack, message),
});

type Said = Partial<Pick<z.output<typeof post>, keyof typeof content>>;

const contentOf = ({ text, blocks, attachments, metadata }: Said): JsonObject =>
  present({ text, blocks, attachments, metadata });

/** A message that the app itself posted for all to see. Direct messages go by their D… id here, not by the person's. */
function own(
  slack: Slack,
  { channel: id, ts }: { channel: string; ts: string },
  refused: string,
): StoredMessage | Refusal {
  const channel = visibleChannel(slack, id);
  if (!channel) return { error: 'channel_not_found' };
  const message = channel.messages.get(ts);
  if (!message || message.only !== undefined) return { error: 'message_not_found' };
  return message.fromApp ? message : { error: refused };
}
