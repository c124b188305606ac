import type { Insertable } from 'kysely';
import type { VisitRow } from '../base/db/schema/visit.ts';
import type { Schema } from '../base/db/schema.ts';
import { PARTNER_LEVELS } from '../vocabulary/visit.ts';
import type { Plan, Visit } from './rules.ts';

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
