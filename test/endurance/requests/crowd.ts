import { loadavg } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../src/base/db/database.ts';
import { putPerson } from '../../../src/people/store.ts';
import { addEverySample } from '../../../src/samples/index.ts';
import { startPlayground } from '../../../src/simulator/driver.ts';
import { newPerson, PEOPLE } from '../../../src/simulator/people.ts';
import { startApp } from '../../support/process.ts';
import type { Report } from '../forms.ts';

const LINE = '85000 미진 4명 조례 개정 간담회 시책 카드';
const MOST_MS = 1_000;
/** Two cores that do nothing else. */
const IDLE = 2.5;

/** So many people type a line at once, again and again; how long until each is acknowledged. */
export async function typeAtOnce(
  folder: string,
  { people, rounds }: { people: number; rounds: number },
): Promise<Report> {
  const crowd = Array.from({ length: people }, (_, i) => `U0CROWD${String(i).padStart(3, '0')}`);
  const now = new Date();
  const db = await openDatabase(path.join(folder, 'office.db'));
  await addEverySample(db, now, now.toISOString().slice(0, 10));
  for (const userId of crowd) {
    await putPerson(db, { userId, name: userId, role: 'member', language: 'ko' }, { actor: 'endurance', at: now });
  }
  await db.destroy();
  const newcomers = crowd.map((id, i) => newPerson(id, `직원 ${i}`, { role: 'member' }));
  const slack = await startPlayground({ people: [...PEOPLE, ...newcomers], rates: false });
  const app = startApp(folder, slack);
  try {
    await app.ready;
    await slack.connected();
    const took: number[] = [];
    const breaches: string[] = [];
    for (let round = -1; round < rounds; round++) {
      const idle = (loadavg()[0] ?? 0) < IDLE;
      const times = await Promise.all(
        crowd.map(async (userId) => {
          const began = performance.now();
          const answer = await slack.as(userId).type('/expense', LINE);
          if (!answer.ok) breaches.push(`${userId}: ${answer.sentence}`);
          return performance.now() - began;
        }),
      );
      await slack.settled();
      for (const userId of crowd) {
        const person = slack.as(userId);
        if (person.view()) await person.close({ all: true });
      }
      if (round < 0) continue; // the first finds nothing compiled
      took.push(...times);
      const slowest = Math.max(...times);
      if (slowest > MOST_MS && idle) breaches.push(`Round ${round + 1}: acknowledged after ${slowest.toFixed(0)} ms`);
    }
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => `${(sorted[Math.floor(sorted.length * share)] ?? sorted.at(-1) ?? 0).toFixed(0)} ms`;
    return {
      counts: {
        'lines typed': took.length,
        'half of them acknowledged within': at(0.5),
        '99 of 100 within': at(0.99),
        'the slowest': at(1),
        'over a second': took.filter((ms) => ms > MOST_MS).length,
        load: loadavg()
          .map((it) => it.toFixed(1))
          .join(' '),
      },
      breaches,
    };
  } finally {
    await app.kill('SIGTERM');
    await slack.stop();
  }
}
