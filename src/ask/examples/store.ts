import type { Kysely } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import type { Schema } from '../../base/db/schema.ts';

/** What an office's records are about: of each, what somebody is likely to ask about first. Null where there is nothing. */
export type Subjects = {
  spend: { id: number; year: number } | null;
  place: string | null;
  category: string | null;
  account: string | null;
  visit: { year: number; district: string; program: string } | null;
  contact: { year: number; member: string } | null;
  member: { district: string | null; party: string | null } | null;
  worker: string | null;
  pledge: { code: string } | null;
  announced: boolean;
};

/** A few rows of each noun, from the newest: an office's help waits for no long list. */
export async function findSubjects(db: Database): Promise<Subjects> {
  const totals = await db
    .selectFrom('expense_total')
    .select(['category', 'account', 'year'])
    .where('spent', '>', 0)
    .orderBy('year', 'desc')
    .orderBy('spent', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  const spend = await db
    .selectFrom('expense')
    .select(['id', 'year'])
    .where('voided_at', 'is', null)
    .where('year', '=', totals[0]?.year ?? 0)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const budget = await db
    .selectFrom('budget')
    .select('account')
    .where('year', '=', spend?.year ?? 0)
    .where('account', '<>', '')
    .orderBy('won', 'desc')
    .limit(1)
    .executeTakeFirst();
  const visit = await db
    .selectFrom('visit')
    .innerJoin('program', 'program.id', 'visit.program_id')
    .select(['visit.year', 'visit.district', 'program.name as program'])
    .where('visit.cancelled_at', 'is', null)
    .where('program.retired_at', 'is', null)
    .orderBy('visit.starts_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    spend: spend ?? null,
    place: spend ? await findPlace(db, spend.year) : null,
    category: totals.find(({ category }) => category !== '')?.category ?? null,
    account: budget?.account ?? null,
    visit: visit ?? null,
    ...(await findCouncil(db)),
    ...(await findWork(db)),
  };
}

const MOST_LOOKED_AT = 100;

/** Where most of the latest spends were made. */
async function findPlace(db: Kysely<Schema>, year: number): Promise<string | null> {
  const latest = await db
    .selectFrom('expense')
    .select(['place', 'amount'])
    .where('voided_at', 'is', null)
    .where('year', '=', year)
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  const spent = new Map<string, number>();
  for (const { place, amount } of latest) if (place) spent.set(place, (spent.get(place) ?? 0) + amount);
  return [...spent].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

async function findCouncil(db: Kysely<Schema>): Promise<Pick<Subjects, 'contact' | 'member' | 'announced'>> {
  const contact = await db
    .selectFrom('council_contact')
    .innerJoin('council_attendance', 'council_attendance.contact_id', 'council_contact.id')
    .innerJoin('council_member', 'council_member.id', 'council_attendance.member_id')
    .select(['council_contact.held_on', 'council_member.name as member'])
    .where('council_contact.voided_at', 'is', null)
    .where('council_member.term', '=', (eb) =>
      eb.selectFrom('council_member').select((max) => max.fn.max('term').as('t')),
    )
    .orderBy('council_contact.held_on', 'desc')
    .orderBy('council_member.id')
    .limit(1)
    .executeTakeFirst();
  const member = await db
    .selectFrom('council_member')
    .select(['district', 'party'])
    .orderBy('term', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const briefing = await db.selectFrom('briefing').select('id').limit(1).executeTakeFirst();
  return {
    contact: contact ? { year: Number(contact.held_on.slice(0, 4)), member: contact.member } : null,
    member: member ?? null,
    announced: briefing !== undefined,
  };
}

async function findWork(db: Kysely<Schema>): Promise<Pick<Subjects, 'worker' | 'pledge'>> {
  const owed = await db
    .selectFrom('followup')
    .innerJoin('person', 'person.user_id', 'followup.owner')
    .select('person.name')
    .where('followup.voided_at', 'is', null)
    .where('followup.open', '=', 1)
    .where('person.removed_at', 'is', null)
    .orderBy('followup.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const pledge = await db
    .selectFrom('pledge')
    .select('code')
    .where('voided_at', 'is', null)
    .where('term', '=', (eb) => eb.selectFrom('pledge').select((max) => max.fn.max('term').as('t')))
    .where('code', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return {
    worker: owed?.name ?? null,
    pledge: pledge?.code ? { code: pledge.code } : null,
  };
}
