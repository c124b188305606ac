import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Asked, ask } from '../../src/ask/ask.ts';
import type { Query } from '../../src/ask/query.ts';
import type { Database } from '../../src/base/db/database.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { newDatabase, registerIn } from '../support/database.ts';

export const NOW = new Date('2016-11-21T03:00:00Z');
export const TODAY = '2016-11-21';
/** One of the sample people; two of the audit's demands are theirs. */
export const ME = 'U0CHOIMINJ';

/** A register that a file of tests only asks. */
export function register(fill: (db: Database) => Promise<unknown>): () => Database {
  let db: Database;
  const folder = mkdtempSync(path.join(tmpdir(), 'biseo-ask-'));
  beforeAll(async () => {
    db = await newDatabase(await registerIn(folder));
    await fill(db);
  }, 60_000);
  afterAll(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => db;
}

/** The sample records. */
export function samples() {
  const db = register(async (db) => {
    await addEverySample(db, NOW, TODAY);
    await db.updateTable('followup').set({ owner: ME }).where('id', 'in', [5, 6]).execute();
  });
  return (typed: string, before: Query | null = null, today = TODAY): Promise<Asked> =>
    ask(db(), typed, { today, userId: ME, before });
}

/** `expense sum place {"account":"203-03"} 2016-01-01~2016-12-31`, or `?` with the words that were not understood. */
export function saidOf(asked: Asked): string {
  if (!('answer' in asked)) return `? ${asked.unknown.join(' ')}`.trim();
  const { noun, measure, groupBy, order, periods, filters, scope } = asked.answer.query;
  const named = Object.entries(filters).map(([name, value]) => `${name}=${value}`);
  const spans = periods.map(({ from, to }) => (from === to ? from : `${from}~${to}`));
  return [noun, measure, groupBy && `by ${groupBy}`, order, ...named, ...spans, scope === 'mine' && 'mine']
    .filter(Boolean)
    .join(' ');
}
