import type { Expression, ExpressionBuilder, Insertable, SqlBool } from 'kysely';
import type { Database } from '../base/db/database.ts';
import { holdsWord } from '../base/db/like.ts';
import type { VisitRow } from '../base/db/schema/visit.ts';
import type { Schema } from '../base/db/schema.ts';
import { addDays } from '../korean/days.ts';
import { insertHistory } from '../people/history/store.ts';
import type { Day } from '../vocabulary/day.ts';
import { PARTNER_LEVELS } from '../vocabulary/visit.ts';
import { type Clash, clashesOf } from './clashes.ts';
import { isMoved, LONGEST_SPAN, type Plan, planOf, samePlan, type Visit } from './rules.ts';
import { findMinutes } from './settings/store.ts';

export type By = { actor: string; at: Date };

/** What to list: all conditions hold at once. */
export type VisitFilter = {
  /** Days, both included; a visit that spans several days is found on each. */
  days?: { from: Day; to: Day };
  programId?: number;
  district?: string;
  /** Owner, or one of the staff. */
  person?: string;
  /** Each must occur in title, place, purpose, partner, countries or summary. */
  words?: readonly string[];
  /** Only what nobody of the council was told of, of these kinds of programs. */
  untold?: { programIds: readonly number[]; notIn: readonly string[] };
  cancelled?: boolean;
};

export type Page = { visits: Visit[]; count: number };

/** A clash that the person has seen and accepts, by the ids of the other visits. */
type Accepted = { accepted: ReadonlySet<number> };

/**
 * Plans visits from a form, one for each date. The same form sent again finds its first visits: `again` is true then,
 * and nothing is added. What clashes and was not accepted is handed back and nothing is saved.
 */
export async function insertVisits(
  db: Database,
  plans: readonly Plan[],
  entry: By & Accepted & { formKey: string },
): Promise<{ visits: Visit[]; again: boolean; kept: Clash[] } | { clashes: Clash[] }> {
  return db.transaction().execute(async (db) => {
    const first = await db
      .selectFrom('visit')
      .selectAll()
      .where('form_key', '=', entry.formKey)
      .orderBy('nth')
      .execute();
    if (first.length > 0) return { visits: first.map(toVisit), again: true, kept: [] };
    const clashes = await findClashes(db, plans);
    if (clashes.some(({ visit }) => !entry.accepted.has(visit.id))) return { clashes };

    const visits: Visit[] = [];
    for (const [nth, plan] of plans.entries()) {
      const row = await db
        .insertInto('visit')
        .values({
          ...toRow(plan),
          site_id: visits[0]?.id ?? null,
          participants: null,
          summary: null,
          result_key: null,
          sequence: 0,
          changed_at: entry.at.toISOString(),
          origin: 'form',
          form_key: entry.formKey,
          nth,
          created_by: entry.actor,
          created_at: entry.at.toISOString(),
          version: 1,
          cancelled_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      visits.push(toVisit(row));
      await insertHistory(db, { ...change(entry, row.id, 'planned'), before: null, after: plan });
    }
    const [leading] = visits;
    if (leading && visits.length > 1) {
      await db.updateTable('visit').set({ site_id: leading.id }).where('id', '=', leading.id).execute();
      leading.siteId = leading.id;
    }
    return { visits, again: false, kept: clashes };
  });
}

export type Changed =
  | { visit: Visit; before: Visit; kept: Clash[] }
  | { refusal: 'changed_meanwhile' | 'cancelled'; visit: Visit }
  | { clashes: Clash[] };

/** Re-plans a visit if it still is what the person saw (`version`). */
export async function changeVisit(
  db: Database,
  id: number,
  version: number,
  plan: Plan,
  by: By & Accepted,
): Promise<Changed | null> {
  return db.transaction().execute(async (db): Promise<Changed | null> => {
    const before = await findVisit(db, id);
    if (!before) return null;
    if (before.cancelled) return { refusal: 'cancelled', visit: before };
    if (before.version !== version) {
      // The same form sent twice: its change is already there.
      if (before.version === version + 1 && samePlan(before, plan)) return { visit: before, before, kept: [] };
      return { refusal: 'changed_meanwhile', visit: before };
    }
    const moved = isMoved(before, plan);
    const clashes = moved ? await findClashes(db, [plan], id) : [];
    if (clashes.some(({ visit }) => !by.accepted.has(visit.id))) return { clashes };
    const calendar = moved || before.title !== plan.title;
    const sequence = before.sequence + (calendar ? 1 : 0);
    await db
      .updateTable('visit')
      .set({ ...toRow(plan), sequence, changed_at: by.at.toISOString(), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await db
      .updateTable('visit_agenda')
      .set({ year: Number(plan.startsOn.slice(0, 4)), program_id: plan.programId })
      .where('visit_id', '=', id)
      .execute();
    const action = moved ? 'moved' : 'changed';
    await insertHistory(db, { ...change(by, id, action), before: planOf(before), after: planOf(plan) });
    return { before, kept: clashes, visit: { ...before, ...plan, sequence, changedAt: by.at, version: version + 1 } };
  });
}

/** Calls a visit off, for good and with a reason; it stays visible. One that has a result has been. */
export async function cancelVisit(
  db: Database,
  id: number,
  by: By & { reason: string },
): Promise<{ visit: Visit; again: boolean } | { refusal: 'has_result' } | null> {
  return db.transaction().execute(async (db) => {
    const visit = await findVisit(db, id);
    if (!visit) return null;
    if (visit.cancelled) return { visit, again: true };
    if (visit.summary !== null) return { refusal: 'has_result' as const };
    const at = by.at.toISOString();
    await db
      .updateTable('visit')
      .set({ cancelled_at: at, changed_at: at, sequence: visit.sequence + 1, version: visit.version + 1 })
      .where('id', '=', id)
      .execute();
    const plan = planOf(visit);
    await insertHistory(db, { ...change(by, id, 'cancelled'), reason: by.reason, before: plan, after: plan });
    return { visit: { ...visit, cancelled: true, sequence: visit.sequence + 1 }, again: false };
  });
}

export async function findVisit(db: Database, id: number): Promise<Visit | null> {
  const row = await db.selectFrom('visit').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toVisit(row) : null;
}

/** The other dates of the same site, in their order. */
export async function findSiblings(db: Database, visit: Visit): Promise<Visit[]> {
  if (visit.siteId === null) return [];
  const rows = await db
    .selectFrom('visit')
    .selectAll()
    .where('site_id', '=', visit.siteId)
    .where('id', '!=', visit.id)
    .orderBy('starts_on')
    .execute();
  return rows.map(toVisit);
}

/** What the plans run into among the visits around them, and among themselves. */
export async function findClashes(db: Database, plans: readonly Plan[], except?: number): Promise<Clash[]> {
  const minutes = await findMinutes(db);
  const clashes: Clash[] = [];
  for (const plan of plans) {
    const days = { from: addDays(plan.startsOn, -1), to: addDays(plan.endsOn, 1) };
    const around = await db
      .selectFrom('visit')
      .selectAll()
      .where((eb) => eb.and(onDays(eb, days)))
      .where('cancelled_at', 'is', null)
      .where('id', '!=', except ?? 0)
      .orderBy('starts_on')
      .orderBy('start_time')
      .execute();
    clashes.push(...clashesOf(plan, around.map(toVisit), minutes));
  }
  return clashes;
}

/** One page in the order of days, with the count of all pages. `newest` turns the order round. */
export async function findVisits(
  db: Database,
  filter: VisitFilter,
  page: { offset: number; limit: number; newest?: boolean },
): Promise<Page> {
  const order = page.newest ? 'desc' : 'asc';
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const rows = await db
        .selectFrom('visit')
        .selectAll()
        .where((eb) => matches(eb, filter))
        .orderBy('starts_on', order)
        .orderBy('start_time', order)
        .orderBy('id', order)
        .limit(page.limit)
        .offset(page.offset)
        .execute();
      const total = await db
        .selectFrom('visit')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where((eb) => matches(eb, filter))
        .executeTakeFirstOrThrow();
      return { visits: rows.map(toVisit), count: total.count };
    });
}

/** Every visit that fits, oldest first, one at a time. */
export async function* streamVisits(db: Database, filter: VisitFilter): AsyncGenerator<Visit> {
  const rows = db
    .selectFrom('visit')
    .selectAll()
    .where((eb) => matches(eb, filter))
    .orderBy('starts_on')
    .orderBy('start_time')
    .orderBy('id')
    .stream();
  for await (const row of rows) yield toVisit(row);
}

type Condition = Expression<SqlBool>;
type Eb = ExpressionBuilder<Schema, 'visit'>;

function matches(eb: Eb, filter: VisitFilter): Condition {
  const { days, programId, district, person, words = [], untold, cancelled } = filter;
  const conditions: Condition[] = [
    ...(days ? onDays(eb, days) : []),
    ...(programId === undefined ? [] : [eb('program_id', '=', programId)]),
    ...(district ? [eb('district', '=', district)] : []),
    ...(person ? [eb.or([eb('owner', '=', person), holdsWord(eb.ref('staff'), person)])] : []),
    ...(cancelled === undefined ? [] : [eb('cancelled_at', cancelled ? 'is not' : 'is', null)]),
    ...words.map((word) => holds(eb, word)),
  ];
  if (untold) {
    const told = eb.selectFrom('visit_notice').select('id').whereRef('visit_notice.visit_id', '=', 'visit.id');
    conditions.push(eb('program_id', 'in', untold.programIds), eb.not(eb.exists(told)));
    if (untold.notIn.length > 0) conditions.push(eb('district', 'not in', untold.notIn));
  }
  return eb.and(conditions);
}

/** The first bound lets the index do its work: nothing lasts longer than LONGEST_SPAN. */
const onDays = (eb: Eb, { from, to }: { from: Day; to: Day }): Condition[] => [
  eb.between('starts_on', addDays(from, -LONGEST_SPAN), to),
  eb('ends_on', '>=', from),
];

function holds(eb: Eb, word: string): Condition {
  const columns = ['title', 'place', 'purpose', 'partner', 'countries', 'summary'] as const;
  return eb.or(columns.map((column) => holdsWord(eb.ref(column), word)));
}

const change = ({ actor, at }: By, id: number, action: string) => ({
  actor,
  at,
  noun: 'visit',
  record: String(id),
  action,
});

type PlanColumns =
  | 'program_id'
  | 'title'
  | 'year'
  | 'month'
  | 'starts_on'
  | 'start_time'
  | 'ends_on'
  | 'end_time'
  | 'place'
  | 'district'
  | 'purpose'
  | 'owner'
  | 'staff'
  | 'partner'
  | 'partner_level'
  | 'countries';

export function toRow(plan: Plan): Pick<Insertable<Schema['visit']>, PlanColumns> {
  return {
    program_id: plan.programId,
    title: plan.title,
    year: Number(plan.startsOn.slice(0, 4)),
    month: Number(plan.startsOn.slice(5, 7)),
    starts_on: plan.startsOn,
    start_time: plan.startTime,
    ends_on: plan.endsOn,
    end_time: plan.endTime,
    place: plan.place,
    district: plan.district,
    purpose: plan.purpose,
    owner: plan.owner,
    staff: plan.staff.join(','),
    partner: plan.partner,
    partner_level: plan.partnerLevel,
    countries: plan.countries,
  };
}

export function toVisit(row: VisitRow): Visit {
  return {
    id: row.id,
    siteId: row.site_id,
    programId: row.program_id,
    title: row.title,
    startsOn: row.starts_on,
    startTime: row.start_time,
    endsOn: row.ends_on,
    endTime: row.end_time,
    place: row.place,
    district: row.district,
    purpose: row.purpose,
    owner: row.owner,
    staff: row.staff === '' ? [] : row.staff.split(','),
    partner: row.partner,
    partnerLevel: PARTNER_LEVELS.find((level) => level === row.partner_level) ?? null,
    countries: row.countries,
    participants: row.participants,
    summary: row.summary,
    sequence: row.sequence,
    changedAt: new Date(row.changed_at),
    origin: row.origin === 'sample' ? 'sample' : 'form',
    createdBy: row.created_by,
    version: row.version,
    cancelled: row.cancelled_at !== null,
  };
}
