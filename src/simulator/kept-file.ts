import { mimetypeOf } from './file-types.ts';
import type { Slack } from './slack.ts';

/** A file that a person has chosen; it goes to the app with a form or a message. */
export function keepFile(slack: Slack, user: string, name: string, bytes: Buffer): string {
  const id = slack.ids.next('F');
  const createdAt = slack.clock.now();
  const mimetype = mimetypeOf(name);
  slack.workspace.files.set(id, { id, name, title: name, mimetype, bytes, user, createdAt, pending: false });
  return id;
}
