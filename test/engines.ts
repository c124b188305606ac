import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './support/process.ts';
import { startServer } from './support/server.ts';

/** What asks no database, or asks it only what other tests ask, too: the same screens, guides and long runs. */
const SAME_ON_BOTH = [
  ...['browser', 'docs', 'documents', 'endurance', 'korean', 'privacy', 'simulator', 'tables', 'text'].map(
    (it) => `test/${it}/**`,
  ),
  ...['layout', 'lock'].map((it) => `test/${it}.test.ts`),
];

/**
 * Every test on SQLite, then those on PostgreSQL that could come out differently there: `npm test [-- test/visit …]`. With DATABASE_URL
 * every test there, on that server. `--only-postgres` leaves SQLite out.
 */
const given = process.argv.slice(2);
const args = given.filter((it) => it !== '--only-postgres');

process.exitCode = (await run()) ? 0 : 1;

async function run(): Promise<boolean> {
  if (process.env.DATABASE_URL) return vitest(process.env);
  const passed = args.length < given.length || (await vitest(process.env));
  const server = await startServer((reason) =>
    process.stderr.write(`The tests on PostgreSQL were skipped: there is no server to run. ${reason}\n`),
  );
  if (!server) return passed;
  process.stdout.write('\nThe same on PostgreSQL\n');
  try {
    const left = args.length > 0 ? [] : SAME_ON_BOTH.flatMap((it) => ['--exclude', it]);
    return (await vitest({ ...process.env, DATABASE_URL: server.address }, left)) && passed;
  } finally {
    await server.stop();
  }
}

function vitest(env: NodeJS.ProcessEnv, more: readonly string[] = []): Promise<boolean> {
  const program = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [program, 'run', ...args, ...more], { cwd: ROOT, env, stdio: 'inherit' });
  // Ctrl+C reaches it, too; the server has to be stopped afterwards.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}
