import { createHmac } from 'node:crypto';
import type { Posted } from './mutate.ts';

/** Slack gives up after three seconds; this waits longer, to know whether an answer comes at all. */
const WAITED_MS = 30_000;

/** What came back, and after how many milliseconds; status 0: nothing. */
export type Answered = { status: number; ms: number };

/** Posts a request signed as Slack signs it. */
export async function send(url: string, secret: string, { body, contentType }: Posted): Promise<Answered> {
  const time = String(Math.floor(Date.now() / 1000));
  const bytes = Buffer.from(body);
  const signature = createHmac('sha256', secret).update(`v0:${time}:`).update(bytes).digest('hex');
  const began = performance.now();
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: bytes,
      signal: AbortSignal.timeout(WAITED_MS),
      headers: {
        ...(contentType ? { 'content-type': contentType } : {}),
        'x-slack-request-timestamp': time,
        'x-slack-signature': `v0=${signature}`,
      },
    });
    await response.arrayBuffer();
    return { status: response.status, ms: performance.now() - began };
  } catch {
    return { status: 0, ms: performance.now() - began };
  }
}
