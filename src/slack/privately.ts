import type { types, webApi } from '@slack/bolt';
import { discreet, type Log } from '../base/log.ts';
import { clip, escaped, LONGEST, section } from './blocks.ts';

export type Message = {
  text: string;
  blocks?: types.KnownBlock[];
  /** As a direct message in any case: a press there comes with the whole message, one under a command without. */
  direct?: true;
  /** Below in any case: it gives no new state of what was pressed. */
  below?: true;
};

/** Whether an answer stands below what it answers, or takes its place. */
export type Place = 'below' | 'in_place';

/** A message of words that hold something typed: shown as it is, where the text alone could turn bold. */
export const plainMessage = (words: string): Message => ({ text: escaped(words), blocks: [section(words)] });

/** With no more words than Slack takes: what was typed is told back in them, however long it was. */
export const fitting = <Sent extends { text: string }>(message: Sent): Sent => ({
  ...message,
  text: clip(message.text, LONGEST.message),
});

/** Where a person can be told something that only they see. */
export type Reach = { userId: string; responseUrl?: string | undefined };

const TIMEOUT_MS = 5_000;

/**
 * Tells one person something: under the command or message they used, as long as Slack still allows that (five times
 * in thirty minutes), else as a direct message. Throws only if neither can be done.
 */
export async function tellPrivately(
  { client, log }: { client: webApi.WebClient; log: Log },
  { userId, responseUrl }: Reach,
  { direct, below, ...said }: Message,
  how: { replace: boolean } = { replace: false },
): Promise<void> {
  const message = fitting(said);
  const place = { replace: how.replace && !below };
  if (responseUrl && !direct && isSlacks(responseUrl, client) && (await respond(responseUrl, message, place, log)))
    return;
  await client.chat.postMessage({ channel: userId, ...message });
}

/** Slack's own host, or the one that stands for it (SLACK_API_URL): an address in a request is no reason to call anywhere else. */
function isSlacks(url: string, { slackApiUrl }: webApi.WebClient): boolean {
  const origin = URL.parse(url)?.origin;
  return origin === 'https://hooks.slack.com' || (origin !== undefined && origin === URL.parse(slackApiUrl)?.origin);
}

async function respond(
  url: string,
  message: Omit<Message, 'direct' | 'below'>,
  how: { replace: boolean },
  log: Log,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual', // Slack's host sends nobody elsewhere
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: how.replace }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const said = await response.text();
    if (response.ok && !said.includes('"ok":false')) return true;
    log.warn(
      { status: response.status, said: discreet(said).slice(0, 200) },
      'Slack did not take an answer; a message follows.',
    );
  } catch (error) {
    log.warn({ err: error }, 'Slack did not take an answer; a message follows.');
  }
  return false;
}
