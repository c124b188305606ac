import { z } from 'zod';
import { isRefusal, readContent } from '../drawing.ts';
import { fileObject } from '../file-object.ts';
import { mimetypeOf } from '../file-types.ts';
import { present } from '../json.ts';
import { APP } from '../people.ts';
import { isPicture } from '../pictures.ts';
import { postAsApp } from '../posting.ts';
import type { Slack } from '../slack.ts';
import { findMessage } from '../workspace.ts';
import { writableChannel } from './channels.ts';
import { int, jsonArg, method, object } from './method.ts';

/** Slack's own pattern: a person's id is refused here, unlike in chat.postMessage. */
const CHANNEL_ID = /^[CGDZ][A-Z0-9]{8,}$/;

export const files = {
  'files.getUploadURLExternal': method({
    tier: 'tier4',
    scopes: ['files:write'],
    args: z.object({
      filename: z.string().min(1),
      length: int.min(1),
      alt_text: z.string().optional(),
      snippet_type: z.string().optional(),
    }),
    run: (slack, args) => {
      const id = slack.ids.next('F');
      const secret = slack.ids.secret();
      slack.workspace.files.set(id, {
        id,
        name: args.filename,
        title: args.filename,
        mimetype: mimetypeOf(args.filename),
        bytes: Buffer.alloc(0),
        user: APP.botUser,
        createdAt: slack.clock.now(),
        pending: true,
        upload: { secret, length: args.length },
      });
      return { ok: true, file_id: id, upload_url: `${slack.url}/upload/v1/${id}-${secret}` };
    },
  }),

  'files.completeUploadExternal': method({
    tier: 'tier4',
    scopes: ['files:write'],
    args: z.object({
      files: jsonArg(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
      channel_id: z.string().regex(CHANNEL_ID, 'failed to match the pattern of a channel id').optional(),
      channels: z.string().optional(),
      initial_comment: z.string().optional(),
      blocks: jsonArg(z.array(object)).optional(),
      thread_ts: z.string().optional(),
    }),
    run: (slack, args) => {
      const uploaded = args.files.map((it) => slack.workspace.files.get(it.id));
      const complete = uploaded.filter((it) => it !== undefined && it.user === APP.botUser && it.bytes.length > 0);
      if (complete.length < uploaded.length) return { error: 'file_not_found' };
      const channel = args.channel_id === undefined ? undefined : writableChannel(slack, args.channel_id, false);
      if (channel && isRefusal(channel)) return channel;
      if (channel && args.thread_ts && !findMessage(slack.workspace, channel.id, args.thread_ts)) {
        return { error: 'thread_not_found' };
      }
      const content = readContent(slack, present({ text: args.initial_comment, blocks: args.blocks }), true);
      if (isRefusal(content)) return content;

      for (const file of complete) {
        if (!file) continue;
        file.pending = false;
        if (!channel && isPicture(file)) file.unseen = true;
        file.title = args.files.find((it) => it.id === file.id)?.title ?? file.name;
      }
      if (channel) {
        postAsApp(slack, {
          channel: channel.id,
          content,
          fileIds: args.files.map((it) => it.id),
          ...(args.thread_ts === undefined ? {} : { threadTs: args.thread_ts }),
        });
      }
      return { ok: true, files: complete.flatMap((it) => (it ? [fileObject(slack, it)] : [])) };
    },
  }),

  'files.info': method({
    tier: 'tier4',
    scopes: ['files:read'],
    args: z.object({ file: z.string() }),
    run: (slack, args) => {
      const file = slack.workspace.files.get(args.file);
      if (!file || file.pending) return { error: 'file_not_found' };
      const answer = { ok: true as const, file: fileObject(slack, file) };
      // By the time that someone asks again, Slack has looked at it.
      file.unseen = false;
      return answer;
    },
  }),
};

/** The bytes posted to an upload_url; they must be as many as announced. */
export function receiveUpload(slack: Slack, key: string, bytes: Buffer): { status: number; text: string } {
  const [id = '', secret] = key.split('-');
  const file = slack.workspace.files.get(id);
  if (!file?.pending || file.bytes.length > 0 || file.upload?.secret !== secret) {
    return { status: 404, text: 'no such upload' };
  }
  if (bytes.length !== file.upload?.length) {
    return { status: 400, text: `announced ${file.upload?.length} bytes, received ${bytes.length}` };
  }
  file.bytes = bytes;
  return { status: 200, text: `OK - ${bytes.length}` };
}
