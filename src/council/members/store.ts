import { sql } from 'kysely';
import { insertMany } from '../../base/db/bulk.ts';
import { atOnce, type Database } from '../../base/db/database.ts';
import { MOST_LOOKED_AT } from '../../korean/near.ts';
import { insertHistory } from '../../people/history/store.ts';
import { type By, type Changed, type Seen, versionsOf } from '../../register/versions.ts';
import { type CouncilMember, districtNamed, type Listed, listedOver, memberKeys, sameListed } from './rules.ts';
import { toMember } from './stored.ts';

type Said = Pick<Listed, 'party' | 'district' | 'committee' | 'post'>;
const member = { noun: 'council_member', table: 'council_member', ended: null } as const;
const records = versionsOf({ ...member, read: toMember, facts: saidOf });

export type Put = { added: number; changed: number; same: number };

/** Beyond this many keys a word narrows nothing down. */
export const MANY = 500;
/** Beyond every letter that a key can hold. */
export const LAST = '\u{10FFFF}';

/**
 * Takes a list in: who is new is added, who is known gets what the list says anew. Only members of the newest term are
 * in office: they alone can be searched for. A list that states no term is of the present one.
 */
export async function putMembers(
  db: Database,
  listed: readonly Listed[],
  by: By & { origin: 'file' | 'person' | 'sample'; dryRun?: boolean },
): Promise<Put> {
  return db.transaction().execute(async (db) => {
    const put: Put = { added: 0, changed: 0, same: 0 };
    const before = await findTerm(db);
    const known = new Map<string, CouncilMember>();
    for (const row of await db.selectFrom('council_member').selectAll().execute())
      known.set(knownBy(toMember(row)), toMember(row));

    const fresh: Listed[] = [];
    for (const item of listed) {
      const member = { ...item, term: item.term ?? before };
      const there = known.get(knownBy(member));
      if (!there) {
        fresh.push(member);
        known.set(knownBy(member), { ...member, id: 0, version: 1 });
        continue;
      }
      const next = listedOver(there, member);
      if (there.id === 0 || sameListed(there, next)) put.same++;
      else {
        if (!by.dryRun) await writeMember(db, there, next, by);
        put.changed++;
      }
    }
    put.added = fresh.length;
    if (by.dryRun) return put;
    await insertMembers(db, fresh, by.origin);
    await retire(db, before);
    if (put.added + put.changed > 0) await recount(db);
    if (put.added > 0) {
      const after = { added: put.added, changed: put.changed };
      await insertHistory(db, {
        ...by,
        noun: 'council_member',
        record: 'list',
        action: 'imported',
        before: null,
        after,
      });
    }
    return put;
  });
}

/** Changes a member if they still are what the person saw; otherwise hands back what they have become. */
export const changeMember = (db: Database, seen: Seen, said: Said, by: By): Promise<Changed<CouncilMember>> =>
  atOnce(db, async (db) => {
    const changed = await writeMember(db, seen, said, by);
    if (changed && 'before' in changed && !changed.again) await recount(db);
    return changed;
  });

export const findMember = (db: Database, id: number): Promise<CouncilMember | null> => records.find(db, id);

/** In the order of the ids asked for. */
export async function findMembers(db: Database, ids: readonly number[]): Promise<CouncilMember[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('council_member').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, toMember(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * What members are found by, each once, of all there were or of those in office: what a word that is found nowhere may have meant. Of more
 * than any council has, the last entered.
 */
export async function findMemberTexts(db: Database, which: 'all' | 'in_office'): Promise<string[]> {
  const term = which === 'in_office' ? await findTerm(db) : null;
  const last = db
    .selectFrom('council_member')
    .select(['name', 'party', 'district', 'committee'])
    .$if(term !== null, (query) => query.where(sql`term + 0`, '=', term)) // along the index of terms all would be read and sorted
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT);
  const found = await Promise.all(
    (['name', 'party', 'district', 'committee'] as const).map((column) =>
      db.selectFrom(last.as('last')).select(`${column} as text`).distinct().execute(),
    ),
  );
  return found.flat().flatMap(({ text }) => text ?? []);
}

/** The members in office of one district, `강남구` or `강남`. */
export async function findMembersOfDistrict(db: Database, district: string): Promise<CouncilMember[]> {
  const rows = await db
    .selectFrom('council_member')
    .selectAll()
    .where('district', '=', districtNamed(district))
    .where('term', '=', await findTerm(db))
    .orderBy('name')
    .execute();
  return rows.map(toMember);
}

export async function findMembersOfCommittee(db: Database, committee: string): Promise<CouncilMember[]> {
  const rows = await db
    .selectFrom('council_member')
    .selectAll()
    .where('committee', '=', committee)
    .where('term', '=', await findTerm(db))
    .orderBy('name')
    .execute();
  return rows.map(toMember);
}

/** Members in office of these names; a name that two of them share finds neither. */
export async function findMembersNamed(db: Database, names: readonly string[]): Promise<CouncilMember[]> {
  if (names.length === 0) return [];
  const rows = await db
    .selectFrom('council_member')
    .selectAll()
    .where('term', '=', await findTerm(db))
    .where('name', 'in', names)
    .orderBy('id')
    .execute();
  return rows.filter((row) => rows.filter(({ name }) => name === row.name).length === 1).map(toMember);
}

/** Members in office who hold a post. */
export async function findPostHolders(db: Database): Promise<CouncilMember[]> {
  const rows = await db
    .selectFrom('council_member')
    .selectAll()
    .where('post', 'is not', null)
    .where('term', '=', await findTerm(db))
    .orderBy('name')
    .execute();
  return rows.map(toMember);
}

export type Group = { name: string; count: number };

/** The committees, or districts, of the present council with how many sit in each. */
export async function findGroups(db: Database, of: 'committee' | 'district'): Promise<Group[]> {
  const rows = await db.selectFrom('council_group').selectAll().where('kind', '=', of).orderBy('name').execute();
  return rows.map(({ name, members }) => ({ name, count: members }));
}

/** Counts the groups anew, after a change to the list. */
async function recount(db: Database): Promise<void> {
  const term = await findTerm(db);
  await db.deleteFrom('council_group').execute();
  for (const kind of ['committee', 'district'] as const) {
    const rows = await db
      .selectFrom('council_member')
      .select((eb) => [eb.ref(kind).as('name'), eb.fn.countAll<number>().as('members')])
      .where('term', '=', term)
      .where(kind, 'is not', null)
      .groupBy(kind)
      .execute();
    const groups = rows.map(({ name, members }) => [kind, name, members]);
    await insertMany(db, 'council_group', ['kind', 'name', 'members'], groups);
  }
}

/** The present council's term; 0 while no list has stated one. */
export async function findTerm(db: Database): Promise<number> {
  const row = await db
    .selectFrom('council_member')
    .select((eb) => eb.fn.max<number | null>('term').as('term'))
    .executeTakeFirst();
  return row?.term ?? 0;
}

async function insertMembers(db: Database, listed: readonly Listed[], origin: string): Promise<void> {
  if (listed.length === 0) return;
  const last = await db
    .selectFrom('council_member')
    .select((eb) => eb.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  const from = (last?.id ?? 0) + 1;
  await insertMany(
    db,
    'council_member',
    ['id', 'term', 'name', 'constituency', 'party', 'district', 'committee', 'post', 'origin', 'version'],
    listed.map((item, i) => [
      from + i,
      item.term ?? 0,
      item.name,
      item.constituency ?? '',
      item.party,
      item.district,
      item.committee,
      item.post,
      origin,
      1,
    ]),
  );
  const keys = listed.flatMap((item, i) => memberKeys(item).map((key) => [key, from + i]));
  await insertMany(db, 'council_member_key', ['key', 'member_id'], keys);
}

/** When a list brings a newer term, those of earlier ones leave the search. */
async function retire(db: Database, before: number): Promise<void> {
  const term = await findTerm(db);
  if (term === before) return;
  const gone = db.selectFrom('council_member').select('id').where('term', '<', term);
  await db.deleteFrom('council_member_key').where('member_id', 'in', gone).execute();
}

async function writeMember(db: Database, seen: Seen, said: Said, by: By): Promise<Changed<CouncilMember>> {
  const changed = await records.change(db, seen, { facts: saidOf(said) }, by);
  if (!changed || !('before' in changed) || changed.again) return changed;
  const { numDeletedRows } = await db
    .deleteFrom('council_member_key')
    .where('member_id', '=', seen.id)
    .executeTakeFirst();
  if (numDeletedRows > 0n) {
    const keys = memberKeys(changed.record).map((key) => [key, seen.id]);
    await insertMany(db, 'council_member_key', ['key', 'member_id'], keys);
  }
  return changed;
}

/** What can be changed of a member. */
export function saidOf({ party, district, committee, post }: Said): Said {
  return { party, district, committee, post };
}

const knownBy = ({ term, name, constituency }: Listed): string => JSON.stringify([term, name, constituency ?? '']);
