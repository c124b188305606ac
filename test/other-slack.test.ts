import { expect, onTestFinished, test } from 'vitest';
import { start } from '../src/app/start.ts';
import { readConfig } from '../src/base/config.ts';
import { createLog } from '../src/base/log.ts';
import { newDatabase } from './support/database.ts';
import { NOW } from './support/office.ts';
import { startOtherSlack } from './support/other-slack.ts';

test('the app works with another Slack when SLACK_API_URL points there', async () => {
  const slack = await startOtherSlack();
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: slack.apiUrl };
  const read = readConfig({ ...tokens, ADMIN_USER_IDS: 'U00000001', PORT: '0', HOST: '127.0.0.1' });
  if ('problems' in read || read.config.slack.mode === 'playground') throw new Error('These settings are right.');
  const { config } = read;
  const db = await newDatabase();
  const log = createLog('error', { write: () => {} });
  const running = await start({ config, slack: read.config.slack, db, now: () => NOW, log, version: 'test' });
  onTestFinished(async () => {
    await running.stop();
    await db.destroy();
    await slack.stop();
  });

  const acknowledged = await slack.send('slash_commands', {
    command: '/지출',
    text: '현황 2018',
    user_id: 'U00000001',
    team_id: 'T00000001',
    trigger_id: '1.2.3',
    response_url: slack.responseUrl(),
  });

  expect(acknowledged).toEqual({});
  await expect
    .poll(() => slack.calls.findLast((call) => call.method === 'respond')?.body)
    .toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('2018년'),
    });
});
