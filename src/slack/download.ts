import type { Deps } from '../base/deps.ts';
import { tableRefusal } from '../tables/refusal-words.ts';
import { LIMITS } from '../tables/table.ts';
import type { Text } from '../text/index.ts';
import type { FileField } from './field-values.ts';

const TIMEOUT_MS = 60_000;
const MOST_REDIRECTS = 3;

/**
 * `elsewhere`: the address, or where it leads to, is not Slack's. `no_access`: Slack shows its log-in page, as it does when the app may
 * not read files. `gone`: there is no such file any more. `unavailable`: it may go better later.
 */
export type DownloadRefusal = 'elsewhere' | 'no_access' | 'gone' | 'too_large' | 'unavailable';

export type Download = { bytes: Buffer; html: boolean } | { refusal: DownloadRefusal };

export type GivenFile = { name: string; url: string };

/** The file that a field was given; refused in words where there is none, or one that is too large to be fetched. */
export function givenFile([file]: readonly FileField[], text: Text): GivenFile | { refusal: string } {
  if (!file?.url) return { refusal: text.conversation.missing };
  const { name, url, size } = file;
  return (size ?? 0) > LIMITS.file ? { refusal: tableRefusal('too_large', size ?? 0, text) } : { name, url };
}

/** Fetches a list that someone gave to the app, or says why it can't be had. A log-in page is not taken for a file. */
export async function downloadFile(
  { url, name }: GivenFile,
  { text, ...deps }: Deps & { text: Text },
): Promise<{ bytes: Uint8Array } | { refused: string }> {
  const loaded = await download(url, { largest: LIMITS.file, ms: TIMEOUT_MS }, deps);
  const isLogIn = 'html' in loaded && loaded.html && !/\.html?$/i.test(new URL(url).pathname);
  if (isLogIn) deps.log.error('Slack shows its log-in page instead of a file: the app lacks the scope files:read.');
  if ('bytes' in loaded && !isLogIn) return loaded;
  const refusal = 'refusal' in loaded ? loaded.refusal : 'no_access';
  return { refused: text.files.refused(name, text.files.notFetched[refusal]) };
}

/**
 * The bytes at an address of Slack's file host, up to `largest` as they are counted while they come. The token goes to that host and
 * nowhere else (in the playground: to the playground). `html`: what came calls itself a page, and may be Slack's log-in page.
 */
export async function download(
  address: string,
  { largest, ms }: { largest: number; ms: number },
  { config, log }: Deps,
): Promise<Download> {
  const ours = config.slackApiUrl ? new URL(config.slackApiUrl).origin : 'https://files.slack.com';
  const refuse = (refusal: DownloadRefusal, details: object = {}): Download => {
    log.error({ refusal, ...details }, 'A file could not be fetched from Slack.');
    return { refusal };
  };
  const signal = AbortSignal.timeout(ms);
  try {
    let url = URL.canParse(address) ? new URL(address) : null;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      if (url?.origin !== ours) return refuse(isSlack(url) ? 'no_access' : 'elsewhere', { host: url?.host });
      const headers = { authorization: `Bearer ${config.botToken}` };
      const response = await fetch(url, { headers, redirect: 'manual', signal });
      const { status } = response;
      if (status >= 300 && status < 400) {
        await response.body?.cancel();
        const location = response.headers.get('location') ?? '';
        url = URL.canParse(location, url) ? new URL(location, url) : null;
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        return refuse(status === 404 || status === 410 ? 'gone' : isForbidden(status) ? 'no_access' : 'unavailable', {
          status,
        });
      }
      const bytes = await readAtMost(response, largest);
      if (!bytes) return refuse('too_large');
      return { bytes, html: response.headers.get('content-type')?.includes('text/html') ?? false };
    }
    return refuse('unavailable', { redirects: MOST_REDIRECTS });
  } catch (error) {
    return refuse('unavailable', { err: error });
  }
}

const isForbidden = (status: number): boolean => status === 401 || status === 403;

/** Slack sends who is not logged in to the workspace's own host. */
const isSlack = (url: URL | null): boolean =>
  url?.protocol === 'https:' && /(^|\.)slack(-gov)?\.com$/.test(url.hostname);

/** Null when there is more. The announced length is believed only where it says so itself. */
async function readAtMost(response: Response, largest: number): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  if (Number(response.headers.get('content-length') ?? 0) > largest) {
    await response.body?.cancel();
    return null;
  }
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > largest) return null; // leaving the loop ends the connection
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
