import type { Config } from '../base/config.ts';
import type { Database } from '../base/db/database.ts';
import type { Log } from '../base/log.ts';
import { todayIn } from '../korean/days.ts';
import { addEverySample } from '../samples/index.ts';
import { addSampleTalk } from '../samples/talk.ts';
import { startPlayground } from '../simulator/driver.ts';
import { CHANNELS } from '../simulator/people.ts';
import type { Text } from '../text/index.ts';
import { type Running, start } from './start.ts';

type Here = { config: Config; db: Database; log: Log; text: Text; version: string };

/** `npm start` without tokens: a Slack of our own in this process, and the app talking to it as it talks to Slack. */
export async function startHere({ config, db, log, text, version }: Here): Promise<Running> {
  const playground = await startPlayground({ port: config.port, host: config.host });
  addSampleTalk(playground.slack);
  await addEverySample(db, playground.now(), todayIn(config.timezone, playground.now()));
  const { apiUrl, botToken, appToken } = playground;
  const running = await start({
    config: { ...config, slackApiUrl: apiUrl, officeChannel: config.officeChannel ?? CHANNELS.office },
    slack: { mode: 'socket', botToken, appToken },
    db,
    now: playground.now,
    log,
    version,
    serve: false,
    ticking: true,
  });
  playground.answerHealth(running.health);
  process.stdout.write(`\n  ${text.terminal.playground(playground.url)}\n\n`);
  return {
    ...running,
    async stop() {
      const isDone = await running.stop();
      await playground.stop();
      return isDone;
    },
  };
}
