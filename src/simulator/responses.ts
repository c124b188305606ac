import type { Content } from './content.ts';
import { isRefusal, readContent } from './drawing.ts';
import type { JsonObject } from './json.ts';
import { LIMITS } from './limits.ts';
import { postAsApp } from './posting.ts';
import type { ResponseTarget } from './response-urls.ts';
import { noteWrong, type Slack } from './slack.ts';
import { findMessage } from './workspace.ts';

export type ResponseAnswer = { status: number; body: JsonObject };

const KEPT = 5_000;

export function issueResponseUrl(slack: Slack, target: ResponseTarget): string {
  const key = slack.ids.secret();
  slack.responses.set(key, { ...target, at: slack.clock.now().getTime(), uses: 0 });
  const [oldest] = slack.responses.keys();
  if (slack.responses.size > KEPT && oldest !== undefined) slack.responses.delete(oldest);
  return `${slack.url}/response/${key}`;
}

/** A POST to a response_url. */
export function useResponseUrl(slack: Slack, key: string, body: JsonObject): ResponseAnswer {
  const issued = slack.responses.get(key);
  if (!issued) return refuse(slack, 404, 'invalid_url');
  if (slack.clock.now().getTime() - issued.at > LIMITS.responseMs) return refuse(slack, 404, 'expired_url');
  if (issued.uses >= LIMITS.responseUses) return refuse(slack, 404, 'used_url');
  issued.uses++;

  const original = issued.ts === undefined ? undefined : findMessage(slack.workspace, issued.channel, issued.ts);
  if (body.replace_original === true || body.delete_original === true) {
    if (issued.ts === undefined) {
      noteWrong(slack, "A command's response_url cannot replace or delete an original: there is none.");
    } else if (!original) {
      return refuse(slack, 404, 'message_not_found');
    }
  }
  if (body.delete_original === true && original) {
    slack.workspace.channels.get(original.channel)?.messages.delete(original.ts);
    slack.workspace.changed();
    return { status: 200, body: { ok: true } };
  }

  const content = readContent(slack, body);
  if (isRefusal(content)) return refuse(slack, 400, content.error, content.messages);
  if (body.replace_original === true && original) {
    replaceContent(slack, original.channel, original.ts, content);
    return { status: 200, body: { ok: true } };
  }
  const threadTs = typeof body.thread_ts === 'string' ? body.thread_ts : undefined;
  postAsApp(slack, {
    channel: issued.channel,
    content,
    ...(body.response_type === 'in_channel' ? {} : { only: issued.user }),
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  return { status: 200, body: { ok: true } };
}

export function replaceContent(slack: Slack, channel: string, ts: string, content: Content): void {
  const message = findMessage(slack.workspace, channel, ts);
  if (!message) return;
  message.text = content.text;
  for (const key of ['blocks', 'attachments'] as const) delete message[key];
  if (content.blocks) message.blocks = content.blocks;
  if (content.attachments) message.attachments = content.attachments;
  // Left out, it stays; an empty one takes it away.
  if (content.metadata && Object.keys(content.metadata).length > 0) message.metadata = content.metadata;
  else if (content.metadata) delete message.metadata;
  if (message.only === undefined) message.editedTs = slack.ids.ts(slack.clock.now()); // private ones show no mark
  slack.workspace.changed();
}

function refuse(slack: Slack, status: number, error: string, messages?: string[]): ResponseAnswer {
  noteWrong(slack, `response_url: ${error}${messages ? `: ${messages.join('; ')}` : ''}`);
  return { status, body: messages ? { ok: false, error, response_metadata: { messages } } : { ok: false, error } };
}
