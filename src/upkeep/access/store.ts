import type { ExpressionBuilder } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import type { AccessRecordRow, AccessReviewRow } from '../../base/db/schema/upkeep.ts';
import type { Schema } from '../../base/db/schema.ts';

/** Instants, the second not included. */
export type AccessFilter = { from: Date; to: Date; actor?: string };

const matches = (row: ExpressionBuilder<Schema, 'access_record'>, { from, to, actor }: AccessFilter) =>
  row.and([
    row('at', '>=', from.toISOString()),
    row('at', '<', to.toISOString()),
    ...(actor ? [row('actor', '=', actor)] : []),
  ]);

/** A page of them, the newest first. */
export const findAccessRecords = (
  db: Database,
  filter: AccessFilter,
  page: { offset: number; limit: number },
): Promise<AccessRecordRow[]> =>
  db
    .selectFrom('access_record')
    .selectAll()
    .where((row) => matches(row, filter))
    .orderBy('id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute();

export async function countAccessRecords(
  db: Database,
  filter: AccessFilter,
): Promise<{ all: number; exports: number }> {
  const rows = await db
    .selectFrom('access_record')
    .select((row) => ['how', row.fn.countAll<number>().as('count')])
    .where((row) => matches(row, filter))
    .groupBy('how')
    .execute();
  const of = (fits: (how: string) => boolean) =>
    rows.filter(({ how }) => fits(how)).reduce((sum, { count }) => sum + Number(count), 0);
  return { all: of(() => true), exports: of((how) => how === 'exported') };
}

export async function insertReview(
  db: Database,
  review: { month: string; by: string; at: Date; note: string; records: number; exports: number },
): Promise<void> {
  const { month, by, at, note, records, exports } = review;
  const row = { month, reviewed_by: by, reviewed_at: at.toISOString(), note, records, exports };
  await db.insertInto('access_review').values(row).execute();
}

/** The reviews of a month, the newest first. */
export const findReviews = (db: Database, month: string): Promise<AccessReviewRow[]> =>
  db.selectFrom('access_review').selectAll().where('month', '=', month).orderBy('id', 'desc').execute();
