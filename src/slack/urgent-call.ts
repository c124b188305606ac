import http from 'node:http';
import https from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { webApi as api, type webApi } from '@slack/bolt';
import { z } from 'zod';
import type { View } from './blocks.ts';

/** A form that stands on the screen, and the state it is in. */
export type OpenView = { id: string; hash: string };

type Calls = {
  'views.open': { trigger_id: string; view: View };
  'views.update': { view_id: string; hash?: string; view: View };
};

/** A trigger lives three seconds: a call that Slack wants later, or that hangs, comes too late. */
const TIMEOUT_MS = 2_500;
const PAUSE_MS = 200;

/** What is relied on of an answer; of what was wrong Slack says where, and nothing of what stood there. */
const Said = z.looseObject({
  ok: z.boolean(),
  error: z.string().optional(),
  view: z.looseObject({ id: z.string(), hash: z.string() }).optional(),
  response_metadata: z.looseObject({ messages: z.array(z.string()).optional() }).optional(),
});

/**
 * Shows a form, with one more attempt where the connection fails; a call that is worth nothing later. It throws what Slack's own client
 * would. That client takes five times as long for a form (it walks through all of it twice for a log that nobody reads, and sends each
 * Korean letter as nine), and everybody waits for just this call.
 */
export async function showView<Method extends keyof Calls>(
  client: webApi.WebClient,
  method: Method,
  args: Calls[Method],
): Promise<OpenView | null> {
  const call = () => post(`${client.slackApiUrl}${method}`, client.token ?? '', JSON.stringify(args));
  const answer = await call().catch(async (error) => {
    if (error instanceof api.WebAPIRateLimitedError) throw error;
    await setTimeout(PAUSE_MS);
    return call();
  });
  const said = Said.parse(answer);
  if (said.ok) return said.view ?? null;
  const { messages } = said.response_metadata ?? {};
  const error = new api.WebAPIPlatformError({ ok: false, error: said.error ?? 'unknown' });
  if (messages) error.cause = new Error(messages.join(' '));
  throw error;
}

/** Through the agents that know the office's proxy (base/network.ts). */
function post(url: string, token: string, body: string): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const failed = (error: Error) => reject(new api.WebAPIRequestError(error));
  const request = (url.startsWith('https:') ? https : http).request(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'biseo',
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  request.on('error', failed);
  request.on('response', (response) => {
    const { statusCode: status = 0, statusMessage = '', headers } = response;
    const parts: Buffer[] = [];
    response.on('data', (part) => parts.push(part));
    response.on('error', failed);
    response.on('end', () => {
      const text = Buffer.concat(parts).toString();
      if (status === 429) reject(new api.WebAPIRateLimitedError(Number(headers['retry-after'])));
      else if (status !== 200) reject(new api.WebAPIHTTPError(status, statusMessage, {}, text));
      else resolve(parsed(text));
    });
  });
  request.end(body);
  return promise;
}

/** What is no JSON is told as Slack's client tells it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { ok: false, error: text };
  }
}
