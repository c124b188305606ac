import { createInterface } from 'node:readline';
import { type RealMode, type Running, start } from '../../src/app/start.ts';
import { TIMETABLE } from '../../src/app/timetable.ts';
import { readConfig } from '../../src/base/config.ts';
import { openDatabase } from '../../src/base/db/database.ts';
import { createLog } from '../../src/base/log.ts';
import { sendDue } from '../../src/outbox/jobs.ts';

/**
 * The real app, whose clock shows what it is told: each line on standard input is an instant. At the first the app starts, at each that
 * follows it ticks once. It answers `loaded`, `ready`, then `ticked` or `again` on a line of its own. KINDS=notes: messages of the kind
 * `note` say their subject.
 */
const read = readConfig(process.env);
if ('problems' in read || read.config.slack.mode === 'playground') throw new Error('The settings are not right.');
const { config } = read;
const { slack } = read.config;
const say = (line: string) => process.stdout.write(`${line}\n`);
const notes = { note: async ({ subject }: { subject: unknown }) => ({ text: String(subject) }) };
let now = new Date(0);
let running: Running | undefined;

async function begin(slack: RealMode): Promise<Running> {
  return start({
    config,
    slack,
    db: await openDatabase(config.databaseUrl ?? config.databaseFile),
    now: () => now,
    log: createLog('error', { write: (line) => process.stderr.write(line) }),
    version: 'held',
    timetable:
      process.env.KINDS === 'notes'
        ? [{ name: 'outbox', run: (deps, client, isOver) => sendDue(deps, client, isOver, notes) }]
        : TIMETABLE,
  });
}

say('loaded');
for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  if (running) say((await running.tick()) ?? 'ticked');
  else {
    running = await begin(slack);
    say('ready');
  }
}
await running?.stop();
process.exit(0);
