import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Database, openDatabase } from '../../../src/base/db/database.ts';
import type { Deps } from '../../../src/base/deps.ts';
import { createLog } from '../../../src/base/log.ts';
import { type Playground, startPlayground } from '../../../src/simulator/driver.ts';
import { newPerson, TEAM } from '../../../src/simulator/people.ts';
import { type Held, startHeld } from '../held.ts';
import { randomFrom } from '../random.ts';
import { gatherSent, type Sent } from './sent.ts';
import { prepare, storyOf } from './story.ts';
import { CHANNEL, type World, ZONE } from './world.ts';

export type Troubles = { kills: number; rate: number; seed: number };
export type Played = { sent: Sent[]; counts: Record<string, number>; busy: Date[] };

const SETTINGS = { OFFICE_CHANNEL: CHANNEL, OFFICE_TIMEZONE: ZONE };
const STEP_MS = 10 * 60_000;
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
 * Lets the story happen and the app, or its replicas, work through the quarter, ten minutes at a time. `busy` are the moments at which something
 * is sent in an undisturbed run: at some of them the app is killed.
 */
export async function play(
  folder: string,
  world: World,
  troubles: Troubles | null,
  busy: readonly Date[],
  { file = path.join(folder, 'office.db'), replicas = 1 }: { file?: string; replicas?: number } = {},
): Promise<Played> {
  const random = randomFrom(troubles?.seed ?? 0);
  const slack = await startPlayground({ at: world.from, tokens: TOKENS });
  for (const who of world.staff) {
    slack.slack.workspace.people.set(who.id, newPerson(who.id, who.name, { teamId: TEAM.id, tz: who.zone }));
    slack.slack.workspace.channels.get(CHANNEL)?.members.add(who.id);
  }
  const db = await openDatabase(file);
  const deps = outside(db, slack, folder);
  await prepare(deps, world);
  if (troubles)
    slack.trouble({ seed: troubles.seed, rate: troubles.rate, methods: IN_TROUBLE, retryAfter: 20, silenceMs: 30 });

  const counts = { ticks: 0, kills: 0, disconnects: 0 };
  const kills = pickSome(busy, troubles?.kills ?? 0, random);
  const disconnects = pickSome(busy, Math.ceil((troubles?.kills ?? 0) / 4), random);
  const story = storyOf(world);
  const busyHere: Date[] = [];
  const start = () => startHeld(folder, slack, { ...SETTINGS, DATABASE_FILE: file });
  const apps = await Promise.all(Array.from({ length: replicas }, start));

  for (let at = world.from.getTime(); at < world.to.getTime(); at += STEP_MS) {
    moveTo(slack, at);
    for (let next = story[0]; next && next.at.getTime() <= at; next = story[0]) {
      await next.happen(deps);
      story.shift();
    }
    const before = posted(slack);
    if (disconnects.delete(at)) {
      slack.cut({ all: true });
      counts.disconnects++;
    }
    for (let left = kills.get(at) ?? 0; left > 0; left--) {
      const which = random.between(0, replicas - 1);
      await killWithin(apps, which, slack, random.next());
      counts.kills++;
      apps[which] = await start();
    }
    counts.ticks += await workThrough(apps, slack, at + STEP_MS);
    if (posted(slack) > before) busyHere.push(new Date(at));
  }
  for (const app of apps) await app.kill();
  const sent = await gatherSent(slack, db);
  const wrongs = slack.wrongs.length;
  for (const wrong of new Set(slack.wrongs)) process.stderr.write(`Slack would refuse: ${wrong}\n`);
  await db.destroy();
  await slack.stop();
  return { sent, counts: { ...counts, 'refused by Slack': wrongs }, busy: busyHere };
}

/** Ticks, a second apart, while there is more to do than Slack's pace allows at once. */
async function workThrough(apps: readonly Held[], slack: Playground, until: number): Promise<number> {
  for (let ticks = 1; ; ticks++) {
    const said = await Promise.all(apps.map((app) => app.tick()));
    if (!said.includes('again') || slack.now().getTime() + 1_000 >= until) return ticks;
    slack.clock.move(1_000);
  }
}

/** Kills one at some moment of their work: at any, or right after Slack has taken a message that the app may not have noted yet. */
async function killWithin(apps: readonly Held[], which: number, slack: Playground, luck: number): Promise<void> {
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
}

const posted = (slack: Playground): number =>
  [...slack.slack.workspace.channels.values()].reduce((sum, channel) => sum + channel.messages.size, 0);

const moveTo = (slack: Playground, at: number): void => slack.clock.move(Math.max(0, at - slack.now().getTime()));

/** How often at each moment. */
function pickSome(
  moments: readonly Date[],
  count: number,
  random: { between(least: number, most: number): number },
): Map<number, number> {
  const picked = new Map<number, number>();
  for (let left = moments.length > 0 ? count : 0; left > 0; left--) {
    const at = moments[random.between(0, moments.length - 1)]?.getTime() ?? 0;
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
