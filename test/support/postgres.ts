import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../src/base/db/database.ts';
import { freePort, ROOT } from './process.ts';

// With DATABASE_URL set, tests run on that server: each on a database of its own, copied from one in which the migrations have run.

export const SERVER = process.env.DATABASE_URL;

const LOCK = 1;
const templates = new Map<string, Promise<string>>();

/**
 * A server for tests of what only PostgreSQL does: the one of DATABASE_URL, else one of this machine's own programs, started for as long
 * as the tests of a file take. Null, with a line that says why, where there is neither.
 */
export async function serverAtHand(): Promise<string | null> {
  if (SERVER) return SERVER;
  const [programs] = globSync('/usr/lib/postgresql/*/bin').sort().reverse();
  if (!programs) {
    process.stderr.write('There is no PostgreSQL on this machine, and no DATABASE_URL: its own tests are skipped.\n');
    return null;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'biseo-postgres-'));
  // The server refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid) chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const data = path.join(folder, 'data');
  const run = (name: string, args: string[]) =>
    promisify(execFile)(path.join(programs, name), args, { cwd: folder, ...user });
  await run('initdb', ['-D', data, '-U', 'biseo', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const server = spawn(
    path.join(programs, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    { cwd: folder, stdio: 'ignore', ...user },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  afterAll(async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const address = `postgres://biseo@127.0.0.1:${port}/postgres`;
  await vi.waitFor(() => onServer(address, async () => undefined), { timeout: 30_000, interval: 100 });
  return address;
}

const NOBODY = 65_534;

/** The address of a new database with all tables, and how to be rid of it. */
export async function newPostgres(server: string): Promise<{ address: string; drop(): Promise<void> }> {
  const template = templates.get(server) ?? makeTemplate(server);
  templates.set(server, template);
  const name = `biseo_test_${randomBytes(8).toString('hex')}`;
  const from = await template;
  await onServer(server, (client) => client.query(`create database ${name} template ${from}`));
  return {
    address: addressOf(server, name),
    drop: () => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

/** Made once for these migrations, whichever worker is first. */
async function makeTemplate(server: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of globSync(path.join(ROOT, '{migrations,src/base/db}/*.ts')).sort()) hash.update(readFileSync(file));
  const name = `biseo_template_${hash.digest('hex').slice(0, 12)}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await client.query(`drop database if exists ${name}_new`);
    await client.query(`create database ${name}_new template template0 encoding 'UTF8'`);
    await (await openDatabase(addressOf(server, `${name}_new`))).destroy();
    await client.query(`alter database ${name}_new rename to ${name}`);
  });
  return name;
}

const addressOf = (server: string, name: string): string =>
  Object.assign(new URL(server), { pathname: `/${name}` }).href;

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database whose own order of letters is not that of their codes. */
export async function emptyPostgres(server: string): Promise<string> {
  const name = `biseo_empty_${randomBytes(8).toString('hex')}`;
  await onServer(server, (client) =>
    client.query(
      `create database ${name} template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'`,
    ),
  );
  onTestFinished(() => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)));
  return addressOf(server, name);
}
