import type { Deps } from '../deps.ts';

const LARGEST = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/**
 * Fetches a file that someone gave to the app; null when it can't be had. The token goes to Slack's own file host
 * and nowhere else (in the playground: to the playground), and a log-in page is not taken for a file.
 */
export async function downloadFile(address: string, { config, log }: Deps): Promise<Uint8Array | null> {
  const url = URL.canParse(address) ? new URL(address) : null;
  const ours = config.slackApiUrl ? new URL(config.slackApiUrl).host : 'files.slack.com';
  if (url?.host !== ours) {
    log.error({ host: url?.host }, 'A file on a host that is not Slack’s was not fetched.');
    return null;
  }
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${config.botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const loginPage = response.headers.get('content-type')?.includes('text/html') && !/\.html?$/i.test(url.pathname);
    if (!response.ok || loginPage || Number(response.headers.get('content-length') ?? 0) > LARGEST) {
      log.error({ status: response.status, loginPage }, 'A file could not be fetched from Slack.');
      return null;
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.byteLength > LARGEST ? null : bytes;
  } catch (error) {
    log.error({ err: error }, 'A file could not be fetched from Slack.');
    return null;
  }
}
