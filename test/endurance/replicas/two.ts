import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Database, openDatabase } from '../../../src/base/db/database.ts';
import { putPerson } from '../../../src/people/store.ts';
import { type Playground, startPlayground } from '../../../src/simulator/driver.ts';
import { PEOPLE } from '../../../src/simulator/people.ts';
import { textFor } from '../../../src/text/index.ts';
import type { Role } from '../../../src/vocabulary/person.ts';
import { freePort, type Running, settingOf, startScript } from '../../support/process.ts';

export const STAFF = PEOPLE.filter(
  ({ role }) => role === 'member' || role === 'manager' || role === 'administrator',
).map(({ id }) => id);

export type Two = {
  slack: Playground;
  db: Database;
  /** From now on each form that is sent goes to both; otherwise one person's goes to one, and their neighbour's to the other. */
  doubled: { on: boolean };
  /** What the replicas said to forms: whether it was a success. */
  answers: boolean[];
  stop(): Promise<void>;
};

type Given = { folder: string; place: string; role?: Role };

/** An office on two processes in HTTP mode, with what stands before them: it hands each request to the one or the other, or to both. */
export async function startTwo({ folder, place, role = 'manager' }: Given): Promise<Two> {
  const slack = await startPlayground({ rates: false });
  const db = await openDatabase(place);
  for (const { id, name } of PEOPLE.filter(({ id }) => STAFF.includes(id))) {
    await putPerson(db, { userId: id, name, role, language: 'ko' }, { actor: 'test', at: slack.now() });
  }
  const ports = [await freePort(), await freePort()];
  const apps = ports.map((port) => startReplica(folder, place, slack, port));
  await Promise.all(apps.map(({ ready }) => ready));
  const doubled = { on: false };
  const answers: boolean[] = [];
  const balancer = await startBalancer(ports, doubled, answers);
  slack.deliverTo({ http: `http://127.0.0.1:${balancer.port}/slack/events` });
  return {
    slack,
    db,
    doubled,
    answers,
    stop: async () => {
      await slack.settled();
      for (const app of apps) await app.kill('SIGTERM');
      await slack.stop();
      await balancer.close();
      await db.destroy();
    },
  };
}

function startReplica(folder: string, place: string, slack: Playground, port: number): Running {
  return startScript('src/main.ts', [], {
    folder,
    readyWhen: textFor('ko').terminal.listening,
    env: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'info',
      ...settingOf(place),
    },
  });
}

async function startBalancer(ports: readonly number[], doubled: { on: boolean }, answers: boolean[]) {
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const payload = JSON.parse(new URLSearchParams(body).get('payload') ?? '{}');
    const isForm = payload.type === 'view_submission';
    const user: string = payload.user?.id ?? new URLSearchParams(body).get('user_id') ?? '';
    const [one = 0] = ports.slice(STAFF.indexOf(user) % 2);
    const to = doubled.on && isForm ? ports : [one];
    const said = await Promise.all(to.map((port) => forward(port, request, body)));
    if (isForm) answers.push(...said.map(({ status, words }) => status === 200 && !words.includes('"errors"')));
    const [first = { status: 502, words: '' }] = said;
    response.writeHead(first.status, { 'content-type': 'application/json' }).end(first.words);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function forward(port: number, { url, headers }: IncomingMessage, body: string) {
  const told = Object.entries(headers).filter(([name]) => /^(content-type|x-slack-)/.test(name)) as [string, string][];
  const response = await fetch(`http://127.0.0.1:${port}${url}`, {
    method: 'POST',
    headers: Object.fromEntries(told),
    body,
  }).catch(() => null);
  return response ? { status: response.status, words: await response.text() } : { status: 502, words: '' };
}

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
