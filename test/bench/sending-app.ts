import { start } from '../../src/app/start.ts';
import { readConfig } from '../../src/base/config.ts';
import { openDatabase } from '../../src/base/db/database.ts';
import { createLog } from '../../src/base/log.ts';
import { sendDue } from '../../src/outbox/jobs.ts';

/** The real app, which sends messages of a kind of its own that say no more than a short reminder does. */
const read = readConfig(process.env);
if ('problems' in read || read.config.slack.mode === 'playground') throw new Error('The settings are not right.');
const { config } = read;
const kinds = { bench: async () => ({ text: '주차장 답변의 기한이 오늘입니다. (F12)' }) };
await start({
  config,
  slack: read.config.slack,
  db: await openDatabase(config.databaseUrl ?? config.databaseFile),
  now: () => new Date(),
  log: createLog('info'),
  version: 'bench',
  ticking: true,
  timetable: [{ name: 'outbox', run: (deps, client, isOver) => sendDue(deps, client, isOver, kinds) }],
});
process.stdout.write('ready\n');
