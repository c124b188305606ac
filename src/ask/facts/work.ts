import { type SqlBool, sql } from 'kysely';
import { KINDS_WITHIN } from '../../vocabulary/askable.ts';
import { type Condition, type Facts, holds, is, readInOrder, yearOf } from './facts.ts';

const owed = (state: string, today: string): Condition => {
  if (state === 'open') return sql<SqlBool>`followup.open = 1`;
  if (state === 'no_due') return sql<SqlBool>`followup.open = 1 and followup.due is null`;
  if (state === 'unowned') return sql<SqlBool>`followup.open = 1 and followup.owner is null`;
  return sql<SqlBool>`followup.open = 1 and followup.due < ${today}`;
};

/** A period is when something is due; of what an audit demanded, the year of the audit. */
export const followup: Facts = {
  searched: 'followup',
  from: sql`followup`,
  id: sql.ref('followup.id'),
  record: sql<string>`'F' || followup.id`,
  title: sql.ref('followup.title'),
  day: sql.ref('followup.due'),
  value: null,
  unit: null,
  // Hardly any is voided: an index of it would only lead through all others in disorder.
  counted: () => sql<SqlBool>`coalesce(followup.voided_at, '') = ''`,
  within: ({ from, to }, { kind }) =>
    kind?.startsWith('audit')
      ? sql<SqlBool>`followup.audit_year between ${Number(from.slice(0, 4))} and ${Number(to.slice(0, 4))}`
      : sql<SqlBool>`followup.due between ${from} and ${to}`,
  mine: (userId) => is('followup.owner', userId),
  groups: {
    status: sql.ref('followup.status'),
    kind: readInOrder('followup.kind'),
    person: readInOrder('followup.owner'),
    department: readInOrder('followup.department'),
    year: sql`coalesce(cast(followup.audit_year as text), ${yearOf('followup.due')})`,
  },
  about: {
    kind: sql.ref('followup.kind'),
    status: sql.ref('followup.status'),
    department: sql.ref('followup.department'),
    person: sql.ref('followup.owner'),
  },
  filters: {
    record: (id) => is('followup.id', Number(id)),
    status: (status) => is('followup.status', status),
    kind: (kind) =>
      KINDS_WITHIN[kind] ? sql<SqlBool>`followup.kind in (${sql.join(KINDS_WITHIN[kind])})` : is('followup.kind', kind),
    person: (userId) => is('followup.owner', userId),
    member: (id) => is('followup.member_id', Number(id)),
    state: (state, { today }) => owed(state, today),
    words: holds('followup.title', 'followup.requester', 'followup.department', 'followup.answer'),
  },
};

const FULFILLED = sql`('완료', '이행 후 계속추진')`;
const PLEDGES: Readonly<Record<string, Condition>> = {
  troubled: sql<SqlBool>`pledge.status in ('일부추진', '보류', '폐기')`,
  fulfilled: sql<SqlBool>`pledge.status in ${FULFILLED}`,
  unfulfilled: sql<SqlBool>`(pledge.status is null or pledge.status not in ${FULFILLED})`,
  running: sql<SqlBool>`pledge.status in ('정상추진', '일부추진', '이행 후 계속추진')`,
  no_basis: sql<SqlBool>`pledge.basis is null`,
};

/** Who answers for a pledge, as its list has it: its own person, else its department's. */
const responsible = sql<
  string | null
>`coalesce(pledge.owner, (select pledge_list.person from pledge_list where pledge_list.kind = 'department' and pledge_list.name = pledge.department))`;

export const pledge: Facts = {
  searched: 'pledge',
  from: sql`pledge`,
  id: sql.ref('pledge.id'),
  record: sql<string>`coalesce(pledge.code, 'P' || pledge.id)`,
  title: sql.ref('pledge.title'),
  day: null,
  value: sql.ref<number>('pledge.progress'),
  unit: 'percent',
  money: sql.ref<number>('pledge.budget'),
  counted: () => sql<SqlBool>`pledge.voided_at is null and pledge.term = (select max(term) from pledge)`,
  within: () => sql<SqlBool>`1 = 1`,
  mine: (userId) => sql<SqlBool>`${responsible} = ${userId}`,
  groups: {
    status: sql.ref('pledge.status'),
    type: sql.ref('pledge.type'),
    department: sql.ref('pledge.department'),
    person: responsible,
    field: sql`coalesce((select pledge_list.name from pledge_list where pledge_list.kind = 'field' and pledge_list.term = pledge.term and pledge_list.code = pledge.field), pledge.field)`,
  },
  about: {
    status: sql.ref('pledge.status'),
    progress: sql.ref('pledge.progress'),
    department: sql.ref('pledge.department'),
    person: responsible,
  },
  filters: {
    person: (userId) => sql<SqlBool>`${responsible} = ${userId}`,
    field: (name) =>
      sql<SqlBool>`pledge.field in (select pledge_list.code from pledge_list where pledge_list.kind = 'field' and pledge_list.term = pledge.term and pledge_list.name = ${name})`,
    record: (name) => (/^p\d+$/i.test(name) ? is('pledge.id', Number(name.slice(1))) : is('pledge.code', name)),
    status: (status) => is('pledge.status', status),
    type: (type) => is('pledge.type', type),
    state: (state) => PLEDGES[state] ?? sql<SqlBool>`1 = 0`,
    above: (percent) => sql<SqlBool>`pledge.progress > ${Number(percent)}`,
    from: (percent) => sql<SqlBool>`pledge.progress >= ${Number(percent)}`,
    below: (percent) => sql<SqlBool>`pledge.progress < ${Number(percent)}`,
    upTo: (percent) => sql<SqlBool>`pledge.progress <= ${Number(percent)}`,
    words: holds('pledge.title', 'pledge.department'),
  },
};

export const person: Facts = {
  from: sql`person`,
  id: sql.ref('person.user_id'),
  record: sql<string | null>`null`,
  title: sql.ref('person.name'),
  day: null,
  value: null,
  unit: null,
  counted: () => sql<SqlBool>`person.removed_at is null`,
  within: () => sql<SqlBool>`1 = 1`,
  mine: (userId) => is('person.user_id', userId),
  groups: { role: sql.ref('person.role') },
  filters: {
    role: (role) => is('person.role', role),
    words: holds('person.name'),
  },
};
