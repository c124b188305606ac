import path from 'node:path';
import { insertMany } from '../../src/base/db/bulk.ts';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import type { Deps } from '../../src/base/deps.ts';
import { insertHistory } from '../../src/people/history/store.ts';
import { putPerson } from '../../src/people/store.ts';
import { planReminders } from '../../src/time/reminders/jobs.ts';
import { type Figure, median, type Note, type Sizes } from './figures.ts';

const NOW = new Date('2018-03-29T03:00:00Z');
const PEOPLE = Array.from({ length: 18 }, (_, i) => `U0PERSON${String(i).padStart(2, '0')}`);
const DAY = 86_400_000;
/** Milliseconds that a look at which nothing is new may cost, however much is pending. */
const AIM_MS = 5;

/** Looking for reminders with 100,000 follow-ups ahead, 300 of them due or overdue: when nothing is new, and after a change. */
export async function measureReminders(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const rounds = quick ? 50 : 200;
  const db = await openDatabase(path.join(folder, 'office.db'));
  const deps = { db, now: () => NOW, config: { timezone: 'Asia/Seoul', language: 'ko', officeChannel: null } } as Deps;
  try {
    for (const [i, userId] of PEOPLE.entries()) {
      const person = { userId, name: `사람 ${i}`, role: i < 4 ? 'manager' : 'member', language: 'ko' } as const;
      await putPerson(db, person, { actor: 'bench', at: NOW });
    }
    await db
      .insertInto('reminder_mark')
      .values([
        { name: 'begun', value: new Date(NOW.getTime() - 90 * DAY).toISOString() },
        { name: 'planned', value: NOW.toISOString() },
      ])
      .execute();
    await owe(db, 300, -60, 60);
    await owe(db, 100_000, 90, 3_000);

    const changed: number[] = [];
    for (let round = -2; round < Math.min(20, rounds); round++) {
      await insertHistory(db, {
        actor: 'x',
        at: NOW,
        noun: 'followup',
        record: '1',
        action: 'changed',
        before: {},
        after: {},
      });
      const took = await timed(() => planReminders(deps));
      if (round >= 0) changed.push(took);
    }
    const idle: number[] = [];
    for (let round = 0; round < rounds; round++) idle.push(await timed(() => planReminders(deps)));
    const name = 'a look for reminders at which nothing is new, 100,000 pending : 5 ms';
    return [
      { name, unit: 'ms', ours: median(idle), baseline: AIM_MS, aim: { atMost: 1 } },
      { note: `a look after a change, 100,000 pending and 300 around today: ${median(changed).toFixed(1)} ms` },
    ];
  } finally {
    await db.destroy();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** So many follow-ups, due on the days from one to the other, counted from today. */
async function owe(db: Database, count: number, from: number, days: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => {
    const due = new Date(NOW.getTime() + (from + (i % days)) * DAY).toISOString().slice(0, 10);
    return [`후속조치 ${i}`, PEOPLE[i % PEOPLE.length] ?? '', due, due];
  });
  const same = { kind: 'own_task', status: 'in_progress', open: 1, origin: 'form', created_by: 'bench', version: 1 };
  const at = new Date(NOW.getTime() - 89 * DAY).toISOString();
  await db.transaction().execute(async (db) => {
    await insertMany(db, 'followup', ['title', 'owner', 'due', 'sort_due'], rows, { ...same, created_at: at });
  });
}
