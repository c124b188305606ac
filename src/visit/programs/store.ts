import { atOnce, type Database } from '../../base/db/database.ts';
import type { ProgramRow } from '../../base/db/schema/visit.ts';
import { insertHistory } from '../../people/history/store.ts';
import { type By, type Seen, versionsOf } from '../../register/versions.ts';
import { isCounted, isProgramKind } from '../../vocabulary/visit.ts';
import type { Program, ProgramDraft } from './rules.ts';

const records = versionsOf({
  noun: 'program',
  table: 'program',
  ended: null,
  read: toProgram,
  facts: draftOf,
  row: toRow,
});

/** In the office's order; those no longer used come last. */
export async function findPrograms(db: Database): Promise<Program[]> {
  const rows = await db.selectFrom('program').selectAll().orderBy('position').orderBy('id').execute();
  const programs = rows.map(toProgram);
  return [...programs.filter((program) => !program.retired), ...programs.filter((program) => program.retired)];
}

/** What a form entered, if it came before. */
export const findEntered = (db: Database, formKey: string): Promise<Program | null> =>
  records.findBy(db, 'form_key', formKey);

/** Enters a program once: the same form sent again finds what it entered the first time. */
export function insertProgram(db: Database, draft: ProgramDraft, { actor, at, formKey }: By & { formKey?: string }) {
  return atOnce(db, async (db) => {
    const position = (await lastPosition(db)) + 1;
    const row = await db
      .insertInto('program')
      .values({ ...toRow(draft), retired_at: null, version: 1, position, form_key: formKey ?? null })
      .onConflict((conflict) => conflict.column('form_key').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!row) {
      const first = await findEntered(db, formKey ?? '');
      if (!first) throw new Error('Neither entered nor known: program');
      return { record: first, again: true };
    }
    const change = { actor, at, noun: 'program', record: String(row.id), action: 'added', before: null, after: draft };
    await insertHistory(db, change);
    return { record: toProgram(row), again: false };
  });
}

/** Changes a program if it still is what the person saw. */
export function changeProgram(db: Database, seen: Seen, draft: ProgramDraft, by: By) {
  const more = () => ({ retired_at: draft.retired ? by.at.toISOString() : null });
  return records.change(db, seen, { facts: draft, more }, by);
}

export const findProgram = (db: Database, id: number): Promise<Program | null> => records.find(db, id);

async function lastPosition(db: Database): Promise<number> {
  const row = await db
    .selectFrom('program')
    .select((eb) => eb.fn.max<number | null>('position').as('position'))
    .executeTakeFirst();
  return row?.position ?? 0;
}

export function draftOf({ name, kind, counts, retired }: Program): ProgramDraft {
  return { name, kind, counts, retired };
}

function toRow({ name, kind, counts }: ProgramDraft) {
  return { name, kind, counts: counts.join(',') };
}

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
