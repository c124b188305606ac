import type { IncomingMessage, ServerResponse } from 'node:http';
import { type App, HTTPReceiver, type Receiver } from '@slack/bolt';
import { boltLogger, type Log } from '../base/log.ts';

type Options = { signingSecret: string; log: Log };

/** How far a request's time may be from ours, either way; Bolt itself looks only at the past. */
const SKEW_SECONDS = 5 * 60;

/** When a request is given up. Slack itself gives up after three seconds; an answer that comes a little later must not be replaced by a 404. */
const HANGING_MS = 30_000;

export type HttpReceiver = Receiver & { answer(request: IncomingMessage, response: ServerResponse): void };

/** `POST /slack/events`, signed. It has no server of its own: health.ts listens and hands requests over. */
export function createHttpReceiver({ signingSecret, log }: Options): HttpReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: boltLogger(log),
    unhandledRequestTimeoutMillis: HANGING_MS,
  });
  let ready = false;
  return {
    init(app: App) {
      receiver.init(app);
      ready = true;
    },
    async start() {},
    async stop() {},
    answer(request, response) {
      if (request.method !== 'POST') {
        response.writeHead(405, { allow: 'POST' }).end();
        return;
      }
      if (!ready) {
        response.writeHead(503).end(); // Slack delivers events again
        return;
      }
      const sent = request.headers['x-slack-request-timestamp'];
      const age = Date.now() / 1000 - Number(sent); // the machine's own time, as Bolt takes for the other side
      if (sent !== undefined && !(Math.abs(age) <= SKEW_SECONDS)) {
        log.warn({ age }, 'A request whose time is more than five minutes off was refused.');
        response.writeHead(401).end();
        return;
      }
      // Without a time only Slack's own check of the address is answered; Bolt refuses the rest.
      Promise.resolve(receiver.requestListener(request, response)).catch((error: unknown) => {
        log.error({ err: error }, 'A request could not be answered.');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  };
}
