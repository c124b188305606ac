import { webApi } from '@slack/bolt';

const APART = ['not_in_channel', 'channel_not_found', 'is_archived'];

/** Whether the app is in a channel and can write there. Throws where Slack says neither yes nor no. */
export async function isJoined(channel: string, client: webApi.WebClient): Promise<boolean> {
  try {
    await client.conversations.history({ channel, limit: 1 });
    return true;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && APART.includes(error.data.error)) return false;
    throw error;
  }
}
