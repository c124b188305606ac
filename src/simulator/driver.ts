import type { Health } from '../slack/health.ts';
import { setDeactivated } from './accounts.ts';
import type { Answer } from './action.ts';
import { perform } from './acts.ts';
import type { Clock } from './clock.ts';
import { type PersonDriver, personDriver } from './person.ts';
import type { Json, TrafficDetail } from './protocol.ts';
import { type DeliverTo, type PlaygroundOptions, startServer } from './server.ts';
import type { Slack } from './slack.ts';
import type { DisconnectReason } from './transport.ts';
import { startTroubles, type TroubleOptions } from './trouble.ts';
import { eventually, settled, type Work } from './waiting.ts';

/** What the app asked of Slack. */
export type Call = { method: string; args: Json; answer: Json; error: string | undefined };

export type Playground = {
  url: string;
  /** For SLACK_API_URL. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  clock: Clock;
  /** For the app: the playground's time. */
  now: () => Date;
  as: (userId: string) => PersonDriver;
  /** What the app did that Slack would refuse. A test may empty it where it means to be refused. */
  wrongs: string[];
  traffic: () => TrafficDetail[];
  /** The app's calls, oldest first, or those of one method. */
  calls: (method?: string) => Call[];
  deliverTo: (to: DeliverTo) => void;
  /** Until the app has this many connections. */
  connected: (connections?: number) => Promise<void>;
  connections: () => number;
  /** Until this gives something, looked at after every change; fails in words after a while. */
  until: <Result>(look: () => Result | undefined, what: string) => Promise<Result>;
  /** Until nothing is under way in either direction. */
  settled: () => Promise<void>;
  /** Lets the app say what it is working on: then `settled` knows instead of waiting for silence. */
  watch: (work: Work) => void;
  /** The Web API's next calls, or all for some seconds, answer 429 or 500; nothing given: back to normal. */
  fail: (how?: { status: 429 | 500; next?: number; seconds?: number; method?: string }) => void;
  /** What goes wrong with the Web API's calls from now on, drawn by a seed or told one by one; nothing given: back to normal. */
  trouble: (options?: TroubleOptions) => void;
  /** What the file host answers from now on instead of a file; nothing given: the file. */
  serveFiles: (how?: Slack['servesFiles']) => void;
  /** Deactivates a person's account, or gives it back, and tells the app if it asked to be told. */
  deactivate: (userId: string, deactivated?: boolean) => Promise<void>;
  cut: (options?: { all?: boolean }) => void;
  refresh: (options?: { all?: boolean; reason?: DisconnectReason }) => void;
  redeliverLast: () => Promise<Answer>;
  redeliver: (lineId: number) => Promise<Answer>;
  /** What GET /healthz says of the app in this process. */
  answerHealth: (health: () => Promise<Health>) => void;
  stop: () => Promise<void>;
  /** What it is made of, for what this driver has no word for. */
  slack: Slack;
};

/** A Slack of our own, on a free port unless told, with a driver for tests and scripts. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const server = await startServer(options);
  const { slack } = server;
  const anyone = () => [...slack.workspace.people.keys()][0] ?? '';
  let work: Work | undefined;

  return {
    url: server.url,
    apiUrl: server.apiUrl,
    botToken: slack.tokens.bot,
    appToken: slack.tokens.app,
    get signingSecret() {
      return slack.tokens.signing;
    },
    clock: slack.clock,
    now: slack.clock.now,
    as: (userId) => personDriver(slack, userId),
    wrongs: slack.wrongs,
    traffic: () => slack.traffic.lines(),
    calls: (method) =>
      slack.traffic
        .lines()
        .filter((it) => it.direction === 'out' && (method === undefined || it.kind === method))
        .map((it) => ({ method: it.kind, args: it.request, answer: it.response, error: it.error })),
    deliverTo: server.deliverTo,
    connections: () => slack.socketMode.open(),
    connected: async (connections = 1) => {
      await eventually(
        slack,
        () => slack.socketMode.open() >= connections || undefined,
        () => `The app has ${slack.socketMode.open()} connections, not ${connections}.`,
      );
    },
    until: (look, what) => eventually(slack, look, () => `It does not come to this: ${what}.`),
    settled: () => settled(slack, work),
    watch: (how) => {
      work = how;
    },
    fail: (how) => void perform(slack, anyone(), { do: 'fail', status: 429, ...how }),
    trouble: (options) => {
      slack.troubles = options && startTroubles(options);
    },
    serveFiles: (how) => {
      slack.servesFiles = how;
    },
    deactivate: (userId, deactivated = true) => setDeactivated(slack, userId, deactivated),
    cut: (how = {}) => void slack.socketMode.cut(how.all),
    refresh: (how = {}) => void slack.socketMode.refresh(how.reason, how.all),
    redeliverLast: () => perform(slack, anyone(), { do: 'redeliver' }),
    redeliver: (id) => perform(slack, anyone(), { do: 'redeliver', id }),
    answerHealth: (health) => {
      slack.health = health;
    },
    stop: server.stop,
    slack,
  };
}
