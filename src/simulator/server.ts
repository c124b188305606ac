import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { startClock } from './clock.ts';
import { startIds } from './ids.ts';
import { type ManifestInput, readManifest, scopesOf } from './manifest.ts';
import { PEOPLE } from './people.ts';
import type { Person } from './protocol.ts';
import { startRates } from './rate.ts';
import { API_PATH, answer } from './routes.ts';
import { seed } from './seed.ts';
import { signedHttp } from './signed-http.ts';
import { noteWrong, type Slack } from './slack.ts';
import { startSocketMode } from './socket.ts';
import { startTraffic } from './traffic.ts';
import { startTriggers } from './triggers.ts';
import { emptyWorkspace } from './workspace.ts';

/** `skewSeconds`: how wrong the time in the signature is, to see it refused. */
export type DeliverTo = 'socket' | { http: string; signingSecret?: string; skewSeconds?: number };

export type PlaygroundOptions = {
  /** A file or the manifest itself; the project's own `manifest.yml` otherwise, wherever the process was started. */
  manifest?: string | ManifestInput;
  /** 0 or nothing: a free one. */
  port?: number;
  host?: string;
  /** Holds the clock at this time until it is moved; without it the clock goes. */
  at?: Date;
  people?: readonly Person[];
  deliverTo?: DeliverTo;
  /** Whether calls are limited per minute and messages per second; scripts that hammer switch it off. */
  rates?: boolean;
  /** Known beforehand, for an app in another process. */
  tokens?: Partial<Slack['tokens']>;
};

export type Server = {
  slack: Slack;
  url: string;
  /** For SLACK_API_URL. */
  apiUrl: string;
  deliverTo: (to: DeliverTo) => void;
  stop: () => Promise<void>;
};

const OWN_MANIFEST = path.join(import.meta.dirname, '../../manifest.yml');

export async function startServer(options: PlaygroundOptions = {}): Promise<Server> {
  const host = options.host ?? '127.0.0.1';
  const slack = build(options);

  const server = createServer((request, response) => {
    answer(slack, host, request, response).catch((error) => {
      // Whoever goes away half-way through is nobody's mistake; anything else is ours, and no test should pass over it.
      if (!request.destroyed) noteWrong(slack, `The playground itself failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', slack.traffic.stir);
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (request.url?.startsWith('/link/')) slack.socketMode.upgrade(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Two hundred people at once open more connections than Node's 511 lets wait.
    server.listen({ port: options.port ?? 0, host, backlog: 4_096 }, resolve);
  });
  slack.url = `http://${shownHost(host)}:${portOf(server.address())}`;

  const deliverTo = (to: DeliverTo) => {
    if (to === 'socket') {
      slack.transport = slack.socketMode;
      return;
    }
    if (to.signingSecret !== undefined) slack.tokens.signing = to.signingSecret;
    slack.transport = signedHttp(slack, to.http, to.skewSeconds);
  };
  deliverTo(options.deliverTo ?? 'socket');

  return {
    slack,
    url: slack.url,
    apiUrl: `${slack.url}${API_PATH}`,
    deliverTo,
    stop: () =>
      new Promise((resolve) => {
        slack.socketMode.stop();
        slack.clock.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function build(options: PlaygroundOptions): Slack {
  const clock = startClock(options.at);
  const ids = startIds();
  const manifest = readManifest(options.manifest ?? OWN_MANIFEST);
  const workspace = emptyWorkspace();
  seed(workspace, manifest, options.people ?? PEOPLE, () => ids.next('D'));

  const slack: Omit<Slack, 'socketMode' | 'transport'> = {
    url: '',
    tokens: {
      bot: `xoxb-playground-${ids.secret()}`,
      app: `xapp-playground-${ids.secret()}`,
      signing: ids.secret(),
      ...options.tokens,
    },
    clock,
    ids,
    manifest,
    scopes: scopesOf(manifest),
    workspace,
    triggers: startTriggers(clock, ids),
    rates: options.rates === false ? undefined : startRates(clock),
    traffic: startTraffic(clock, workspace.changed),
    responses: new Map(),
    wrongs: [],
    failing: undefined,
    troubles: undefined,
    servesFiles: undefined,
    sent: new Map(),
    lastDelivery: undefined,
    health: undefined,
  };
  return withSocketMode(slack);
}

/** Socket Mode needs the rest, and is part of it. */
function withSocketMode(rest: Omit<Slack, 'socketMode' | 'transport'>): Slack {
  const socketMode = startSocketMode(rest);
  return Object.assign(rest, { socketMode, transport: socketMode });
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
