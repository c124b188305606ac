import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { sql } from 'kysely';
import { createTicker, TIMETABLE } from '../../src/app/timetable.ts';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { createLog } from '../../src/base/log.ts';
import { BURST, PER_SECOND } from '../../src/outbox/pace.ts';
import { putPerson } from '../../src/people/store.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import { CHANNELS, PEOPLE } from '../../src/simulator/people.ts';
import { startScript } from '../support/process.ts';
import { type Figure, type Note, percentile, type Sizes } from './figures.ts';

const WAITING = 100_000;
const DUE = 1_000;
const WINDOW_MS = 5_000;
/** What the office may expect of a tick that finds nothing to do. */
const IDLE_AIM_MS = 5;

const OFFICE = PEOPLE.filter(({ role }) => !['newcomer', 'guest', 'stranger'].includes(role)).map(({ id }) => id);

/** What a tick costs while nothing is due, and whether commands wait while much is being sent. */
export async function measureOutbox(folder: string, sizes: Sizes): Promise<(Figure | Note)[]> {
  return [...(await measureIdle(folder, sizes)), ...(await measureSending(folder, sizes))];
}

async function measureIdle(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const sides: { waiting: number; db: Database; tick(): Promise<unknown>; took: number[] }[] = [];
  for (const waiting of [0, WAITING]) {
    const db = await openDatabase(path.join(folder, `idle-${waiting}.db`));
    await addPeople(db);
    const dueIn = (i: number) => new Date(Date.now() + (1 + (i % 8_760)) * 3_600_000);
    await putMany(db, waiting, (i) => ({ recipient: OFFICE[i % OFFICE.length] ?? '', dueAt: dueIn(i) }));
    const config = {
      timezone: 'Asia/Seoul',
      language: 'ko' as const,
      officeChannel: CHANNELS.office,
      slackApiUrl: 'http://127.0.0.1:9/', // nothing is to be sent
      botToken: 'xoxb-bench',
      databaseFile: null,
      receiptsFolder: folder,
      publicUrl: null,
    };
    const deps = { db, now: () => new Date(), log: createLog('fatal'), holder: 'bench', config };
    const client = new webApi.WebClient('xoxb-bench', { slackApiUrl: config.slackApiUrl, retryConfig: { retries: 0 } });
    sides.push({ waiting, db, tick: createTicker(deps, client, TIMETABLE).tick, took: [] });
  }
  for (let round = -20; round < (quick ? 100 : 500); round++) {
    for (const { tick, took } of sides) {
      const began = performance.now();
      await tick();
      if (round >= 0) took.push(performance.now() - began);
    }
  }
  for (const { db } of sides) await db.destroy();
  const [none, many] = sides.map(({ took }) => took);
  const name = `a tick, ${WAITING.toLocaleString('en-US')} waiting and nothing due`;
  const ours = (share: number) => ({ unit: 'ms', ours: percentile(many ?? [], share) });
  return [
    { name: `${name}, p50 : ${IDLE_AIM_MS} ms`, ...ours(0.5), baseline: IDLE_AIM_MS, aim: { atMost: 1 } },
    { name: `${name}, p50 : with an empty outbox`, ...ours(0.5), baseline: percentile(none ?? [], 0.5) },
    { name: `${name}, p99 : with an empty outbox`, ...ours(0.99), baseline: percentile(none ?? [], 0.99) },
  ];
}

async function measureSending(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const rounds = quick ? 1 : 2;
  const slack = await startPlayground(); // with Slack's rates
  const file = path.join(folder, 'sending.db');
  const db = await openDatabase(file);
  await addPeople(db);
  const recipients = [...OFFICE, CHANNELS.office];
  await putMany(db, DUE, (i) => ({ recipient: recipients[i % recipients.length] ?? '', dueAt: new Date() }));
  const setDue = (at: Date) =>
    db.updateTable('outbox').set({ next_at: at.toISOString() }).where('state', '=', 'waiting').execute();
  const nextDay = new Date(Date.now() + 86_400_000);
  await setDue(nextDay);
  const app = startScript('test/bench/sending-app.ts', [], {
    folder,
    readyWhen: 'ready',
    env: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      DATABASE_FILE: file,
      PORT: '0',
      HOST: '127.0.0.1',
    },
  });
  await app.ready;
  await slack.connected();

  const idle: Waits = { acks: [], answers: [] };
  const sending: Waits = { acks: [], answers: [] };
  let sent = 0;
  // A B A B, so that whatever else this machine does falls on both. The first round warms up.
  for (let round = -1; round < rounds; round++) {
    await setDue(nextDay);
    await setTimeout(500);
    await useIt(slack, round < 0 ? null : idle);
    await setDue(new Date());
    const before = sentIn(slack);
    await useIt(slack, round < 0 ? null : sending);
    if (round >= 0) sent += sentIn(slack) - before;
  }
  const refused = slack.calls('chat.postMessage').filter(({ error }) => error === 'ratelimited').length;
  await app.kill('SIGTERM');
  await db.destroy();
  await slack.stop();

  const figure = (name: string, of: keyof Waits, share: number): Figure => ({
    name: `${name} while ${DUE.toLocaleString('en-US')} are sent : while none is`,
    unit: 'ms',
    ours: percentile(sending[of], share),
    baseline: percentile(idle[of], share),
    ...(of === 'acks' ? { aim: { atMost: share < 0.9 ? 1.2 : 1.5 } } : {}),
  });
  return [
    figure('acknowledging /biseo, p50', 'acks', 0.5),
    figure('acknowledging /biseo, p99', 'acks', 0.99),
    figure('answering /biseo, p50', 'answers', 0.5),
    figure('answering /biseo, p99', 'answers', 0.99),
    {
      note:
        `Of ${sending.acks.length} commands while sending, ${idle.acks.length} without, in turns of ${WINDOW_MS / 1_000} s. In ` +
        `these ${sent} of ${DUE} messages to ${recipients.length} recipients went out; at ${PER_SECOND} a second all of them take ` +
        `${((DUE - BURST) / PER_SECOND / 60).toFixed(1)} minutes. Slack asked for a pause ${refused} times.`,
    },
  ];
}

type Waits = { acks: number[]; answers: number[] };

/** Types a command again and again; notes the times until it is acknowledged, and until it is answered. */
async function useIt(slack: Playground, waits: Waits | null): Promise<void> {
  const until = performance.now() + WINDOW_MS;
  for (let i = 0; performance.now() < until; i++) {
    const person = slack.as(OFFICE[i % OFFICE.length] ?? '');
    const last = person.lastAnswer();
    const began = performance.now();
    const answer = await person.type('/biseo');
    const acknowledged = performance.now();
    if (!answer.ok) throw new Error(answer.sentence);
    await person.reads((message) => message.private, last);
    waits?.acks.push(acknowledged - began);
    waits?.answers.push(performance.now() - began);
    await setTimeout(20);
  }
}

const sentIn = (slack: Playground): number =>
  slack.calls('chat.postMessage').filter(({ error }) => error === undefined).length;

async function addPeople(db: Database): Promise<void> {
  for (const userId of OFFICE) {
    const person = { userId, name: userId, role: 'member' as const, language: 'ko' as const };
    await putPerson(db, person, { actor: 'bench', at: new Date() });
  }
}

async function putMany(
  db: Database,
  count: number,
  entryOf: (i: number) => { recipient: string; dueAt: Date },
): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => {
    const { recipient, dueAt } = entryOf(i);
    return [`bench:${i}:${dueAt.toISOString()}`, recipient, dueAt.toISOString()];
  });
  await sql`insert into outbox (key, kind, recipient, subject, due_at, next_at, state, put_at)
    select value ->> 0, 'bench', value ->> 1, 'null', value ->> 2, value ->> 2, 'waiting', value ->> 2
    from json_each(${JSON.stringify(rows)})`.execute(db);
}
