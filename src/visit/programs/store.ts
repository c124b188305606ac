import type { Database } from '../../base/db/database.ts';
import type { ProgramRow } from '../../base/db/schema/visit.ts';
import { insertHistory } from '../../people/history/store.ts';
import { isCounted, isProgramKind } from '../../vocabulary/visit.ts';
import type { Program, ProgramDraft } from './rules.ts';

/** In the office's order; those no longer used come last. */
export async function findPrograms(db: Database): Promise<Program[]> {
  const rows = await db.selectFrom('program').selectAll().orderBy('position').orderBy('id').execute();
  const programs = rows.map(toProgram);
  return [...programs.filter((program) => !program.retired), ...programs.filter((program) => program.retired)];
}

/** Adds a program, or changes one that still is what the person saw; null when it no longer is. */
export async function putProgram(
  db: Database,
  editing: { id: number; version: number } | null,
  draft: ProgramDraft,
  by: { actor: string; at: Date },
): Promise<Program | null> {
  return db.transaction().execute(async (db) => {
    const before = editing ? await findProgram(db, editing.id) : null;
    if (editing && before?.version !== editing.version) {
      return before && before.version === (editing.version ?? 0) + 1 && same(before, draft) ? before : null;
    }
    const values = {
      name: draft.name,
      kind: draft.kind,
      counts: draft.counts.join(','),
      retired_at: draft.retired ? by.at.toISOString() : null,
      version: (before?.version ?? 0) + 1,
    };
    const row = before
      ? await db.updateTable('program').set(values).where('id', '=', before.id).returningAll().executeTakeFirstOrThrow()
      : await db
          .insertInto('program')
          .values({ ...values, position: (await lastPosition(db)) + 1 })
          .returningAll()
          .executeTakeFirstOrThrow();
    const action = before ? 'changed' : 'added';
    const record = String(row.id);
    await insertHistory(db, {
      ...by,
      noun: 'program',
      record,
      action,
      before: before && draftOf(before),
      after: draft,
    });
    return toProgram(row);
  });
}

async function findProgram(db: Database, id: number): Promise<Program | null> {
  const row = await db.selectFrom('program').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toProgram(row) : null;
}

async function lastPosition(db: Database): Promise<number> {
  const row = await db
    .selectFrom('program')
    .select((eb) => eb.fn.max<number | null>('position').as('position'))
    .executeTakeFirst();
  return row?.position ?? 0;
}

export const draftOf = ({ name, kind, counts, retired }: Program): ProgramDraft => ({ name, kind, counts, retired });
const same = (program: Program, draft: ProgramDraft): boolean =>
  JSON.stringify(draftOf(program)) === JSON.stringify(draftOf({ ...program, ...draft }));

function toProgram(row: ProgramRow): Program {
  return {
    id: row.id,
    name: row.name,
    kind: isProgramKind(row.kind) ? row.kind : 'site',
    counts: row.counts.split(',').filter(isCounted),
    retired: row.retired_at !== null,
    version: row.version,
  };
}
