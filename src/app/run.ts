import { readFileSync } from 'node:fs';
import path from 'node:path';
import { webApi } from '@slack/bolt';
import { type Config, languageOf, readConfig } from '../base/config.ts';
import { type Database, openDatabase } from '../base/db/database.ts';
import { DatabaseRefused } from '../base/db/refused.ts';
import { createLog, type Log } from '../base/log.ts';
import { goThrough } from '../base/network.ts';
import { type Text, textFor } from '../text/index.ts';
import { type RealMode, type Running, start } from './start.ts';

/** The whole app, from settings to shutdown: what `npm start` does. */
export async function run(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const { settingsWrong, startHelp, startTakesNothing } = textFor(languageOf(env.OFFICE_LOCALE)).terminal;
  if (args.includes('--help')) {
    process.stdout.write(`${startHelp}\n`);
    return;
  }
  if (args.length > 0) {
    process.stderr.write(`${startTakesNothing(args.join(' '))}\n${startHelp}\n`);
    process.exitCode = 2;
    return;
  }
  const read = readConfig(env);
  if ('problems' in read) {
    process.stderr.write(`${[settingsWrong, ...read.problems].join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  const text = textFor(config.language);
  const log = createLog(config.logLevel);
  try {
    goThrough(config.network);
  } catch (error) {
    process.stderr.write(`${text.terminal.noCertificates(String(config.network.extraCertificates))}\n`);
    log.debug({ err: error }, 'The certificates could not be read.');
    process.exitCode = 1;
    return;
  }
  // Node itself would print all that such an error holds, values among it.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'The app ends: something failed outside of everything that answers for it.');
    process.exit(1);
  });
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'A failure that nobody waited for.'));

  const opener = config.slack.mode === 'playground' ? 'playground' : 'office';
  const db = await openDatabase(config.databaseUrl ?? config.databaseFile, opener).catch((error) =>
    refuse(error, text),
  );
  if (!db) return;
  const running = await connect(config, db, log, text).catch((error) => refuse(error, text));
  if (!running) {
    await db.destroy();
    return;
  }

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Stopping.');
    // What does not end in time keeps the database until the process ends, and what it had begun to write is undone.
    if (await running.stop()) await db.destroy();
    else log.warn({ left: running.underWay.count() }, 'Stopping before everything was done.');
    log.info(text.terminal.stopped);
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

const version = (): string => {
  const file = path.join(import.meta.dirname, '../../package.json');
  return String((JSON.parse(readFileSync(file, 'utf8')) as { version: unknown }).version);
};

async function connect(config: Config, db: Database, log: Log, text: Text): Promise<Running> {
  if (config.slack.mode === 'playground') {
    const { startHere } = await import('./playground.ts');
    return startHere({ config, db, log, text, version: version() });
  }
  const slack: RealMode = config.slack;
  const now = () => new Date();
  const running = await start({ config, slack, db, now, log, version: version(), ticking: true });
  log.info(text.terminal.listening);
  if (!config.officeChannel) log.warn(text.terminal.noChannel);
  return running;
}

/** Says in words what can't be used, for the things that an operator can mend: the database, the tokens, and where it listens. */
function refuse(error: unknown, text: Text): null {
  process.exitCode = 1;
  if (error instanceof DatabaseRefused) {
    process.stderr.write(`${text.terminal.database[error.refusal](error.file, error.detail)}\n`);
    return null;
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    process.stderr.write(`${text.terminal.slackRefused(String(error.data.error))}\n`);
    return null;
  }
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen' && 'code' in error) {
    const { portInUse, cannotListen } = text.terminal;
    process.stderr.write(`${error.code === 'EADDRINUSE' ? portInUse : cannotListen(String(error.code))}\n`);
    return null;
  }
  throw error;
}
