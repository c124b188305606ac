import type { webApi } from '@slack/bolt';

/** Slack takes a look at a picture once it has it, and no message can show it before: until then it has no type. */
const PAUSES_MS = [0, 100, 300, 700, 1_500, 3_000];

/**
 * Gives Slack a picture that is shared with nobody, for a message to show: its file's id, as soon as a message can. Null when Slack
 * does not get to it in a few seconds.
 */
export async function uploadPicture(
  client: webApi.WebClient,
  { png, name, alt }: { png: Uint8Array; name: string; alt: string },
): Promise<string | null> {
  const { file_id: id, upload_url: url } = await client.files.getUploadURLExternal({
    filename: name,
    length: png.byteLength,
    alt_text: alt.slice(0, 1000),
  });
  if (!id || !url) return null;
  const sent = await fetch(url, { method: 'POST', body: Buffer.from(png), signal: AbortSignal.timeout(10_000) });
  if (!sent.ok) return null;
  await client.files.completeUploadExternal({ files: [{ id, title: name }] });
  for (const pause of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const { file } = await client.files.info({ file: id });
    if (file?.mimetype?.startsWith('image/')) return id;
  }
  return null;
}
