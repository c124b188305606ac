import { atOnce, type Database } from '../../base/db/database.ts';
import type { EvaluationRow } from '../../base/db/schema/pledge.ts';
import { recordsOf } from '../../register/records.ts';
import type { By, Changed, Seen } from '../../register/versions.ts';
import type { Area, Drafted, Evaluation } from './rules.ts';

const records = recordsOf({
  noun: 'evaluation',
  table: 'evaluation',
  ended: null,
  read: toEvaluation,
  facts: draftedOf,
  row: toRow,
});

/** All outside evaluations, newest first. */
export async function findEvaluations(db: Database): Promise<Evaluation[]> {
  const rows = await db.selectFrom('evaluation').selectAll().orderBy('year', 'desc').orderBy('id', 'desc').execute();
  return rows.map(toEvaluation);
}

export const findEvaluation = (db: Database, id: number): Promise<Evaluation | null> => records.find(db, id);

/**
 * Adds an evaluation, or changes the one that was open. A year, body and subject stand once: `exists` when a new one says
 * what another record is about already.
 */
export async function putEvaluation(
  db: Database,
  drafted: Drafted,
  editing: Seen | null,
  { origin = 'form', ...by }: By & { formKey: string; origin?: 'form' | 'sample' },
): Promise<Changed<Evaluation> | { record: Evaluation; again: boolean } | { refusal: 'exists' }> {
  return atOnce(db, async (db) => {
    const known = await db
      .selectFrom('evaluation')
      .select(['id', 'form_key'])
      .where('year', '=', drafted.year)
      .where('body', '=', drafted.body)
      .where('subject', '=', drafted.subject)
      .executeTakeFirst();
    const own = editing ? known?.id === editing.id : known?.form_key === by.formKey;
    if (known && !own) return { refusal: 'exists' as const };
    if (!editing) return records.enter(db, drafted, { ...by, origin }, {});
    return records.change(db, editing, { facts: drafted }, by);
  });
}

/** What an evaluation says, without the register's own fields: what the history keeps. */
export function draftedOf({ id, origin, version, ...drafted }: Evaluation): Drafted {
  return drafted;
}

function toRow(it: Drafted) {
  return {
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
  };
}

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
