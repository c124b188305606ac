import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../../base/db/database.ts';
import { lettersOf } from '../../../korean/hangul.ts';
import { nearWords, withNear } from '../../../korean/near.ts';
import { districtsInHangul } from '../../../people/districts/names.ts';
import { findDistricts } from '../../../people/districts/store.ts';
import { type CouncilMember, memberKeys } from '../rules.ts';
import { findMemberTexts, findTerm, LAST, MANY } from '../store.ts';
import { toMember } from '../stored.ts';

/**
 * Members in office whom every word begins a part of: of a name, party, district, committee, post or constituency, whole or
 * in initials (`ㅊㅅ`). Nothing typed finds the first of all by name.
 */
export async function searchMembers(db: Database, typed: string, limit: number): Promise<CouncilMember[]> {
  const words = wordsOf(await inHangul(db, typed));
  const [first] = words;
  if (first === undefined) {
    const rows = await db
      .selectFrom('council_member')
      .selectAll()
      .where('term', '=', await findTerm(db))
      .orderBy('name')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(toMember);
  }
  const rarest = await rarestFirst(db, words);
  let keys = db
    .selectFrom('council_member_key')
    .select('member_id')
    .distinct()
    .where('key', '>=', rarest[0] ?? first)
    .where('key', '<', (rarest[0] ?? first) + LAST);
  for (const word of rarest.slice(1)) {
    keys = keys.where(
      sql<SqlBool>`exists (select 1 from council_member_key as other where other.member_id = council_member_key.member_id
        and other.key >= ${word} and other.key < ${word + LAST})`,
    );
  }
  const rows = await db
    .selectFrom(keys.limit(limit).as('found'))
    .innerJoin('council_member', 'council_member.id', 'found.member_id')
    .selectAll('council_member')
    .execute();
  return rows.map(toMember).sort((a, b) => a.name.localeCompare(b.name, 'ko') || a.id - b.id);
}

/** The same while somebody types: where nothing is found, what one letter beside it finds, and what that was taken for. */
export async function searchLikelyMembers(
  db: Database,
  typed: string,
  limit: number,
): Promise<{ found: CouncilMember[]; as: string }> {
  const found = await searchMembers(db, typed, limit);
  const near =
    found.length === 0 && nearWords(typed.split(' ').filter(Boolean), await findMemberTexts(db, 'in_office'));
  const as = near ? withNear(typed, near) : typed;
  return { found: near ? await searchMembers(db, as, limit) : found, as };
}

/** Whether it is their party alone that answers to some of the words. */
export function isFoundByParty(member: CouncilMember, typed: string): boolean {
  const keys = memberKeys({ ...member, party: null });
  const ofParty = memberKeys({ ...NAMELESS, party: member.party });
  const begins = (all: readonly string[], word: string) => all.some((key) => key.startsWith(word));
  return wordsOf(typed).some((word) => begins(ofParty, word) && !begins(keys, word));
}

const NAMELESS = { name: '', term: null, district: null, committee: null, post: null, constituency: null };

/** `Gangnam-gu` is looked for as 강남: that is what the keys hold. */
async function inHangul(db: Database, typed: string): Promise<string> {
  if (!/[a-z]/i.test(typed)) return typed;
  return districtsInHangul(typed.split(' '), await findDistricts(db)).join(' ');
}

/** The word that fewest keys begin with first: the others are then looked up for few members. */
async function rarestFirst(db: Database, words: readonly string[]): Promise<string[]> {
  if (words.length < 2) return [...words];
  const counted = [];
  for (const word of words) {
    const some = db
      .selectFrom('council_member_key')
      .select('member_id')
      .where('key', '>=', word)
      .where('key', '<', word + LAST)
      .limit(MANY)
      .as('some');
    const { count } = await db
      .selectFrom(some)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counted.push({ word, count });
  }
  return counted.sort((a, b) => a.count - b.count).map(({ word }) => word);
}

/** What was typed as the index has it, longest first; `의원` after a name says nothing. */
function wordsOf(typed: string): string[] {
  const words = typed
    .split(/[\s,·()]+/)
    .filter((word) => word !== '' && !/^(?:시?의원님?|council|members?)$/i.test(word));
  return words
    .map((word) => lettersOf(word.replace(/(?<=[가-힣]{2})(?:시?의원님?)$/, '')))
    .sort((a, b) => b.length - a.length);
}
