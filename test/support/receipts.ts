import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { isAddress } from '../../src/base/db/address.ts';
import { LEASE_MS } from '../../src/spending/receipt/rules.ts';
import { receiptsFolder } from '../../src/spending/receipt/shelf.ts';
import type { Office } from './office.ts';

/** What is kept of receipts, by name: in the folder beside the register, or in a table on a server. */
export async function keptFiles({ db, file }: Pick<Office, 'db' | 'file'>): Promise<Map<string, Buffer>> {
  if (isAddress(file)) {
    const rows = await db.selectFrom('receipt_file').selectAll().orderBy('name').execute();
    return new Map(rows.map(({ name, bytes }) => [name, Buffer.from(bytes)]));
  }
  const folder = receiptsFolder(file);
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** Until whatever was handed in has been tried: kept, refused, or put off. */
export async function tried({ slack, db }: Office): Promise<void> {
  await slack.settled();
  const leased = new Date(slack.now().getTime() + LEASE_MS).toISOString();
  const open = () =>
    db
      .selectFrom('receipt')
      .select('slack_file_id')
      .where('state', '=', 'wanted')
      .where((eb) => eb.or([eb('try_at', 'is', null), eb('try_at', '=', leased)]))
      .execute();
  expect(await open()).toEqual([]);
}
