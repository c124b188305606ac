import { type SqlBool, sql } from 'kysely';
import { addDays } from '../../korean/days.ts';
import { NOBODYS, SHARED_KINDS } from '../../visit/notice/rules.ts';
import { LONGEST_SPAN } from '../../visit/rules.ts';
import {
  all,
  betweenClocks,
  type Condition,
  type Facts,
  holds,
  is,
  monthOf,
  quarterOf,
  readInOrder,
  weekdayOf,
  yearOf,
} from './facts.ts';

const told = sql`exists (select 1 from visit_notice where visit_notice.visit_id = visit.id)`;

const states = (state: string, today: string): Condition => {
  if (state === 'cancelled') return sql<SqlBool>`visit.cancelled_at is not null`;
  if (state === 'to_come') return sql<SqlBool>`visit.starts_on >= ${today}`;
  if (state === 'no_result') return sql<SqlBool>`visit.summary is null and visit.ends_on < ${today}`;
  const kinds = sql.join(SHARED_KINDS);
  return sql<SqlBool>`program.kind in (${kinds}) and visit.district not in (${sql.join(NOBODYS)}) and not ${told}`;
};

export const visit: Facts = {
  searched: 'visit',
  from: sql`visit left join program on program.id = visit.program_id`, // every visit has one, and a left join that nothing asks of is left out
  id: sql.ref('visit.id'),
  record: sql<string>`'V' || visit.id`,
  title: sql.ref('visit.title'),
  day: sql.ref('visit.starts_on'),
  value: sql.ref<number>('visit.participants'),
  unit: 'people',
  counted: (_asking, state) => (state === 'cancelled' ? sql<SqlBool>`1 = 1` : sql<SqlBool>`visit.cancelled_at is null`),
  // The first bound lets the index do its work: nothing lasts longer than LONGEST_SPAN.
  within: ({ from, to }) =>
    sql<SqlBool>`visit.starts_on between ${addDays(from, -LONGEST_SPAN)} and ${to} and visit.ends_on >= ${from}`,
  mine: (userId) => sql<SqlBool>`(visit.owner = ${userId} or ',' || visit.staff || ',' like ${`%,${userId},%`})`,
  groups: {
    place: sql.ref('visit.place'),
    program: sql.ref('program.name'),
    district: readInOrder('visit.district'),
    person: sql.ref('visit.owner'),
    year: yearOf('visit.starts_on'),
    quarter: quarterOf('visit.starts_on'),
    month: monthOf('visit.starts_on'),
    day: sql.ref('visit.starts_on'),
    weekday: weekdayOf('visit.starts_on'),
  },
  about: {
    time: sql.ref('visit.start_time'),
    program: sql.ref('program.name'),
    place: sql.ref('visit.place'),
    person: sql.ref('visit.owner'),
  },
  filters: {
    record: (id) => is('visit.id', Number(id)),
    program: (name) => is('program.name', name),
    district: (name) => is('visit.district', name),
    person: (userId) => visit.mine(userId),
    state: (state, { today }) => states(state, today),
    hours: (hours) => betweenClocks('visit.start_time', hours),
    words: holds('visit.title', 'visit.place', 'visit.purpose', 'visit.partner', 'visit.countries'),
  },
};

const attended = (condition: Condition): Condition =>
  sql<SqlBool>`council_contact.id in (select council_attendance.contact_id from council_attendance join council_member on council_member.id = council_attendance.member_id where ${condition})`;

/** A contact with several members stands once under each of them, and of their committees, parties or districts. */
const byMember: Facts['spread'] = {
  from: sql`council_contact join council_attendance on council_attendance.contact_id = council_contact.id join council_member on council_member.id = council_attendance.member_id`,
  groups: {
    member: sql.ref('council_member.name'),
    committee: sql.ref('council_member.committee'),
    party: sql.ref('council_member.party'),
    district: sql.ref('council_member.district'),
  },
  filters: {
    member: (id) => is('council_member.id', Number(id)),
    committee: (name) => is('council_member.committee', name),
    party: (name) => is('council_member.party', name),
    district: (name) => is('council_member.district', name),
  },
};

export const contact: Facts = {
  searched: 'council_contact',
  from: sql`council_contact`,
  id: sql.ref('council_contact.id'),
  record: sql<string>`'C' || council_contact.id`,
  title: sql.ref('council_contact.agenda'),
  day: sql.ref('council_contact.held_on'),
  value: null,
  unit: null,
  counted: () => sql<SqlBool>`council_contact.voided_at is null`,
  within: ({ from, to }) => sql<SqlBool>`council_contact.held_on between ${from} and ${to}`,
  mine: (userId) => is('council_contact.created_by', userId),
  groups: {
    kind: readInOrder('council_contact.kind'),
    person: sql.ref('council_contact.created_by'),
    year: yearOf('council_contact.held_on'),
    quarter: quarterOf('council_contact.held_on'),
    month: monthOf('council_contact.held_on'),
    day: sql.ref('council_contact.held_on'),
    weekday: weekdayOf('council_contact.held_on'),
  },
  spread: byMember,
  about: { time: sql.ref('council_contact.held_time'), kind: sql.ref('council_contact.kind') },
  filters: {
    record: (id) => is('council_contact.id', Number(id)),
    kind: (kind) => is('council_contact.kind', kind),
    member: (id) => attended(is('council_member.id', Number(id))),
    committee: (name) => attended(is('council_member.committee', name)),
    party: (name) => attended(is('council_member.party', name)),
    district: (name) => attended(is('council_member.district', name)),
    role: (post) => attended(is('council_member.post', post)),
    person: (userId) => is('council_contact.created_by', userId),
    words: holds('council_contact.agenda', 'council_contact.result', 'council_contact.others'),
  },
};

export const member: Facts = {
  from: sql`council_member`,
  id: sql.ref('council_member.id'),
  record: sql<string | null>`null`,
  title: sql<string>`council_member.name || ' · ' || coalesce(council_member.party, '') || ' · ' || council_member.constituency || coalesce(' · ' || council_member.committee, '') || coalesce(' · ' || council_member.post, '')`,
  titled: { name: sql.ref('council_member.name'), party: sql.ref('council_member.party') },
  day: null,
  value: null,
  unit: null,
  counted: () => sql<SqlBool>`council_member.term = (select max(term) from council_member)`,
  within: () => sql<SqlBool>`1 = 1`,
  mine: () => sql<SqlBool>`1 = 1`,
  groups: {
    party: sql.ref('council_member.party'),
    committee: sql.ref('council_member.committee'),
    district: sql.ref('council_member.district'),
  },
  filters: {
    member: (id) => is('council_member.id', Number(id)),
    district: (name) => is('council_member.district', name),
    party: (name) => is('council_member.party', name),
    committee: (name) => is('council_member.committee', name),
    role: (post) => is('council_member.post', post),
    words: holds('council_member.name', 'council_member.constituency', 'council_member.committee'),
  },
};

export const announcement: Facts = {
  from: sql`briefing`,
  id: sql.ref('briefing.id'),
  record: sql<string>`'B' || briefing.id`,
  title: sql.ref('briefing.policy'),
  day: sql.ref('briefing.announced_on'),
  value: null,
  unit: null,
  counted: () => sql<SqlBool>`briefing.voided_at is null`,
  within: ({ from, to }) => sql<SqlBool>`briefing.announced_on between ${from} and ${to}`,
  mine: (userId) => is('briefing.created_by', userId),
  groups: {
    year: yearOf('briefing.announced_on'),
    month: monthOf('briefing.announced_on'),
  },
  about: { time: sql.ref('briefing.announced_time') },
  filters: {
    record: (id) => is('briefing.id', Number(id)),
    // Who of the audience was told is the council's rule; here it is enough that no contact about it is known.
    state: () =>
      all([
        sql<SqlBool>`not exists (select 1 from council_contact where council_contact.briefing_id = briefing.id and council_contact.voided_at is null)`,
      ]),
    words: holds('briefing.policy'),
  },
};
