import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { CLAIM_MS } from '../../src/outbox/rules.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { TROUBLES } from '../../src/simulator/trouble.ts';
import { newDatabase, registerIn } from '../support/database.ts';
import { MEMBER, NOW, OTHER_MEMBER } from '../support/office.ts';
import { inFolder } from '../support/process.ts';
import { keysIn, note, put, startSender } from './given.ts';

const RECIPIENTS = [MEMBER, OTHER_MEMBER, CHANNELS.office];

/** What happens, one after the other: a tick, with what goes wrong with its calls; or the process is killed in the middle of one. */
type Step = { troubles: ((typeof TROUBLES)[number] | null)[]; killed: boolean };

const step: fc.Arbitrary<Step> = fc.record({
  troubles: fc.array(fc.option(fc.constantFrom(...TROUBLES), { freq: 3 }), { maxLength: 6 }),
  killed: fc.boolean(),
});

test('whatever goes wrong with calls, and however often the process is killed, each message arrives once', async () => {
  const slack = await startPlayground({ at: NOW, rates: false });
  onTestFinished(() => slack.stop());

  const property = fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.integer({ min: 1, max: 6 }), (steps, count) =>
    inFolder(async (folder) => {
      for (const channel of slack.slack.workspace.channels.values()) channel.messages.clear();
      const file = await registerIn(folder);
      const db = await newDatabase(file);
      const keys = Array.from({ length: count }, (_, i) => `n${i}`);
      await put(db, ...keys.map((key, i) => note(key, { recipient: RECIPIENTS[i % 3] ?? MEMBER, dueAt: slack.now() })));

      for (const { troubles, killed } of steps) await live(slack, file, troubles, killed);
      slack.trouble();
      const last = await startSender(file, slack);
      for (let minute = 0; minute < 60; minute++) {
        slack.clock.move(60_000);
        await last.tick();
      }
      await last.close();
      const unsent = await db.selectFrom('outbox').select(['key', 'state']).where('state', '!=', 'sent').execute();
      await db.destroy();
      expect(keysIn(slack).toSorted()).toEqual(keys.toSorted());
      expect(unsent).toEqual([]);
    }),
  );
  await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 25) });
});

/** One process's life: a few ticks, until it ends or is killed while it sends. */
async function live(slack: Playground, file: string, troubles: Step['troubles'], killed: boolean): Promise<void> {
  slack.trouble({ next: troubles, retryAfter: 3, silenceMs: 20 });
  const sender = await startSender(file, slack);
  for (let second = 0; second < 3; second++) {
    const ticking = sender.tick();
    if (killed && second === 1) {
      await Promise.race([ticking, underWay(slack)]);
      await sender.db.destroy();
      await ticking;
      slack.clock.move(CLAIM_MS);
      return;
    }
    await ticking;
    slack.clock.move(10_000);
  }
  await sender.close();
}

const underWay = (slack: Playground): Promise<unknown> =>
  slack.until(() => slack.slack.traffic.open() > 0 || undefined, 'a call is under way').catch(() => undefined);
