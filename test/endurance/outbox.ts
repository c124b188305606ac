import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CLAIM_MS } from '../../src/outbox/rules.ts';
import { putEntries } from '../../src/outbox/store.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { withRegister } from './audit.ts';
import type { Report } from './forms.ts';
import { startHeld } from './held.ts';
import { randomFrom } from './random.ts';

const START = new Date('2018-03-30T03:00:00Z');
const MINUTE = 60_000;
const RECIPIENTS = ['U0KIMSEOYE', 'U0LEEJUNHO', 'U0OHMANAGE', 'U0PARKHAEU', CHANNELS.office] as const;

/**
 * Kills the app at random moments while it sends, with random trouble in the calls, and counts what arrived: every key must be
 * there once.
 */
export async function killWhileSending(
  folder: string,
  times: number,
  seed: number,
  file = path.join(folder, 'office.db'),
): Promise<Report> {
  const random = randomFrom(seed);
  const slack = await startPlayground({ at: START, rates: false });
  const keys: string[] = [];
  let ticks = 0;

  for (let life = 0; life < times; life++) {
    await withRegister(file, async (db) => {
      const count = random.between(1, 6);
      const fresh = Array.from({ length: count }, (_, i) => {
        const key = `life-${life}-${i}`;
        const recipient = random.pick(RECIPIENTS);
        return { key, kind: 'note', recipient, subject: key, dueAt: slack.now(), expiresAt: null };
      });
      await putEntries(db, fresh, slack.now());
      keys.push(...fresh.map(({ key }) => key));
    });
    slack.trouble({ seed: random.between(1, 1e9), rate: 0.2, retryAfter: 5, silenceMs: 30 });
    const app = await startHeld(folder, slack, { KINDS: 'notes', DATABASE_FILE: file });
    for (let tick = random.between(0, 3); tick > 0; tick--) {
      ticks++;
      await app.tick();
      slack.clock.move(random.between(1, 60) * 1_000);
    }
    const last = app.tick().catch(() => undefined); // never answered, if the kill comes first
    await setTimeout(random.between(0, 60));
    await app.kill();
    await last;
    slack.clock.move(random.between(0, CLAIM_MS));
  }

  slack.trouble();
  const app = await startHeld(folder, slack, { KINDS: 'notes', DATABASE_FILE: file });
  for (let minute = 0; minute < 40; minute++) {
    slack.clock.move(MINUTE);
    while ((await app.tick()) === 'again') slack.clock.move(1_000);
  }
  await app.kill();
  const breaches = await withRegister(file, async (db) => {
    const unsent = await db.selectFrom('outbox').select(['key', 'state']).where('state', '!=', 'sent').execute();
    return unsent.map(({ key, state }) => `${key} is ${state}`);
  });
  const arrived = arrivedIn(slack);
  for (const key of keys) {
    const count = arrived.filter((it) => it === key).length;
    if (count !== 1) breaches.push(`${key} arrived ${count} times`);
  }
  const looked = slack.calls('conversations.history').length;
  await slack.stop();
  return {
    counts: {
      kills: times,
      ticks,
      'messages decided': keys.length,
      'messages arrived': arrived.length,
      'looked for': looked,
    },
    breaches,
  };
}

const arrivedIn = (slack: Playground): string[] =>
  [...slack.slack.workspace.channels.values()].flatMap((channel) =>
    [...channel.messages.values()].map(({ text }) => text).filter((text) => text.startsWith('life-')),
  );
