import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { JsonObject } from './json.ts';
import type { Json } from './protocol.ts';

export type Delivery = {
  envelope: 'slash_commands' | 'interactive' | 'events_api';
  /** What the traffic calls it: `block_actions`, `event:message` … */
  kind: string;
  payload: JsonObject;
  summary: string;
  user?: string;
  retry?: { num: number; reason: string };
};

export type DeliveryError = 'dispatch_failed' | 'operation_timeout' | `http_${number}`;

export type Outcome =
  | { ok: true; body: Json }
  | { ok: false; error: DeliveryError; sentence: string; noRetry?: boolean };

export type Delivered = Outcome & { tookMs: number; lineId: number };

export type Transport = {
  kind: 'socket' | 'http' | 'none';
  /** Connections that take deliveries. */
  open: () => number;
  send: (delivery: Delivery) => Promise<Outcome>;
};

export type SocketMode = Transport & {
  /** A URL good for one connection, as apps.connections.open answers. */
  ticketUrl: () => string;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Ends the oldest connection, or all, without a word. How many it ended. */
  cut: (all?: boolean) => number;
  /** Tells the oldest connection, or all, to go. */
  refresh: (reason?: DisconnectReason, all?: boolean) => number;
  stop: () => void;
};

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';
