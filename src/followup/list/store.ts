import type { ExpressionBuilder } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import type { Schema } from '../../base/db/schema.ts';
import { narrowedBy } from '../../base/db/words.ts';
import { MOST_LOOKED_AT } from '../../korean/near.ts';
import { atOneMoment, EVERY_ROW, findPage, holdWords, type Part, type Sought } from '../../register/pages.ts';
import { isKind, isStatus, type Kind, type Status } from '../../vocabulary/followup.ts';
import { type Followup, isOpen } from '../rules.ts';
import { NO_DUE, toFollowup } from '../stored.ts';

/** What to list: all conditions hold at once; `open` alone is everything still owed. */
export type FollowupFilter = {
  open?: true;
  status?: Status;
  kinds?: readonly Kind[];
  owner?: string | null;
  department?: string;
  /** Still owed, and without a due day. */
  undated?: true;
  /** Due before this day and still owed. */
  overdueOn?: string;
  /** Due between these days, both included. */
  due?: { from: string; to: string };
  auditYear?: number;
  memberId?: number;
  /** Each must occur in title, requester, department or answer. */
  words?: readonly string[];
};

export type Page = { followups: Followup[]; count: number };

/** One page, what is due first first, with the count of all pages. Voided ones are left out. */
export async function findFollowups(db: Database, filter: FollowupFilter, page: Part): Promise<Page> {
  return atOneMoment(db, async (db) => {
    const narrowed = await narrowedBy(db, 'followup', filter.words ?? []);
    const fits = (eb: Eb, inOrder: boolean) => matches(eb, filter, { narrowed, inOrder });
    const { rows, count } = await findPage(db, 'followup', { fits, order: [['sort_due'], ['id']] }, page);
    return { followups: rows.map(toFollowup), count };
  });
}

/** Every one that fits, in the order they were entered, one at a time. */
export async function* streamFollowups(db: Database, filter: FollowupFilter): AsyncGenerator<Followup> {
  const rows = db
    .selectFrom('followup')
    .selectAll()
    .where((eb) => matches(eb, filter))
    .orderBy('id')
    .stream();
  for await (const row of rows) yield toFollowup(row);
}

/** How many there are; voided ones are left out. */
export async function countFollowups(db: Database, filter: FollowupFilter): Promise<number> {
  const counting = db.selectFrom('followup').select((eb) => eb.fn.countAll<number>().as('count'));
  return (await counting.where((eb) => matches(eb, filter)).executeTakeFirstOrThrow()).count;
}

export type Count = { kind: Kind; status: Status; count: number };

/** How many there are of each kind and status; voided ones are left out. */
export async function countByKind(db: Database, filter: FollowupFilter): Promise<Count[]> {
  const rows = await db
    .selectFrom('followup')
    .select((eb) => ['kind', 'status', eb.fn.countAll<number>().as('count')])
    .where((eb) => matches(eb, filter))
    .groupBy(['kind', 'status'])
    .execute();
  return rows.flatMap(({ kind, status, count }) => (isKind(kind) && isStatus(status) ? [{ kind, status, count }] : []));
}

/** Which of these words are departments that something is or was owed by. */
export async function findDepartments(db: Database, words: readonly string[]): Promise<string[]> {
  const departments: string[] = [];
  for (const word of new Set(words)) {
    const one = db.selectFrom('followup').select('department').where('department', '=', word).limit(1);
    if (await one.executeTakeFirst()) departments.push(word);
  }
  return departments;
}

type Eb = ExpressionBuilder<Schema, 'followup'>;

function matches(eb: Eb, filter: FollowupFilter, sought: Sought = EVERY_ROW) {
  const { open, status, kinds, owner, department, undated, overdueOn, due, auditYear, memberId, words = [] } = filter;
  const owed = open === true || undated === true || overdueOn !== undefined || (status !== undefined && isOpen(status));
  return eb.and([
    // What is voided is not open any more: one condition, so that an index alone can answer.
    ...(owed ? [eb('open', '=', 1)] : []),
    ...(owed && status === undefined ? [] : [eb('voided_at', 'is', null)]),
    ...(status ? [eb('status', '=', status), eb('open', '=', isOpen(status) ? 1 : 0)] : []),
    ...(kinds ? [eb('kind', 'in', kinds)] : []),
    ...(owner === undefined ? [] : [eb('owner', owner === null ? 'is' : '=', owner)]),
    ...(department ? [eb('department', '=', department)] : []),
    ...(undated ? [eb('sort_due', '=', NO_DUE), eb('due', 'is', null)] : []), // the first is in an index
    ...(overdueOn ? [eb('sort_due', '<', overdueOn)] : []),
    ...(due ? [eb.between('sort_due', due.from, due.to)] : []),
    ...(auditYear === undefined ? [] : [eb('audit_year', '=', auditYear)]),
    ...(memberId === undefined ? [] : [eb('member_id', '=', memberId)]),
    ...holdWords(eb, words, ['title', 'requester', 'department', 'answer'], sought),
  ]);
}

/** The contents of the newest follow-ups: what a word that is found nowhere may have meant. */
export async function findTexts(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('followup')
    .select(['title', 'department', 'requester'])
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  return rows.flatMap((row) => Object.values(row).flatMap((it) => it ?? []));
}
