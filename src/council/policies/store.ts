import type { Database } from '../../base/db/database.ts';
import type { BriefingRow } from '../../base/db/schema/council.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { CouncilMember } from '../members/rules.ts';
import { findMembersOfCommittee, findMembersOfDistrict, findPostHolders } from '../members/store.ts';
import { audienceKey, audiencesOf, type Briefing, type Membership, type Policy } from './rules.ts';

export type By = { actor: string; at: Date };

/** Enters a policy. The same form sent again finds its first record: `again` is true then. */
export async function insertBriefing(
  db: Database,
  policy: Policy,
  entry: By & { formKey: string | null; origin: Briefing['origin'] },
): Promise<{ briefing: Briefing; again: boolean }> {
  return db.transaction().execute(async (db) => {
    const first = entry.formKey
      ? await db.selectFrom('briefing').selectAll().where('form_key', '=', entry.formKey).executeTakeFirst()
      : undefined;
    if (first) return { briefing: toBriefing(first), again: true };
    const row = await db
      .insertInto('briefing')
      .values({
        ...toRow(policy),
        origin: entry.origin,
        form_key: entry.formKey,
        created_by: entry.actor,
        created_at: entry.at.toISOString(),
        version: 1,
        voided_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const { actor, at } = entry;
    await insertHistory(db, {
      actor,
      at,
      noun: 'briefing',
      record: String(row.id),
      action: 'recorded',
      before: null,
      after: policy,
    });
    return { briefing: toBriefing(row), again: false };
  });
}

/** Changes a policy if it still is what the person saw (`version`); otherwise hands back what it has become. */
export async function changeBriefing(
  db: Database,
  { id, version }: { id: number; version: number },
  policy: Policy,
  by: By,
): Promise<{ briefing: Briefing } | { refusal: 'changed_meanwhile'; briefing: Briefing } | null> {
  return db.transaction().execute(async (db) => {
    const before = await findBriefing(db, id);
    if (!before) return null;
    const was = policyOf(before);
    if (before.version !== version) {
      const same = before.version === version + 1 && JSON.stringify(was) === JSON.stringify(policyOf(policy));
      return same ? { briefing: before } : { refusal: 'changed_meanwhile' as const, briefing: before };
    }
    await db
      .updateTable('briefing')
      .set({ ...toRow(policy), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await insertHistory(db, {
      ...by,
      noun: 'briefing',
      record: String(id),
      action: 'changed',
      before: was,
      after: policy,
    });
    return { briefing: { ...before, ...policy, version: version + 1 } };
  });
}

export async function findBriefing(db: Database, id: number): Promise<Briefing | null> {
  const row = await db.selectFrom('briefing').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toBriefing(row) : null;
}

/** Policies announced from this day on, the next one first; without a day, all, the latest first. */
export async function findBriefings(
  db: Database,
  { from }: { from?: string },
  page: { offset: number; limit: number },
): Promise<{ briefings: Briefing[]; count: number }> {
  let query = db.selectFrom('briefing').where('voided_at', 'is', null);
  if (from !== undefined) query = query.where('announced_on', '>=', from);
  const direction = from === undefined ? 'desc' : 'asc';
  const rows = await query
    .selectAll()
    .orderBy('announced_on', direction)
    .orderBy('id', direction)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { count } = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return { briefings: rows.map(toBriefing), count };
}

/** Who sits where, for those that a policy's audiences ask about. */
export async function findMembership(db: Database, policy: Policy): Promise<Membership> {
  const of = new Map<string, CouncilMember[]>();
  for (const audience of audiencesOf(policy)) {
    if (audience.of === 'leaders') continue;
    const find = audience.of === 'committee' ? findMembersOfCommittee : findMembersOfDistrict;
    of.set(audienceKey(audience), await find(db, audience.name));
  }
  return { leaders: await findPostHolders(db), of };
}

function toRow(policy: Policy) {
  return {
    policy: policy.policy,
    announced_on: policy.announcedOn,
    announced_time: policy.announcedTime,
    leaders: policy.leaders ? 1 : 0,
    committees: JSON.stringify(policy.committees),
    districts: JSON.stringify(policy.districts),
  };
}

export function policyOf({ policy, announcedOn, announcedTime, leaders, committees, districts }: Policy): Policy {
  return { policy, announcedOn, announcedTime, leaders, committees, districts };
}

function toBriefing(row: BriefingRow): Briefing {
  return {
    policy: row.policy,
    announcedOn: row.announced_on,
    announcedTime: row.announced_time,
    leaders: row.leaders === 1,
    committees: JSON.parse(row.committees) as string[],
    districts: JSON.parse(row.districts) as string[],
    id: row.id,
    origin: row.origin as Briefing['origin'],
    createdBy: row.created_by,
    version: row.version,
    voided: row.voided_at !== null,
  };
}
