import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { By } from '../../register/versions.ts';
import type { ListEntry, ListKind } from './rules.ts';

export async function findLists(db: Database): Promise<ListEntry[]> {
  const rows = await db.selectFrom('pledge_list').selectAll().orderBy('kind').orderBy('term').orderBy('code').execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ListKind }));
}

/** Adds an entry, or changes the name or person of the one with this code. */
export async function putListEntry(db: Database, entry: ListEntry, by: By): Promise<void> {
  await db.transaction().execute((db) => putListEntryWithin(db, entry, by));
}

export async function putListEntryWithin(db: Database, entry: ListEntry, { actor, at }: By): Promise<void> {
  const { kind, term, code, name, person } = entry;
  const before = await db
    .selectFrom('pledge_list')
    .select(['name', 'person'])
    .where('kind', '=', kind)
    .where('term', '=', term)
    .where('code', '=', code)
    .executeTakeFirst();
  if (before?.name === name && before.person === person) return;
  await db
    .insertInto('pledge_list')
    .values(entry)
    .onConflict((conflict) => conflict.columns(['kind', 'term', 'code']).doUpdateSet({ name, person }))
    .execute();
  await insertHistory(db, {
    actor,
    at,
    noun: 'pledge_list',
    record: `${kind}/${term}/${code}`,
    action: before ? 'changed' : 'added',
    before: before ?? null,
    after: { name, person },
  });
}
