import { createInterface } from 'node:readline';
import { start } from '../../src/app/start.ts';
import { TIMETABLE } from '../../src/app/timetable.ts';
import { readConfig } from '../../src/base/config.ts';
import { openDatabase } from '../../src/base/db/database.ts';
import { createLog } from '../../src/base/log.ts';
import { sendDue } from '../../src/outbox/jobs.ts';

/**
 * The real app, whose clock shows what it is told: each line on standard input is an instant, at which it ticks once. It answers
 * `ticked` or `again` on a line of its own. KINDS=notes: messages of the kind `note` say their subject.
 */
const read = readConfig(process.env);
if ('problems' in read || read.config.slack.mode === 'playground') throw new Error('The settings are not right.');
const { config } = read;
let now = new Date(process.env.CLOCK ?? '');
const notes = { note: async ({ subject }: { subject: unknown }) => ({ text: String(subject) }) };
const running = await start({
  config,
  slack: read.config.slack,
  db: await openDatabase(config.databaseUrl ?? config.databaseFile),
  now: () => now,
  log: createLog('error', { write: (line) => process.stderr.write(line) }),
  version: 'held',
  timetable:
    process.env.KINDS === 'notes'
      ? [{ name: 'outbox', run: (deps, client, isOver) => sendDue(deps, client, isOver, notes) }]
      : TIMETABLE,
});
process.stdout.write('ready\n');

for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  process.stdout.write(`${(await running.tick()) ?? 'ticked'}\n`);
}
await running.stop();
process.exit(0);
