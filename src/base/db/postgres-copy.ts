import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { shownAddress } from './address.ts';
import { refuseForeign } from './checks.ts';
import { ranOn } from './postgres.ts';
import { DatabaseRefused } from './refused.ts';
import { codeOf, writeWhole } from './whole-file.ts';

// Copies of a database on a server are the server's own: pg_dump and pg_restore have to be on this machine.

/** A copy of one moment, while others go on working. Refused where pg_dump is missing or fails. */
export async function dumpPostgres(address: string, to: string, env: NodeJS.ProcessEnv): Promise<void> {
  await writeWhole(to, async (part) => {
    await tool(
      'pg_dump',
      ['--format=custom', '--no-owner', `--exclude-schema=${BEFORE}*`, `--file=${part}`],
      env,
      address,
    );
  });
}

/**
 * Puts a copy in the place of what the database holds, after checking that it is ours. The tables of before are kept in a schema of
 * their own, whose name is handed back. Refused while an app has the database open.
 */
export async function restorePostgres(
  from: string,
  address: string,
  env: NodeJS.ProcessEnv,
): Promise<{ kept: string } | { refusal: 'in_use' }> {
  await tool('pg_restore', ['--list', from], env).catch((error) => {
    if (error instanceof DatabaseRefused && error.refusal === 'tool_missing') throw error;
    throw new DatabaseRefused('not_a_database', from, { cause: error });
  });
  const client = new pg.Client({ connectionString: address, application_name: 'biseo' });
  await client.connect();
  try {
    if (await hasOthers(client)) return { refusal: 'in_use' };
    const { rows } = await client.query(`select '${BEFORE}_' || to_char(now(), 'YYYYMMDDHH24MISS') as kept`);
    const kept: string = rows[0].kept;
    await client.query(`begin; alter schema public rename to ${kept}; create schema public; commit`);
    try {
      await tool(
        'pg_restore',
        ['--no-owner', '--exit-on-error', '--single-transaction', '--schema=public', '--dbname=', from],
        env,
        address,
      );
      const { ran, tables } = await ranOn(client);
      await refuseForeign(ran, tables, from);
      if (ran.length === 0) throw new DatabaseRefused('not_a_database', from);
    } catch (error) {
      await client.query(`begin; drop schema public cascade; alter schema ${kept} rename to public; commit`);
      throw error;
    }
    return { kept: `${shownAddress(address)} (${kept})` };
  } finally {
    await client.end();
  }
}

/** Whether an app or a command of ours has the database open. One that can't be reached is found out by whoever opens it. */
export async function isServerInUse(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address, application_name: 'biseo' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await hasOthers(client);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function hasOthers(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "select 1 from pg_stat_activity where datname = current_database() and application_name = 'biseo' and pid <> pg_backend_pid()",
  );
  return Boolean(rowCount);
}

const BEFORE = 'before_restore';

/** The address goes by the environment, where no list of processes shows its password. */
async function tool(
  name: 'pg_dump' | 'pg_restore',
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  address?: string,
): Promise<void> {
  const url = address ? new URL(address) : null;
  const connection = url && {
    PGHOST: decodeURIComponent(url.hostname) || url.searchParams.get('host') || undefined,
    PGPORT: url.port || undefined,
    PGUSER: decodeURIComponent(url.username) || undefined,
    PGPASSWORD: decodeURIComponent(url.password) || undefined,
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)) || undefined,
    PGSSLMODE: url.searchParams.get('sslmode') ?? undefined,
  };
  const whole = args.map((arg) => (arg === '--dbname=' ? `--dbname=${connection?.PGDATABASE ?? ''}` : arg));
  await promisify(execFile)(name, whole, { env: { ...env, ...connection }, maxBuffer: 64 * 1024 * 1024 }).catch(
    (error) => {
      if (codeOf(error) === 'ENOENT') throw new DatabaseRefused('tool_missing', name, { cause: error });
      throw new DatabaseRefused('tool_failed', name, {
        cause: error,
        detail: String(error.stderr ?? '')
          .trim()
          .slice(0, 500),
      });
    },
  );
}
