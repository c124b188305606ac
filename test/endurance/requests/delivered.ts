import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { start } from '../../../src/app/start.ts';
import { readConfig } from '../../../src/base/config.ts';
import { openDatabase } from '../../../src/base/db/database.ts';
import { createLog } from '../../../src/base/log.ts';
import { addEverySample } from '../../../src/samples/index.ts';
import type { Playground } from '../../../src/simulator/driver.ts';
import { freePort, type Running, startApp } from '../../support/process.ts';
import { type Delivered, recordDeliveries } from './record.ts';

const ADMINISTRATOR = 'U0HANADMIN';

/** An office of the sample records, and what Slack delivered while somebody went through all of it. */
export type Office = { file: string; bases: readonly Delivered[] };

/** The app that is gone through runs in this process: it says when it is done, where another would have to be silent for a while. */
export async function goThrough(folder: string, slack: Playground, few: boolean): Promise<Office> {
  const file = path.join(folder, 'office.db');
  const db = await openDatabase(file);
  const now = slack.now();
  await addEverySample(db, now, now.toISOString().slice(0, 10));
  const { botToken, signingSecret } = slack;
  const read = readConfig({
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    DATABASE_FILE: file,
    HOST: '127.0.0.1',
    PORT: '0',
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const running = await start({
    config: read.config,
    slack: { mode: 'http', botToken, signingSecret },
    db,
    now: slack.now,
    log: createLog('silent'),
    version: 'endurance',
  });
  slack.watch(running.underWay);
  slack.deliverTo({ http: `http://127.0.0.1:${running.port}/slack/events` });
  const bases = await recordDeliveries(slack, ADMINISTRATOR, few);
  await running.stop();
  await db.destroy();
  return { file, bases };
}

/** An app of its own, in a process and with a copy of the register of its own. */
export type Target = { app: Running; url: string };

export async function startTarget(folder: string, file: string, slack: Playground): Promise<Target> {
  copyFileSync(file, path.join(folder, 'office.db'));
  const port = await freePort();
  const app = startApp(folder, slack, {
    SLACK_APP_TOKEN: undefined,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    PORT: String(port),
  });
  await app.ready;
  return { app, url: `http://127.0.0.1:${port}/slack/events` };
}
