import { z } from 'zod';
import { anyOf } from '../../../base/db/bulk.ts';
import type { Database } from '../../../base/db/database.ts';

/** Where a history entry keeps what an update or an answer rested on. */
const Said = z.object({ evidence: z.string() });
const ACTIONS = ['updated', 'stepped_back', 'reviewed', 'answered'];

/** What each of these pledges was last updated or answered with; those that never were are absent. */
export async function findLastSources(db: Database, pledgeIds: readonly number[]): Promise<Map<number, string>> {
  if (pledgeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('history')
    .select(['record', 'after'])
    .where('noun', '=', 'pledge')
    .where('record', 'in', anyOf(pledgeIds.map(String)))
    .where('action', 'in', ACTIONS)
    .orderBy('id')
    .execute();
  return new Map(
    rows.flatMap(({ record, after }) => {
      const said = Said.safeParse(JSON.parse(after ?? 'null')).data;
      return said?.evidence ? [[Number(record), said.evidence] as const] : [];
    }),
  );
}
