import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../src/base/db/database.ts';
import { ROOT } from './process.ts';

// With DATABASE_URL set, tests run on that server: each on a database of its own, copied from one in which the migrations have run.

export const SERVER = process.env.DATABASE_URL;

/** Whether copies can be made here: of a server, pg_dump makes them, which has to be there and no older than it. */
export const canDump = (): boolean => !SERVER || spawnSync('pg_dump', ['--schema-only', SERVER]).status === 0;

const LOCK = 1;
const templates = new Map<string, Promise<string>>();

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

/**
 * A way to a server, through which connections can be cut unnoticed: who has one learns so only from the next thing said over it.
 */
export async function breakableWay(address: string): Promise<{ address: string; cut(): void }> {
  const { hostname, port } = new URL(address);
  const open = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    open.add(near);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) end.on('error', () => undefined);
    near.once('close', () => far.destroy());
    far.once('close', () => open.delete(near));
  });
  await once(way.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    way.close();
    for (const near of open) near.destroy();
  });
  const { port: own } = way.address() as AddressInfo;
  return {
    address: Object.assign(new URL(address), { hostname: '127.0.0.1', port: String(own) }).href,
    cut: () => {
      for (const near of open)
        near
          .unpipe()
          .on('data', () => near.resetAndDestroy())
          .resume();
    },
  };
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
