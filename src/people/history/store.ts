import type { Database } from '../../base/db/database.ts';

export type Change = {
  actor: string;
  at: Date;
  noun: string;
  /** The record's own name within its noun: an id. */
  record: string;
  action: string;
  reason?: string | null;
  before: unknown;
  after: unknown;
};

/** What a person can be shown of a change: who, when, what was done, and which fields differ. */
export type Entry = {
  actor: string;
  at: Date;
  action: string;
  reason: string | null;
  changed: { field: string; before: unknown; after: unknown }[];
};

/** Writes one change; called inside the transaction that makes it. */
export async function insertHistory(db: Database, change: Change): Promise<void> {
  await db
    .insertInto('history')
    .values({
      at: change.at.toISOString(),
      actor: change.actor,
      noun: change.noun,
      record: change.record,
      action: change.action,
      reason: change.reason ?? null,
      before: change.before === null ? null : JSON.stringify(change.before),
      after: change.after === null ? null : JSON.stringify(change.after),
    })
    .execute();
}

/** The newest `limit` changes of one record, newest first. */
export async function findHistory(db: Database, noun: string, record: string, limit: number): Promise<Entry[]> {
  const rows = await db
    .selectFrom('history')
    .selectAll()
    .where('noun', '=', noun)
    .where('record', '=', record)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    actor: row.actor,
    at: new Date(row.at),
    action: row.action,
    reason: row.reason,
    changed: differences(parsed(row.before), parsed(row.after)),
  }));
}

function parsed(json: string | null): Record<string, unknown> {
  return json === null ? {} : (JSON.parse(json) as Record<string, unknown>);
}

function differences(before: Record<string, unknown>, after: Record<string, unknown>) {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
