import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../src/base/db/database.ts';
import { putPerson } from '../../src/people/store.ts';
import { addSamples } from '../../src/samples/spending.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import { newPerson, PEOPLE } from '../../src/simulator/people.ts';
import { type Running, startApp, startScript } from '../support/process.ts';

/** An app in a process of its own, and the Slack that it is connected to, which is in this process. */
export type Side = { slack: Playground; start(): Running };

/** People who type at once, beyond the sample people. */
export const CROWD = Array.from({ length: 50 }, (_, i) => `U0CROWD${String(i).padStart(3, '0')}`);

/** The real app with a real register of sample people and spending, and a bare Bolt app that only acknowledges. */
export async function preparePair(folder: string): Promise<{ ours: Side; bare: Side; stop(): Promise<void> }> {
  const people = [...PEOPLE, ...CROWD.map((id, i) => newPerson(id, `직원 ${i}`, { role: 'member' }))];
  const slacks = await Promise.all([
    startPlayground({ people, rates: false }),
    startPlayground({ people, rates: false }),
  ]);
  const [ourSlack, bareSlack] = slacks;

  const bareFolder = path.join(folder, 'bare');
  mkdirSync(bareFolder);
  const db = await openDatabase(path.join(folder, 'office.db'));
  await addSamples(db, ourSlack.now(), ourSlack.now().toISOString().slice(0, 10));
  for (const userId of CROWD) {
    const person = { userId, name: userId, role: 'member' as const, language: 'ko' as const };
    await putPerson(db, person, { actor: 'bench', at: ourSlack.now() });
  }
  await db.destroy();

  return {
    ours: { slack: ourSlack, start: () => startApp(folder, ourSlack) },
    bare: {
      slack: bareSlack,
      start: () =>
        startScript('test/bench/bare-app.ts', [], {
          folder: bareFolder,
          readyWhen: 'ready',
          env: {
            SLACK_API_URL: bareSlack.apiUrl,
            SLACK_BOT_TOKEN: bareSlack.botToken,
            SLACK_APP_TOKEN: bareSlack.appToken,
          },
        }),
    },
    async stop() {
      for (const slack of slacks) await slack.stop();
    },
  };
}

const PAUSE_MS = 10;
const LINE = '85000 미진 4명 조례 개정 간담회 시책 카드';

/** Types `/expense …` and gives the milliseconds until it was acknowledged. */
export async function typeExpense({ slack }: Side, userId: string): Promise<number> {
  const began = performance.now();
  const answer = await slack.as(userId).type('/expense', LINE);
  const took = performance.now() - began;
  if (!answer.ok) throw new Error(answer.sentence);
  return took;
}

/**
 * Waits until the app has done what followed from the acknowledgement, and closes the forms that it opened. A click may
 * be too old for a form by then, on a machine that does much else.
 */
export async function settle({ slack }: Side, userIds: readonly string[], opensForm: boolean): Promise<void> {
  if (opensForm)
    for (const userId of userIds)
      await slack
        .as(userId)
        .seesView()
        .catch(() => undefined);
  for (const userId of userIds) if (slack.as(userId).view()) await slack.as(userId).close();
  // The form stands here before the app has read Slack's answer; people are seconds apart, not microseconds.
  await setTimeout(PAUSE_MS);
}
