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

/** The same client for somebody who waits for a form: what Slack wants later, or leaves hanging, fails. */
export const impatient = ({ token, slackApiUrl }: webApi.WebClient): webApi.WebClient =>
  new webApi.WebClient(token, {
    slackApiUrl,
    logLevel: webApi.LogLevel.ERROR,
    retryConfig: { retries: 1, minTimeout: 200, maxTimeout: 500 },
    rejectRateLimitedCalls: true,
    timeout: 2_500,
  });
