import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { putPerson } from '../../src/people/store.ts';
import { startPlayground } from '../../src/simulator/driver.ts';
import { PEOPLE } from '../../src/simulator/people.ts';
import { startApp } from '../support/process.ts';
import { auditRegister, withRegister } from './audit.ts';
import { type Form, keepRecording } from './person.ts';
import { randomFrom } from './random.ts';

export type Report = { counts: Record<string, number | string>; breaches: string[] };

const WRITERS = PEOPLE.filter((person) => person.role === 'member').slice(0, 8);
const TOKENS = { bot: 'xoxb-endurance', app: 'xapp-endurance', signing: 'endurance-secret' };

/**
 * People record spends all the time while the app, or one of its replicas, is killed at random moments and started again, so many times
 * and until they have sent so many forms. Afterwards everything that was confirmed must be there, and nothing twice.
 */
export async function killWhileRecording(
  folder: string,
  times: number,
  seed: number,
  {
    file = path.join(folder, 'office.db'),
    replicas = 1,
    least = 0,
  }: { file?: string; replicas?: number; least?: number } = {},
): Promise<Report> {
  const random = randomFrom(seed);
  const slack = await startPlayground({ rates: false, tokens: TOKENS });
  await withRegister(file, async (db) => {
    for (const { id, name } of WRITERS) {
      const person = { userId: id, name, role: 'member' as const, language: null };
      await putPerson(db, person, { actor: 'test', at: slack.now() });
    }
  });

  const forms: Form[] = [];
  let over = false;
  const people = WRITERS.map(({ id }, i) => keepRecording(slack, id, randomFrom(seed + i + 1), forms, () => over));
  const start = async () => {
    const app = startApp(folder, slack, { DATABASE_FILE: file });
    await app.ready;
    return app;
  };
  const apps = await Promise.all(Array.from({ length: replicas }, start));
  let kills = 0;
  for (; kills < times || forms.length < least; kills++) {
    await setTimeout(random.between(20, 700));
    const which = random.between(0, replicas - 1);
    await apps[which]?.kill('SIGKILL');
    apps[which] = await start();
  }
  over = true;
  await Promise.all(people);
  await slack.settled();
  const codes: (number | null)[] = [];
  for (const app of apps) codes.push((await app.kill('SIGTERM')).code);
  await slack.stop();

  const breaches = [...(await auditRegister(file)), ...(await formBreaches(file, forms))];
  if (codes.some((code) => code !== 0)) breaches.push(`the app ended with ${codes} when it was told to stop`);
  return {
    counts: {
      kills,
      'forms sent': forms.length,
      'sent more than once': forms.filter((form) => form.sent > 1).length,
      confirmed: forms.filter((form) => form.confirmed).length,
      records: await withRegister(file, async (db) => (await recordsIn(db)).length),
    },
    breaches,
  };
}

const recordsIn = (db: Parameters<Parameters<typeof withRegister>[1]>[0]) =>
  db.selectFrom('expense').select(['form_key', 'amount', 'purpose']).execute();

async function formBreaches(file: string, forms: readonly Form[]): Promise<string[]> {
  const records = await withRegister(file, recordsIn);
  const breaches: string[] = [];
  for (const { key, purpose, amount, confirmed } of forms) {
    const found = records.filter((record) => record.form_key === key || record.purpose === purpose);
    if (found.length > 1) breaches.push(`doubled: ${purpose} is there ${found.length} times`);
    if (confirmed && found.length === 0) breaches.push(`lost: ${purpose} was confirmed and is not there`);
    if (found[0] && (found[0].amount !== amount || found[0].purpose !== purpose)) {
      breaches.push(`changed: ${purpose}, ${amount} won, is there as ${JSON.stringify(found[0])}`);
    }
  }
  const known = new Set(forms.map((form) => form.key));
  for (const { form_key, purpose } of records) {
    if (!known.has(form_key ?? '')) breaches.push(`nobody sent ${purpose}`);
  }
  return breaches;
}
