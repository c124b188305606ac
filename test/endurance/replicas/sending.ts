import { setTimeout } from 'node:timers/promises';
import { putEntries } from '../../../src/outbox/store.ts';
import { type Playground, startPlayground } from '../../../src/simulator/driver.ts';
import { withRegister } from '../audit.ts';
import type { Report } from '../forms.ts';
import { startHeld } from '../held.ts';
import { STAFF } from './two.ts';

const PEOPLE = 5;
const STEP_MS = 250;
const SECOND = 1_000;
const MOST_SECONDS = 120;

/** Messages that are due to five people at once; the replica that sends them is killed half-way, while it sends. */
export async function sendingOnBoth(
  { folder, place }: { folder: string; place: string },
  messages: number,
): Promise<Report> {
  const slack = await startPlayground({ at: new Date('2018-03-30T03:00:00Z') });
  const keys = Array.from({ length: messages }, (_, n) => `n${n}`);
  await withRegister(place, (db) =>
    putEntries(
      db,
      keys.map((key, n) => ({ ...NOTE, key, recipient: STAFF[n % PEOPLE] ?? '', subject: key, dueAt: slack.now() })),
      slack.now(),
    ),
  );
  const settings = { KINDS: 'notes', DATABASE_FILE: place };
  const apps = await Promise.all([startHeld(folder, slack, settings), startHeld(folder, slack, settings)]);
  const step = async () => {
    slack.clock.move(STEP_MS);
    const ticks = apps.map((app) => app.tick().catch(() => undefined)); // never answered by one that is killed
    await Promise.all(ticks);
  };
  while (textsIn(slack).length < messages / 2) await step();

  const acting = await withRegister(place, (db) => db.selectFrom('lease').select('holder').executeTakeFirstOrThrow());
  const killed = apps.findIndex(({ pid }) => acting.holder.split(' ')[1] === String(pid));
  slack.clock.move(STEP_MS);
  const last = apps[killed]?.tick().catch(() => undefined);
  await setTimeout(5);
  await apps[killed]?.kill();
  await last;
  apps.splice(killed, 1);
  const at = slack.now().getTime();
  const before = textsIn(slack).length;
  while (textsIn(slack).length < messages && slack.now().getTime() < at + MOST_SECONDS * SECOND) await step();
  const seconds = (slack.now().getTime() - at) / SECOND;
  for (let n = 0; n < 40; n++) await step(); // what would come twice would come now
  for (const app of apps) await app.kill();

  const breaches: string[] = [];
  if (killed < 0) breaches.push('nobody held the lease');
  for (const key of keys) {
    const count = textsIn(slack).filter((text) => text === key).length;
    if (count !== 1) breaches.push(`${key} arrived ${count} times`);
  }
  const closest = Math.min(...timesIn(slack).flatMap((times) => times.slice(1).map((it, i) => it - (times[i] ?? 0))));
  if (closest < SECOND) breaches.push(`two messages to one person ${closest} ms apart`);
  breaches.push(...slack.wrongs);
  await slack.stop();
  return {
    counts: { messages, 'before the kill': before, 'seconds after it': seconds, 'closest, in ms': closest },
    breaches,
  };
}

const NOTE = { kind: 'note', expiresAt: null };

const channelsOf = (slack: Playground) =>
  [...slack.slack.workspace.channels.values()].map(({ messages }) =>
    [...messages.values()].filter(({ text }) => /^n\d+$/.test(text)),
  );

const textsIn = (slack: Playground): string[] =>
  channelsOf(slack).flatMap((messages) => messages.map(({ text }) => text));

const timesIn = (slack: Playground): number[][] =>
  channelsOf(slack).map((messages) =>
    messages.map(({ ts }) => Math.round(Number(ts) * SECOND)).toSorted((a, b) => a - b),
  );
