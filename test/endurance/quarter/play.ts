import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Database, openDatabase } from '../../../src/base/db/database.ts';
import type { Deps } from '../../../src/base/deps.ts';
import { createLog } from '../../../src/base/log.ts';
import { type Playground, startPlayground } from '../../../src/simulator/driver.ts';
import { newPerson, TEAM } from '../../../src/simulator/people.ts';
import { type Held, loadHeld } from '../held.ts';
import { randomFrom } from '../random.ts';
import { expectationsOf } from './expected.ts';
import { gatherSent, type Sent } from './sent.ts';
import { prepare, storyOf } from './story.ts';
import { CHANNEL, type World, ZONE } from './world.ts';

export type Troubles = { kills: number; rate: number; seed: number };
/** `tell` hears at the beginning of each week. */
type Where = { file?: string; replicas?: number; tell?: (progress: string) => void };
export type Played = { sent: Sent[]; counts: Record<string, number>; breaches: string[] };

const SETTINGS = { OFFICE_CHANNEL: CHANNEL, OFFICE_TIMEZONE: ZONE };
const STEP_MS = 10 * 60_000;
/** How far the clock goes at once where for an hour nothing happened or was due, and nothing is. */
const LONGEST_STEP_MS = 60 * 60_000;
const WEEK_MS = 7 * 24 * 60 * 60_000;
/** How long Slack waits for an answer. */
const ACK_MS = 3_000;
const TOKENS = { bot: 'xoxb-endurance', app: 'xapp-endurance', signing: 'endurance-secret' };
/** One call in so many goes wrong with all that a network can do; the answer to a start must not wait for minutes. */
const IN_TROUBLE = [
  'chat.postMessage',
  'chat.update',
  'conversations.history',
  'conversations.open',
  'files.getUploadURLExternal',
];

/**
 * Lets the story happen and the app, or its replicas, work through the quarter, ten minutes at a time. The app is killed at some of the
 * moments at which something is due.
 */
export async function play(
  folder: string,
  world: World,
  troubles: Troubles | null,
  { file = path.join(folder, 'office.db'), replicas = 1, tell = () => undefined }: Where = {},
): Promise<Played> {
  const random = randomFrom(troubles?.seed ?? 0);
  const slack = await startPlayground({ at: world.from, tokens: TOKENS });
  // The apps work when they are told, and on what Slack sends: that is under way until it is acknowledged.
  slack.watch({ count: () => 0, idle: () => Promise.resolve() });
  for (const who of world.staff) {
    slack.slack.workspace.people.set(who.id, newPerson(who.id, who.name, { teamId: TEAM.id, tz: who.zone }));
    slack.slack.workspace.channels.get(CHANNEL)?.members.add(who.id);
  }
  const db = await openDatabase(file);
  const deps = outside(db, slack, folder);
  await prepare(deps, world);
  if (troubles)
    slack.trouble({ seed: troubles.seed, rate: troubles.rate, methods: IN_TROUBLE, retryAfter: 20, silenceMs: 30 });

  const counts = { steps: 0, ticks: 0, kills: 0, 'deliveries given up': 0, disconnects: 0 };
  const story = storyOf(world);
  const steps = stepsOf(world, [...story, ...expectationsOf(world)]);
  const kills = pickSome(steps.busy, troubles?.kills ?? 0, random);
  const disconnects = pickSome(steps.busy, Math.ceil((troubles?.kills ?? 0) / 4), random);
  const load = () => loadHeld(folder, slack, { ...SETTINGS, DATABASE_FILE: file });
  const apps = await Promise.all(Array.from({ length: replicas }, async () => (await load()).start()));
  let spare = troubles ? load() : null;

  let week = world.from.getTime();
  for (const at of steps.all) {
    await moveTo(slack, at);
    if (at >= week) {
      tell(`${new Date(at).toISOString()}, ${counts.kills} kills`);
      week += WEEK_MS;
    }
    for (let next = story[0]; next && next.at.getTime() <= at; next = story[0]) {
      await next.happen(deps);
      story.shift();
    }
    if (disconnects.delete(at)) {
      slack.cut({ all: true });
      counts.disconnects++;
    }
    for (let left = kills.get(at) ?? 0; left > 0 && spare; left--) {
      const which = random.between(0, replicas - 1);
      counts['deliveries given up'] += await killWithin(apps, which, slack, random.next());
      counts.kills++;
      const next = await spare;
      spare = load();
      apps[which] = await next.start();
    }
    counts.steps++;
    counts.ticks += await workThrough(apps, slack, at + STEP_MS);
  }
  for (const app of apps) await app.kill();
  await (await spare)?.kill();
  const sent = await gatherSent(slack, db);
  const breaches = slack.wrongs.map((wrong) => `Slack would refuse: ${wrong}`);
  await db.destroy();
  await slack.stop();
  return { sent, counts, breaches };
}

/**
 * Ten minutes at a time from just before anything happens or is due until an hour after it; an hour at a time where there is nothing. `busy`:
 * the first moments at which something may be sent.
 */
function stepsOf(world: World, moments: readonly { at: Date }[]): { all: number[]; busy: number[] } {
  const [from, to] = [world.from.getTime(), world.to.getTime()];
  const stepAt = (at: Date) => from + Math.ceil((at.getTime() - from) / STEP_MS) * STEP_MS;
  const fine = new Set<number>();
  for (const { at } of moments) {
    const first = stepAt(at);
    for (let step = first - STEP_MS; step <= first + LONGEST_STEP_MS; step += STEP_MS) fine.add(step);
  }
  const all: number[] = [];
  for (let at = from; at < to; at += STEP_MS)
    if (fine.has(at) || at - (all.at(-1) ?? 0) >= LONGEST_STEP_MS) all.push(at);
  const busy = new Set(expectationsOf(world).map(({ at }) => stepAt(at)));
  return { all, busy: all.filter((at) => busy.has(at)) };
}

/** Ticks, a second apart, while there is more to do than Slack's pace allows at once. */
async function workThrough(apps: readonly Held[], slack: Playground, until: number): Promise<number> {
  for (let ticks = 1; ; ticks++) {
    const said = await Promise.all(apps.map((app) => app.tick()));
    if (!said.includes('again') || slack.now().getTime() + 1_000 >= until) return ticks;
    await moveTo(slack, slack.now().getTime() + 1_000);
  }
}

/**
 * Kills one at some moment of their work: at any, or right after Slack has taken a message that the app may not have noted yet. What Slack
 * had sent it stays without an answer: Slack gives that up, and delivers it again. Returns how often.
 */
async function killWithin(apps: readonly Held[], which: number, slack: Playground, luck: number): Promise<number> {
  const before = posted(slack);
  let idle = false;
  const ticks = apps.map((app) => app.tick().catch(() => undefined)); // never answered, if the kill comes first
  const ticking = Promise.all(ticks).then(() => {
    idle = true;
  });
  if (luck < 0.5) await Promise.race([setTimeout(luck * 80), ticking]);
  else while (!idle && posted(slack) === before) await setTimeout(0);
  await apps[which]?.kill();
  await ticking;
  await setTimeout(0); // its connections are seen to be gone
  const unanswered = slack.slack.traffic.open();
  const wrongs = slack.wrongs.length;
  slack.clock.move(ACK_MS);
  await setTimeout(0); // what came of each delivery is noted
  slack.wrongs.length = wrongs;
  return unanswered;
}

const posted = (slack: Playground): number =>
  [...slack.slack.workspace.channels.values()].reduce((sum, channel) => sum + channel.messages.size, 0);

/** Once Slack has its answers: an app has three seconds for one, and no machine is so slow that the clock may take them from it. */
async function moveTo(slack: Playground, at: number): Promise<void> {
  await slack.settled();
  slack.clock.move(Math.max(0, at - slack.now().getTime()));
}

/** How often at each moment. */
function pickSome(
  moments: readonly number[],
  count: number,
  random: { between(least: number, most: number): number },
): Map<number, number> {
  const picked = new Map<number, number>();
  for (let left = moments.length > 0 ? count : 0; left > 0; left--) {
    const at = moments[random.between(0, moments.length - 1)] ?? 0;
    picked.set(at, (picked.get(at) ?? 0) + 1);
  }
  return picked;
}

const outside = (db: Database, slack: Playground, folder: string): Deps => ({
  db,
  now: slack.now,
  log: createLog('error'),
  holder: 'test',
  config: {
    timezone: ZONE,
    language: 'ko',
    officeChannel: CHANNEL,
    slackApiUrl: slack.apiUrl,
    botToken: slack.botToken,
    databaseFile: null,
    receiptsFolder: path.join(folder, 'receipts'),
    publicUrl: null,
  },
});
