import type { Database } from '../../base/db/database.ts';
import type { EvaluationRow } from '../../base/db/schema/pledge.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Area, Drafted, Evaluation } from './rules.ts';

type By = { actor: string; at: Date };

/** All outside evaluations, newest first. */
export async function findEvaluations(db: Database): Promise<Evaluation[]> {
  const rows = await db.selectFrom('evaluation').selectAll().orderBy('year', 'desc').orderBy('id', 'desc').execute();
  return rows.map(toEvaluation);
}

export async function findEvaluation(db: Database, id: number): Promise<Evaluation | null> {
  const row = await db.selectFrom('evaluation').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toEvaluation(row) : null;
}

/**
 * Adds an evaluation, or changes the one that was open. A year, body and subject stand once: `exists` when a new one says
 * what another record is about already.
 */
export async function putEvaluation(
  db: Database,
  drafted: Drafted,
  editing: { id: number; version: number } | null,
  by: By & { formKey: string; origin?: 'sample' },
): Promise<{ id: number } | { refusal: 'exists' | 'gone' } | { refusal: 'overtaken'; evaluation: Evaluation }> {
  return db.transaction().execute(async (db) => {
    const same = await db
      .selectFrom('evaluation')
      .select(['id', 'form_key'])
      .where('year', '=', drafted.year)
      .where('body', '=', drafted.body)
      .where('subject', '=', drafted.subject)
      .executeTakeFirst();
    if (same?.form_key === by.formKey && !editing) return { id: same.id };
    if (same && same.id !== editing?.id) return { refusal: 'exists' as const };
    const row = toRow(drafted);
    const change = { actor: by.actor, at: by.at, noun: 'evaluation' };
    if (!editing) {
      const { id } = await db
        .insertInto('evaluation')
        .values({
          ...row,
          origin: by.origin ?? 'form',
          form_key: by.formKey,
          created_by: by.actor,
          created_at: by.at.toISOString(),
          version: 1,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await insertHistory(db, { ...change, record: String(id), action: 'recorded', before: null, after: drafted });
      return { id };
    }
    const before = await findEvaluation(db, editing.id);
    if (!before) return { refusal: 'gone' as const };
    if (JSON.stringify(toRow(before)) === JSON.stringify(row)) return { id: before.id };
    if (before.version !== editing.version) return { refusal: 'overtaken' as const, evaluation: before };
    await db
      .updateTable('evaluation')
      .set({ ...row, version: editing.version + 1 })
      .where('id', '=', editing.id)
      .execute();
    await insertHistory(db, {
      ...change,
      record: String(editing.id),
      action: 'changed',
      before: draftedOf(before),
      after: drafted,
    });
    return { id: editing.id };
  });
}

/** What an evaluation says, without the register's own fields: what the history keeps. */
export function draftedOf({ id, origin, version, ...drafted }: Evaluation): Drafted {
  return drafted;
}

const toRow = (it: Drafted) => ({
  year: it.year,
  body: it.body,
  subject: it.subject,
  grade: it.grade,
  line: it.line,
  score: it.score,
  areas: JSON.stringify(it.areas),
  peers: JSON.stringify(it.peers),
  announced_on: it.announcedOn,
  source: it.source,
});

function toEvaluation(row: EvaluationRow): Evaluation {
  return {
    id: row.id,
    year: row.year,
    body: row.body,
    subject: row.subject,
    grade: row.grade,
    line: row.line,
    score: row.score,
    areas: JSON.parse(row.areas) as Area[],
    peers: row.peers === null ? [] : (JSON.parse(row.peers) as string[]),
    announcedOn: row.announced_on,
    source: row.source,
    origin: row.origin === 'sample' ? 'sample' : 'form',
    version: row.version,
  };
}
