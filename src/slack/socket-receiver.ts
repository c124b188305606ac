import http from 'node:http';
import https from 'node:https';
import { type App, type Receiver, webApi } from '@slack/bolt';
import WebSocket from 'ws';
import { z } from 'zod';
import type { Log } from '../base/log.ts';
import { pauseOf } from './retry-after.ts';

/**
 * Socket Mode for people who must never see "dispatch failed". The client that Slack publishes (socket-mode 3.1.0)
 * closes a connection that Slack refreshes, then waits five seconds or more; what is typed meanwhile is lost. Here two
 * connections are open at a time (Slack allows ten and sends each payload over one of them), a refreshed one is
 * replaced before it is left, and an answer whose connection has gone is sent over another.
 */
export type SocketReceiver = Receiver & { connected(): boolean };

type Options = { appToken: string; slackApiUrl: string | null; log: Log; lanes?: number };

const LANES = 2;
const PING_MS = 10_000;
const SILENT_MS = 30_000; // Slack pings several times in this; silence means the network has dropped us without a word
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const GRACE_MS = 20_000; // how long Slack leaves a refreshed connection open for answers
const ANSWER_MS = 3_000; // how long Slack waits for one

const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('disconnect'), reason: z.string().optional() }),
  z.object({
    type: z.enum(['events_api', 'interactive', 'slash_commands']),
    envelope_id: z.string(),
    payload: z.record(z.string(), z.unknown()),
    retry_attempt: z.number().optional(),
    retry_reason: z.string().optional(),
  }),
]);
type Envelope = Extract<z.infer<typeof Message>, { envelope_id: string }>;

/** One open connection and how many answers Slack waits for on it. */
type Line = { socket: WebSocket; heard: number; owing: number; leaving: boolean };

export function createSocketReceiver({ appToken, slackApiUrl, log, lanes = LANES }: Options): SocketReceiver {
  const client = new webApi.WebClient(appToken, {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 5_000,
    logLevel: webApi.LogLevel.ERROR,
  });
  const lines = new Set<Line>();
  let app: App | undefined;
  let stopping = false;
  const pauses = new Set<() => void>();

  const open = () => [...lines].filter((line) => line.socket.readyState === WebSocket.OPEN);

  /** Opens one connection and resolves when Slack has greeted it. */
  async function connect(lane: number): Promise<void> {
    const { url } = await client.apps.connections.open();
    if (!url) throw new Error('apps.connections.open gave no address.');
    // Without an agent it would go past the office's proxy (base/network.ts).
    const socket = new WebSocket(url, { agent: url.startsWith('wss:') ? https.globalAgent : http.globalAgent });
    const line: Line = { socket, heard: performance.now(), owing: 0, leaving: false };
    const heard = () => {
      line.heard = performance.now();
    };
    socket.on('ping', heard);
    socket.on('pong', heard);
    socket.on('error', (error) => log.warn({ err: error }, 'A Socket Mode connection failed.'));

    await new Promise<void>((resolve, reject) => {
      socket.on('message', (data) => {
        heard();
        const message = Message.safeParse(parseJson(String(data)));
        if (!message.success) return; // a kind of message that this app does not take
        if (message.data.type === 'hello') {
          lines.add(line);
          if (stopping) socket.close();
          resolve();
        } else if (message.data.type === 'disconnect') leave(line, lane, message.data.reason);
        else void work(line, message.data);
      });
      socket.on('close', (code) => {
        lines.delete(line);
        reject(new Error(`The connection closed before Slack greeted it (${code}).`));
        if (!line.leaving) void keep(lane);
      });
    });
  }

  /** Keeps one lane connected for as long as the app runs. */
  async function keep(lane: number): Promise<void> {
    for (let failures = 0; !stopping; failures++) {
      try {
        await connect(lane);
        return; // its close event calls again
      } catch (error) {
        if (stopping || lines.size >= lanes) return;
        log.warn({ err: error, lane }, 'Slack can not be reached over Socket Mode; trying again.');
        await pause(retryPause(error, failures));
      }
    }
  }

  /** Slack renews the connection: a new one opens first, and the old one stays for the answers it owes. */
  function leave(line: Line, lane: number, reason: string | undefined): void {
    if (line.leaving) return;
    line.leaving = true;
    log.debug({ reason }, 'Slack renews a Socket Mode connection.');
    void keep(lane).then(async () => {
      await pause(GRACE_MS);
      line.socket.close();
    });
  }

  async function work(line: Line, envelope: Envelope): Promise<void> {
    if (stopping && line.socket.readyState !== WebSocket.OPEN) return; // not taken: Slack hears nothing of it
    // A command is acknowledged with nothing, so it need not wait for Bolt; a form's acknowledgement says something.
    const first = envelope.type === 'slash_commands';
    if (first) send(line, JSON.stringify({ envelope_id: envelope.envelope_id, payload: {} }));
    let answered = false;
    let owes = !first;
    if (owes) line.owing++;
    const settled = () => {
      if (!owes) return;
      owes = false;
      line.owing--;
      if (stopping && line.owing === 0) line.socket.close();
    };
    try {
      await app?.processEvent({
        body: envelope.payload,
        ...(envelope.retry_attempt === undefined ? {} : { retryNum: envelope.retry_attempt }),
        ...(envelope.retry_reason === undefined ? {} : { retryReason: envelope.retry_reason }),
        ack: async (response?: unknown) => {
          if (answered) throw new Error('This was acknowledged before.');
          answered = true;
          if (first && response === undefined) return;
          const payload = typeof response === 'string' ? { text: response } : (response ?? {});
          send(line, JSON.stringify({ envelope_id: envelope.envelope_id, payload }));
          settled();
        },
      });
    } catch (error) {
      log.error({ err: error }, 'Something that Slack sent could not be handled.');
    } finally {
      settled();
    }
  }

  function send(line: Line, answer: string): void {
    const usable = line.socket.readyState === WebSocket.OPEN ? line : open()[0];
    if (usable) usable.socket.send(answer);
    else log.warn('An answer found no open connection.');
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        pauses.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      timer.unref();
      pauses.add(done);
    });
  }

  const watch = setInterval(() => {
    for (const { socket, heard } of lines) {
      if (performance.now() - heard > SILENT_MS) socket.terminate();
      else if (socket.readyState === WebSocket.OPEN) socket.ping();
    }
  }, PING_MS);
  watch.unref();

  return {
    init(bolt) {
      app = bolt;
    },
    connected: () => open().length > 0,
    /** Throws what Slack said of the app token; any other trouble is tried again until it passes. */
    async start() {
      await connect(0).catch((error) => {
        if (error instanceof webApi.WebAPIPlatformError) throw error;
        log.warn({ err: error }, 'Slack can not be reached over Socket Mode; trying again.');
        void keep(0);
      });
      for (let lane = 1; lane < lanes; lane++) void keep(lane);
    },
    /** A connection takes no more work once it owes no answer, however much is going on; main waits for the rest. */
    async stop() {
      stopping = true;
      clearInterval(watch);
      for (const done of pauses) done();
      for (const line of lines) if (line.owing === 0) line.socket.close();
      setTimeout(() => {
        for (const { socket } of lines) socket.close();
      }, ANSWER_MS).unref();
    },
  };
}

function retryPause(error: unknown, failures: number): number {
  if (error instanceof webApi.WebAPIRateLimitedError) return pauseOf(error.retryAfter) * 1000;
  return failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + Math.random() / 2);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
