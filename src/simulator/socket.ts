import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { every } from './clock.ts';
import { parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import { APP } from './people.ts';
import type { Json } from './protocol.ts';
import { noteWrong, type Slack } from './slack.ts';
import type { Delivery, Outcome, SocketMode } from './transport.ts';

type Connection = {
  socket: WebSocket;
  /** Told to go: still answers, gets nothing new. */
  leaving: boolean;
};

/** How many acknowledged envelopes are remembered, to notice one acknowledged twice. */
const KEPT_ACKS = 2_000;
const PING_MS = 5_000;

const LOST: Outcome = {
  ok: false,
  error: 'dispatch_failed',
  sentence: 'The connection was lost before the app answered.',
};
const SILENT: Outcome = {
  ok: false,
  error: 'operation_timeout',
  sentence: 'The app did not answer within three seconds.',
};

const ackShape = z.object({ envelope_id: z.string(), payload: z.json().optional() });

export function startSocketMode(slack: Omit<Slack, 'socketMode' | 'transport'>): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 * 1024 });
  const tickets = new Map<string, number>();
  const connections = new Set<Connection>();
  /** Sent and not acknowledged yet, whichever connection the acknowledgement may come over. */
  const pending = new Map<string, (outcome: Outcome) => void>();
  const acked = new Set<string>();
  let turn = 0;

  const usable = () => [...connections].filter((it) => !it.leaving && it.socket.readyState === WebSocket.OPEN);

  const stopPings = every(PING_MS, () => {
    for (const { socket } of connections) if (socket.readyState === WebSocket.OPEN) socket.ping();
  });

  function welcome(socket: WebSocket): void {
    const connection: Connection = { socket, leaving: false };
    // A process killed at any moment ends here, with or without an error first.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      connections.delete(connection);
      // An app that is still there on another connection may answer over that one.
      if (connections.size === 0) for (const settle of [...pending.values()]) settle(LOST);
      slack.workspace.changed();
    });
    socket.on('message', (data) => onAck(data.toString()));

    if (usable().length >= LIMITS.connections) {
      say(socket, { type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: 'playground' } });
      socket.close();
      return;
    }
    connections.add(connection);
    say(socket, {
      type: 'hello',
      num_connections: usable().length,
      debug_info: { host: 'playground', approximate_connection_time: 18_060 },
      connection_info: { app_id: APP.id },
    });
    slack.workspace.changed();
  }

  function onAck(text: string): void {
    const parsed = ackShape.safeParse(parseJson(text));
    if (!parsed.success) {
      noteWrong(slack, `The app sent over its socket what is no acknowledgement: ${text.slice(0, 200)}`);
      return;
    }
    const { envelope_id: id, payload } = parsed.data;
    const waiting = pending.get(id);
    if (waiting) waiting({ ok: true, body: payload ?? {} });
    else if (acked.has(id)) noteWrong(slack, `The app acknowledged envelope ${id} twice.`);
  }

  function choose(all: boolean): Connection[] {
    const open = usable();
    return all ? open : open.slice(0, 1);
  }

  return {
    kind: 'socket',
    open: () => usable().length,

    send: (delivery) =>
      new Promise((resolve) => {
        const open = usable();
        const connection = open[turn++ % Math.max(open.length, 1)];
        if (!connection) {
          resolve({ ok: false, error: 'dispatch_failed', sentence: 'The app is not connected.' });
          return;
        }
        const id = slack.ids.secret();
        const settle = (outcome: Outcome) => {
          pending.delete(id);
          cancel();
          if (outcome.ok) {
            acked.add(id);
            const [oldest] = acked;
            if (acked.size > KEPT_ACKS && oldest !== undefined) acked.delete(oldest);
          }
          resolve(outcome);
        };
        const cancel = slack.clock.within(LIMITS.ackMs, () => settle(connections.has(connection) ? SILENT : LOST));
        pending.set(id, settle);
        say(connection.socket, envelope(id, delivery));
      }),

    ticketUrl: () => {
      const ticket = slack.ids.secret();
      tickets.set(ticket, slack.clock.flow());
      return `${slack.url.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${APP.id}`;
    },

    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', slack.url).searchParams.get('ticket') ?? '';
      const issuedAt = tickets.get(ticket);
      tickets.delete(ticket);
      if (issuedAt === undefined || slack.clock.flow() - issuedAt > LIMITS.ticketMs) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },

    cut: (all = false) => {
      const chosen = choose(all);
      for (const { socket } of chosen) socket.terminate();
      return chosen.length;
    },

    refresh: (reason = 'refresh_requested', all = false) => {
      const chosen = choose(all);
      for (const connection of chosen) {
        // After a warning Slack goes on using the connection until it is over.
        connection.leaving = reason !== 'warning';
        say(connection.socket, { type: 'disconnect', reason, debug_info: { host: 'playground' } });
        slack.clock.within(LIMITS.goodbyeMs, () => connection.socket.close());
      }
      slack.workspace.changed();
      return chosen.length;
    },

    stop: () => {
      stopPings();
      for (const { socket } of connections) socket.terminate();
      server.close();
    },
  };
}

function envelope(id: string, { envelope: type, payload, retry }: Delivery): Json {
  return {
    envelope_id: id,
    type,
    payload,
    accepts_response_payload: type !== 'events_api',
    ...(type === 'events_api' || retry ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
  };
}

function say(socket: WebSocket, message: Json): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}
