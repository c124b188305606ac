import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { createUnderWay } from '../../src/app/under-way.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import { isObject, type JsonObject, stringOf } from '../../src/simulator/json.ts';
import type { Json } from '../../src/simulator/protocol.ts';
import type { PlaygroundOptions } from '../../src/simulator/server.ts';
import { MANIFEST } from './bolt.ts';

export type Envelope = { envelope_id: string; type: string; payload: JsonObject } & JsonObject;

/** What the app answers: a payload for the acknowledgement, or `false` for none. */
export type Answering = (
  envelope: Envelope,
  line: RawLine,
) => Json | false | undefined | Promise<Json | false | undefined>;

export type RawLine = {
  socket: WebSocket;
  /** Everything that came over it. */
  heard: JsonObject[];
  closed: Promise<void>;
  say: (message: Json) => void;
};

export const NOON = new Date('2026-03-02T03:00:00Z');

/** A playground on a held clock that is stopped with the test. */
export async function startQuiet(options: PlaygroundOptions = {}): Promise<Playground> {
  const slack = await startPlayground({ manifest: MANIFEST, at: NOON, ...options });
  slack.watch(createUnderWay()); // what connects to it here does nothing but answer
  onTestFinished(() => slack.stop());
  return slack;
}

/** A playground with one connection that answers as told: for what Bolt would never do. */
export async function startRaw(answering: Answering, options: PlaygroundOptions = {}): Promise<Playground> {
  const slack = await startQuiet(options);
  await connect(slack, answering);
  return slack;
}

export async function connect(slack: Playground, answering: Answering = () => undefined): Promise<RawLine> {
  const { url } = await ask(slack, 'apps.connections.open', {}, slack.appToken);
  return dial(stringOf(url), answering);
}

/** Opens a connection and waits for what Slack says first. */
export function dial(url: string, answering: Answering = () => undefined): Promise<RawLine> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const line: RawLine = {
      socket,
      heard: [],
      closed: new Promise((closed) => socket.on('close', () => closed())),
      say: (message) => socket.send(JSON.stringify(message)),
    };
    socket.on('error', reject);
    socket.on('message', async (data) => {
      const message: unknown = JSON.parse(data.toString());
      if (!isObject(message)) return;
      line.heard.push(message);
      if (line.heard.length === 1) resolve(line);
      if (!isEnvelope(message)) return;
      const payload = await answering(message, line);
      if (payload === false) return;
      line.say({ envelope_id: message.envelope_id, ...(payload === undefined ? {} : { payload }) });
    });
  });
}

/** A call of the Web API, refusals included. */
export async function ask(
  slack: Playground,
  method: string,
  args: JsonObject,
  token = slack.botToken,
): Promise<JsonObject> {
  const { answer } = await asked(slack, method, args, token);
  return answer;
}

export async function asked(slack: Playground, method: string, args: JsonObject, token = slack.botToken) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  const text = await response.text();
  const parsed: unknown = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, answer: isObject(parsed) ? parsed : {} };
}

/** Ids of conversations with the app. */
export async function dmOf(slack: Playground, user: string): Promise<string> {
  const { channel } = await ask(slack, 'conversations.open', { users: user });
  return isObject(channel) ? stringOf(channel.id) : '';
}

const isEnvelope = (message: JsonObject): message is Envelope =>
  typeof message.envelope_id === 'string' && isObject(message.payload);
