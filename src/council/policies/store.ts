import type { Database } from '../../base/db/database.ts';
import type { BriefingRow } from '../../base/db/schema/council.ts';
import type { Listed, Part } from '../../register/pages.ts';
import { recordsOf } from '../../register/records.ts';
import type { By, Changed } from '../../register/versions.ts';
import type { CouncilMember } from '../members/rules.ts';
import { findMembersOfCommittee, findMembersOfDistrict, findPostHolders } from '../members/store.ts';
import { audienceKey, audiencesOf, type Briefing, type Membership, type Policy } from './rules.ts';

/** The policies themselves: entered once by a form, changed if they still are what its writer saw. */
export const policies = recordsOf({
  noun: 'briefing',
  table: 'briefing',
  ended: 'voided_at',
  read: toBriefing,
  facts: policyOf,
  row: toRow,
});

/** Enters a policy. The same form sent again finds its first record: `again` is true then. */
export const insertBriefing = (
  db: Database,
  policy: Policy,
  entry: By & { formKey: string | null; origin: Briefing['origin'] },
) => policies.enter(db, policy, entry, {});

/** Nobody has to hear of it any more, and why. */
export const closeBriefing = (
  db: Database,
  briefing: Briefing,
  { reason, ...by }: By & { reason: string },
): Promise<Changed<Briefing>> =>
  policies.change(
    db,
    briefing,
    {
      facts: policyOf(briefing),
      action: 'closed',
      reason,
      more: () => ({ closed_at: by.at.toISOString() }),
      same: ({ closed }) => closed,
    },
    by,
  );

/** Policies announced between two days that are not closed, the first one first. */
export async function findOpen(db: Database, { from, to }: { from?: string; to: string }): Promise<Briefing[]> {
  const rows = await db
    .selectFrom('briefing')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('announced_on', '<=', to)
    .where('announced_on', '>=', from ?? '')
    .orderBy('announced_on')
    .orderBy('id')
    .execute();
  return rows.map(toBriefing);
}

export const findBriefing = (db: Database, id: number): Promise<Briefing | null> => policies.find(db, id);

/** Policies announced from this day on, the next one first; without a day, all, the latest first; of everyone or of whom. */
export async function findBriefings(
  db: Database,
  { from, whose = [] }: { from?: string; whose?: readonly string[] },
  page: Part,
): Promise<{ briefings: Briefing[]; count: number }> {
  const way = from === undefined ? 'desc' : 'asc';
  const order = [
    ['announced_on', way],
    ['id', way],
  ] as const;
  const listed: Listed<'briefing'> = {
    order,
    fits: (eb) =>
      eb.and([
        eb('voided_at', 'is', null),
        ...(from === undefined ? [] : [eb('announced_on', '>=', from)]),
        ...whose.map((it) => eb('created_by', '=', it)),
      ]),
  };
  const { found, count } = await policies.list(db, listed, page);
  return { briefings: found, count };
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
    closed: row.closed_at !== null,
  };
}
