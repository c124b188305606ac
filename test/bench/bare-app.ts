import { readFileSync } from 'node:fs';
import { App, LogLevel } from '@slack/bolt';
import sqlite3 from 'sqlite3';

/** The least that a Bolt app can do: it acknowledges `/expense`, and opens one form and saves one row where it is told to. */
const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL, BENCH_VIEW, BENCH_DATABASE } = process.env;

const app = new App({
  token: SLACK_BOT_TOKEN ?? '',
  appToken: SLACK_APP_TOKEN ?? '',
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {},
});
const view = BENCH_VIEW ? JSON.parse(readFileSync(BENCH_VIEW, 'utf8')) : null;
app.command('/expense', async ({ ack, body, client }) => {
  await ack();
  if (view) await client.views.open({ trigger_id: body.trigger_id, view });
});
app.action(/./, ({ ack }) => ack());
if (BENCH_DATABASE) {
  const db = new sqlite3.Database(BENCH_DATABASE);
  const run = (sql: string, values: string[] = []) =>
    new Promise<void>((resolve, reject) => db.run(sql, values, (error) => (error ? reject(error) : resolve())));
  await run('pragma journal_mode = wal');
  await run('pragma synchronous = full');
  await run('create table form (id integer primary key, said text not null)');
  app.view(/./, async ({ ack, view }) => {
    await run('insert into form (said) values (?)', [JSON.stringify(view.state)]);
    await ack();
  });
}

await app.start();
process.stdout.write('ready\n');
process.on('SIGTERM', () => process.exit(0));
