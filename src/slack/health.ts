import { createServer, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { DatabaseTrouble } from '../vocabulary/database.ts';
import type { HttpReceiver } from './http-receiver.ts';

/** What `/healthz` answers; 503 where it is not ok. */
export type Health = {
  ok: boolean;
  slack: 'connected' | 'disconnected';
  database: 'ok' | 'unavailable';
  version: string;
  /** Why it is not ok, where that is known. */
  reason?: 'starting' | 'messages_waiting' | DatabaseTrouble;
  /** How many requests in a row came with the signature of another secret; anyone may send such, so that it is fine all the same. */
  refused?: number;
};

/** By which another process knows that it is this app that answers. */
export const AnswersHealth = z.object({
  ok: z.boolean(),
  version: z.string(),
  reason: z.string().optional(),
  refused: z.number().optional(),
});

/** Serves `/healthz`, the calendar, and Slack's requests where there are any. */
export function listen(
  at: { host: string; port: number },
  health: () => Promise<Health>,
  calendar: (path: string, response: ServerResponse) => boolean,
  answer?: HttpReceiver['answer'],
): Promise<Server> {
  const server = createServer((request, response) => {
    if (!server.listening) response.setHeader('connection', 'close'); // the last one over a connection that was open
    const [path = ''] = (request.url ?? '').split('?');
    if (path === '/healthz') void sayHealth(health, response);
    else if (answer && path === '/slack/events') answer(request, response);
    else if (!calendar(path, response)) response.writeHead(404).end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => resolve(server));
  });
}

/** How long Slack's word on our token holds: whoever watches the app may ask every second. */
const HOLDS_MS = 30_000;

/** Asks at most twice a minute, however often it is called; a question that fails is a no. */
export function asking(question: () => Promise<boolean>, clock = () => performance.now()): () => Promise<boolean> {
  let last: { at: number; answer: Promise<boolean> } | undefined;
  return () => {
    if (!last || clock() - last.at >= HOLDS_MS) last = { at: clock(), answer: question().catch(() => false) };
    return last.answer;
  };
}

async function sayHealth(health: () => Promise<Health>, response: ServerResponse): Promise<void> {
  const says = await health();
  response.writeHead(says.ok ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify(says));
}
