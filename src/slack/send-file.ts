import type { webApi } from '@slack/bolt';
import type { Watch } from './seen/watch.ts';
import type { Visitor } from './visitor.ts';

type To = Pick<Visitor, 'person'> & { client: webApi.WebClient; watch: Pick<Watch, 'shown'> };
type File = { name: string; bytes: Uint8Array };

/** No computer takes these in a file's name. */
const FORBIDDEN = /[\\/:*?"<>|]+/g;

/** Sends files to somebody's messages with the app, under a sentence. */
export async function sendFiles({ client, person, watch }: To, files: readonly File[], said: string): Promise<void> {
  watch.shown('exported');
  const { channel } = await client.conversations.open({ users: person.userId });
  const file_uploads = files.map(({ name, bytes }) => ({
    file: Buffer.from(bytes),
    filename: name.replace(FORBIDDEN, ' '),
  }));
  await client.filesUploadV2({ channel_id: channel?.id ?? '', initial_comment: said, file_uploads });
}

export const sendFile = (to: To, { said, ...file }: File & { said: string }): Promise<void> =>
  sendFiles(to, [file], said);
