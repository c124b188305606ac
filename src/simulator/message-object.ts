import { fileObject } from './file-object.ts';
import { type JsonObject, present } from './json.ts';
import { APP, TEAM } from './people.ts';
import type { Json } from './protocol.ts';
import type { Slack } from './slack.ts';
import type { StoredMessage } from './workspace.ts';

/** As Slack shows a message to the app: in events, histories and with the buttons pressed in it. */
export function messageObject(slack: Slack, message: StoredMessage): JsonObject {
  const files = filesOf(slack, message);
  const replies = repliesTo(slack, message);
  return present({
    type: 'message',
    subtype: files.length > 0 && !message.fromApp ? 'file_share' : undefined,
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: slack.workspace.people.get(message.user)?.teamId ?? TEAM.id,
    bot_id: message.fromApp ? APP.botId : undefined,
    app_id: message.fromApp ? APP.id : undefined,
    thread_ts: message.threadTs ?? (replies.length > 0 ? message.ts : undefined),
    reply_count: replies.length || undefined,
    blocks: message.blocks,
    attachments: message.attachments,
    metadata: message.metadata,
    files: files.length > 0 ? files : undefined,
    reactions:
      message.reactions.length > 0
        ? message.reactions.map((it): Json => ({ name: it.name, users: it.users, count: it.users.length }))
        : undefined,
    edited: message.editedTs ? { user: message.user, ts: message.editedTs } : undefined,
  });
}

export function filesOf(slack: Slack, message: StoredMessage): JsonObject[] {
  return message.fileIds.flatMap((id) => {
    const file = slack.workspace.files.get(id);
    return file ? [fileObject(slack, file)] : [];
  });
}

function repliesTo(slack: Slack, message: StoredMessage): StoredMessage[] {
  const channel = slack.workspace.channels.get(message.channel);
  if (!channel || message.threadTs) return [];
  return [...channel.messages.values()].filter((it) => it.threadTs === message.ts);
}
