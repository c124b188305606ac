import type { webApi } from '@slack/bolt';
import type { Visitor } from './visitor.ts';

/** Sends a file to somebody's messages with the app, under a sentence. */
export async function sendFile(
  { client, person }: Pick<Visitor, 'person'> & { client: webApi.WebClient },
  { name, bytes, said }: { name: string; bytes: Uint8Array; said: string },
): Promise<void> {
  const { channel } = await client.conversations.open({ users: person.userId });
  const file = Buffer.from(bytes);
  await client.filesUploadV2({ channel_id: channel?.id ?? '', file, filename: name, initial_comment: said });
}
