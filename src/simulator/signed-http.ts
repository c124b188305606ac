import { createHmac } from 'node:crypto';
import { realNow } from './clock.ts';
import { type JsonObject, parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Json } from './protocol.ts';
import type { Slack } from './slack.ts';
import type { Delivery, Outcome, Transport } from './transport.ts';

/** Deliveries as Slack posts them to an app's request URL, signed. */
export function signedHttp(slack: Slack, url: string, skewSeconds = 0): Transport {
  return {
    kind: 'http',
    open: () => 1,
    send: async (delivery) => {
      const stopped = new AbortController();
      const cancel = slack.clock.within(LIMITS.ackMs, () => stopped.abort());
      try {
        return await post(slack, { url, skewSeconds }, delivery, stopped.signal);
      } catch (error) {
        return stopped.signal.aborted
          ? { ok: false, error: 'operation_timeout', sentence: 'The app did not answer within three seconds.' }
          : { ok: false, error: 'dispatch_failed', sentence: `The app cannot be reached: ${String(error)}` };
      } finally {
        cancel();
      }
    },
  };
}

async function post(
  slack: Slack,
  { url, skewSeconds }: { url: string; skewSeconds: number },
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Outcome> {
  const [type, body] = encode(delivery);
  const timestamp = String(Math.floor(realNow() / 1000) + skewSeconds);
  const signature = createHmac('sha256', slack.tokens.signing).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    body,
    signal,
    redirect: 'manual',
    headers: {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...(delivery.retry
        ? { 'x-slack-retry-num': String(delivery.retry.num), 'x-slack-retry-reason': delivery.retry.reason }
        : {}),
    },
  });
  const text = await response.text();
  if (response.status !== 200) {
    return {
      ok: false,
      error: `http_${response.status}`,
      sentence: `The app answered with HTTP ${response.status}.`,
      noRetry: response.headers.get('x-slack-no-retry') === '1',
    };
  }
  return { ok: true, body: read(text, response.headers.get('content-type') ?? '') };
}

/** Commands as a form, interactions as JSON in a form's `payload`, events as JSON. */
function encode({ envelope, payload }: Delivery): [type: string, body: string] {
  if (envelope === 'events_api') return ['application/json', JSON.stringify(payload)];
  const fields = envelope === 'slash_commands' ? plain(payload) : { payload: JSON.stringify(payload) };
  return ['application/x-www-form-urlencoded', new URLSearchParams(fields).toString()];
}

const plain = (payload: JsonObject): { [key: string]: string } =>
  Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value ?? '')]));

/** Plain text is a message's text, as for a command that is acknowledged with words. */
function read(text: string, type: string): Json {
  if (text.trim() === '') return {};
  const json = type.includes('json') ? parseJson(text) : undefined;
  return json === undefined ? { text } : json;
}
