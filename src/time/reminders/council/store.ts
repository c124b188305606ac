import type { Database } from '../../../base/db/database.ts';
import { todayIn } from '../../../korean/days.ts';
import type { Day } from '../../../vocabulary/day.ts';
import type { Waiting } from './rules.ts';

/** Contacts without a result that were held or logged between two days, the office's. */
export async function findWaiting(
  db: Database,
  days: { from: Day; to: Day },
  since: Date,
  zone: string,
): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('council_contact')
    .select(['id', 'kind', 'held_on', 'created_by', 'created_at', 'origin'])
    .where('voided_at', 'is', null)
    .where('result', 'is', null)
    .where((eb) => eb.or([eb.between('held_on', days.from, days.to), eb('created_at', '>=', since.toISOString())]))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    heldOn: row.held_on,
    createdBy: row.created_by,
    createdOn: todayIn(zone, new Date(row.created_at)),
    origin: row.origin === 'sample' ? 'sample' : 'form',
  }));
}
