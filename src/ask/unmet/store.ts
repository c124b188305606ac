import { sql } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import type { Asking } from '../facts/facts.ts';
import { contact, member } from '../facts/visit.ts';
import type { Query } from '../query.ts';
import type { Row } from '../rows/store.ts';
import { conditionsOf, without } from '../store.ts';

/** Members of the latest term whom none of these contacts was with. */
export async function findUnmet(db: Database, query: Query, asking: Asking): Promise<Row[]> {
  const { committee, party, district } = query.filters;
  const own = { ...(committee && { committee }), ...(party && { party }), ...(district && { district }) };
  const members = { ...query, noun: 'member', periods: [], filters: own, when: null } as const;
  const met = await conditionsOf(db, contact, { ...query, filters: without(query.filters, OF_MEMBERS) }, asking);
  const { rows } = await sql<{ name: string }>`
    select council_member.name as name from ${member.from} where ${await conditionsOf(db, member, members, asking)}
      and not exists (select 1 from ${contact.from} join council_attendance on council_attendance.contact_id = council_contact.id
        where council_attendance.member_id = council_member.id and ${met})
    order by council_member.id`.execute(db);
  return rows.map(({ name }) => ({ label: name, value: 0 }));
}
const OF_MEMBERS = ['committee', 'party', 'district'] as const;
