import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Posted } from './mutate.ts';

/** Slack gives up after three seconds; this waits longer, to know whether an answer comes at all. */
const WAITED_MS = 30_000;

/** What came back, and after how many milliseconds; status 0: nothing. */
export type Answered = { status: number; body: string; ms: number };

const agent = new Agent({ keepAlive: true });
const keys = new Map<string, KeyObject>();

/** Posts a request signed as Slack signs it, over a connection that is kept. */
export function send(url: string, secret: string, { body, contentType }: Posted): Promise<Answered> {
  const time = String(Math.floor(Date.now() / 1000));
  const bytes = Buffer.from(body);
  const key = keys.get(secret) ?? createSecretKey(Buffer.from(secret));
  keys.set(secret, key);
  const signature = createHmac('sha256', key).update(`v0:${time}:`).update(bytes).digest('hex');
  const began = performance.now();
  return new Promise((resolve) => {
    let said = '';
    const end = (status: number) => resolve({ status, body: said, ms: performance.now() - began });
    const headers = {
      'content-length': bytes.length,
      ...(contentType ? { 'content-type': contentType } : {}),
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    };
    const posted = request(url, { agent, method: 'POST', headers, timeout: WAITED_MS }, (response) => {
      response.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
      response.once('end', () => end(response.statusCode ?? 0));
    });
    posted.once('timeout', () => posted.destroy(new Error('No answer came.')));
    posted.once('error', () => end(0));
    posted.end(bytes);
  });
}
