import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { LEASE_MS } from '../../src/spending/receipt/rules.ts';
import { receiptsFolder } from '../../src/spending/receipt/shelf.ts';
import type { Office } from './office.ts';

/** What is in the folder of receipts, by name. */
export function filesOf({ file }: Pick<Office, 'file'>): string[] {
  const folder = receiptsFolder(file);
  return existsSync(folder) ? readdirSync(folder) : [];
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
