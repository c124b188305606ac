import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import { holdsWord } from '../../base/db/like.ts';
import type { CouncilContactRow } from '../../base/db/schema/council.ts';
import type { Schema } from '../../base/db/schema.ts';
import { type Narrowed, narrowedBy } from '../../base/db/words.ts';
import { MOST_LOOKED_AT } from '../../korean/near.ts';
import { atOneMoment, findPage, type Listed, type Part } from '../../register/pages.ts';
import { type ContactKind, isContactKind } from '../../vocabulary/council.ts';
import { type CouncilMember, districtNamed } from '../members/rules.ts';
import { findMembers, findMemberTexts } from '../members/store.ts';
import type { Contact } from '../rules.ts';
import type { Counted } from '../tally.ts';

/** The contacts that were logged from one visit. */
export async function findContactsOfVisit(db: Database, visitId: number): Promise<Contact[]> {
  const rows = await db
    .selectFrom('council_contact')
    .selectAll()
    .where('visit_id', '=', visitId)
    .where('voided_at', 'is', null)
    .orderBy('held_on')
    .execute();
  return toContacts(db, rows);
}

/** What to list: all conditions hold at once. */
export type ContactFilter = {
  /** Days, both included. */
  days?: { from: string; to: string };
  kinds?: readonly ContactKind[];
  memberId?: number;
  createdBy?: string;
  /** Each must occur in agenda, result, the people in words, or be a member's name or district. */
  words?: readonly string[];
};

export type Page = { contacts: Contact[]; count: number };

/** One page, newest first, with the count of all pages; voided ones are left out. */
export async function findContacts(db: Database, filter: ContactFilter, page: Part): Promise<Page> {
  return atOneMoment(db, async (db) => {
    const known = new Map<string, Narrowed | null>();
    for (const word of filter.words ?? []) known.set(word, await narrowedBy(db, 'council_contact', [word]));
    const listed: Listed<'council_contact'> = {
      fits: (eb) => eb.and([matches(eb, filter, known), eb('voided_at', 'is', null)]),
      order: [
        ['held_on', 'desc'],
        ['id', 'desc'],
      ],
    };
    const { rows, count } = await findPage(db, 'council_contact', listed, page);
    return { contacts: await toContacts(db, rows), count };
  });
}

/** How many contacts of each kind there were in each year of that span. */
export async function countContacts(db: Database, days: { from: string; to: string }): Promise<Counted[]> {
  const rows = await db
    .selectFrom('council_contact')
    .select((eb) => [
      eb.fn<string>('substr', ['held_on', sql.lit(1), sql.lit(4)]).as('year'),
      'kind',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('voided_at', 'is', null)
    .where('held_on', '>=', days.from)
    .where('held_on', '<=', days.to)
    .groupBy(['year', 'kind'])
    .orderBy('year')
    .execute();
  return rows.flatMap(({ year, kind, count }) => (isContactKind(kind) ? [{ year: Number(year), kind, count }] : []));
}

/** Every contact in force that fits, oldest first, with its members. */
export async function findAllContacts(db: Database, filter: ContactFilter): Promise<Contact[]> {
  const rows = await db
    .selectFrom('council_contact')
    .selectAll()
    .where((eb) => matches(eb, filter))
    .where('voided_at', 'is', null)
    .orderBy('held_on')
    .orderBy('id')
    .execute();
  return toContacts(db, rows);
}

/** How many contacts each of these members has had, and when the last was. */
export async function findMemberContacts(
  db: Database,
  memberIds: readonly number[],
): Promise<Map<number, { count: number; last: string }>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('council_attendance')
    .innerJoin('council_contact', 'council_contact.id', 'council_attendance.contact_id')
    .select((eb) => [
      'council_attendance.member_id',
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('council_contact.held_on').as('last'),
    ])
    .where('council_attendance.member_id', 'in', memberIds)
    .where('council_contact.voided_at', 'is', null)
    .groupBy('council_attendance.member_id')
    .execute();
  return new Map(rows.map((row) => [row.member_id, { count: row.count, last: row.last }]));
}

/**
 * What is still owed to these members: what one of them asked for, and what was asked for by all at a contact where
 * they were.
 */
export async function findOpenRequestIds(db: Database, memberId: number): Promise<{ open: number[]; ended: number[] }> {
  const rows = await db
    .selectFrom('followup')
    .select(['id', 'open'])
    .where('voided_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('member_id', '=', memberId),
        eb.and([
          eb('member_id', 'is', null),
          eb('source_noun', '=', 'council'),
          eb(
            'source_record',
            'in',
            eb
              .selectFrom('council_attendance')
              .select((ab) => ab.cast<string>('contact_id', 'text').as('record'))
              .where('council_attendance.member_id', '=', memberId),
          ),
        ]),
      ]),
    )
    .orderBy('open', 'desc')
    .orderBy('sort_due')
    .orderBy('id', 'desc')
    .execute();
  const ids = (open: number) => rows.filter((row) => row.open === open).map((row) => row.id);
  return { open: ids(1), ended: ids(0) };
}

/** The contacts at which a policy was explained. */
export async function findToldOf(db: Database, briefingId: number): Promise<Contact[]> {
  const rows = await db
    .selectFrom('council_contact')
    .selectAll()
    .where('briefing_id', '=', briefingId)
    .where('voided_at', 'is', null)
    .orderBy('held_on')
    .execute();
  return toContacts(db, rows);
}

/** What the newest contacts were about, and with whom any may have been: what a word that is found nowhere may have meant. */
export async function findContactTexts(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('council_contact')
    .select(['agenda', 'result', 'others'])
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  return [
    ...rows.flatMap((row) => Object.values(row).flatMap((it) => it ?? [])),
    ...(await findMemberTexts(db, 'all')),
  ];
}

type Eb = ExpressionBuilder<Schema, 'council_contact'>;

/** `known`: what the index knows of each word. */
type Known = ReadonlyMap<string, Narrowed | null>;

function matches(eb: Eb, filter: ContactFilter, known: Known = new Map()) {
  const { days, kinds, memberId, createdBy, words = [] } = filter;
  return eb.and([
    ...(days ? [eb.between('held_on', days.from, days.to)] : []),
    ...(kinds ? [eb('kind', 'in', kinds)] : []),
    ...(createdBy ? [eb('created_by', '=', createdBy)] : []),
    ...(memberId === undefined ? [] : [eb('id', 'in', attendedBy(eb, memberId))]),
    ...words.map((word) => holds(eb, word, known.get(word)?.few ?? null)),
  ]);
}

const attendedBy = (eb: Eb, memberId: number) =>
  eb.selectFrom('council_attendance').select('contact_id').where('member_id', '=', memberId);

function holds(eb: Eb, word: string, few: Narrowed['few']) {
  const like = (column: 'agenda' | 'result' | 'others') => holdsWord(eb.ref(column), word);
  const named = eb
    .selectFrom('council_attendance')
    .innerJoin('council_member', 'council_member.id', 'council_attendance.member_id')
    .select('council_attendance.contact_id')
    .where((eb) =>
      eb.or([eb('council_member.name', '=', word), eb('council_member.district', '=', districtNamed(word))]),
    );
  const held = eb.or([like('agenda'), like('result'), like('others')]);
  return eb.or([few ? eb.and([eb('id', 'in', few), held]) : held, eb('id', 'in', named)]);
}

export async function toContact(db: Database, row: CouncilContactRow): Promise<Contact> {
  const [contact] = await toContacts(db, [row]);
  if (!contact) throw new Error(`The contact ${row.id} has no reading.`);
  return contact;
}

/** With the members of all of them in two questions, however many rows. */
export async function toContacts(db: Database, rows: readonly CouncilContactRow[]): Promise<Contact[]> {
  if (rows.length === 0) return [];
  const attended = new Map<number, number[]>();
  const everyone = new Map<number, CouncilMember>();
  for (let from = 0; from < rows.length; from += 500) {
    const ids = rows.slice(from, from + 500).map((row) => row.id);
    const seats = await db
      .selectFrom('council_attendance')
      .selectAll()
      .where('contact_id', 'in', ids)
      .orderBy('member_id')
      .execute();
    for (const seat of seats) {
      attended.set(seat.contact_id, [...(attended.get(seat.contact_id) ?? []), seat.member_id]);
    }
    const unknown = [...new Set(seats.map((seat) => seat.member_id))].filter((id) => !everyone.has(id));
    for (const member of await findMembers(db, unknown)) everyone.set(member.id, member);
  }
  return rows.map((row) => {
    const memberIds = attended.get(row.id) ?? [];
    return {
      kind: isContactKind(row.kind) ? row.kind : 'other_meeting',
      heldOn: row.held_on,
      heldTime: row.held_time,
      agenda: row.agenda,
      result: row.result,
      others: row.others,
      memberIds,
      visitId: row.visit_id,
      briefingId: row.briefing_id,
      id: row.id,
      members: memberIds.flatMap((id) => everyone.get(id) ?? []),
      origin: row.origin as Contact['origin'],
      createdBy: row.created_by,
      version: row.version,
      voided: row.voided_at !== null,
    };
  });
}
