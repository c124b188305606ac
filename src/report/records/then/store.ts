import type { Database } from '../../../base/db/database.ts';
import { pledgeName } from '../../../pledge/rules.ts';
import { findPledgesOf } from '../../../pledge/store.ts';
import { isAccount } from '../../../vocabulary/expense.ts';
import { isStatus, type Status } from '../../../vocabulary/followup.ts';
import type { Records } from '../records.ts';

// What records were at the end of a day, by the history of what changed since.

/** Budgets as they were then: a later change is taken back by its history. */
export async function findBudgetsThen(db: Database, until: string): Promise<Records['budgets']> {
  const rows = await db.selectFrom('budget').selectAll().execute();
  const later = await changesAfter(db, 'budget', until);
  return rows.map(({ year, account, won }) => {
    const first = later.get(`${year}/${account}`);
    // Set later than the day, but about its year: what was changed since was put right.
    const before = first && !first.isEntered ? first.before?.won : won;
    return { year, account: isAccount(account) ? account : null, won: typeof before === 'number' ? before : won };
  });
}

/** The pledges of a term as they were then. Where the whole list was entered later, as it was entered is all that is known of it. */
export async function findPledgesThen(db: Database, term: number, until: string): Promise<Records['pledges']> {
  const rows = await findPledgesOf(db, term);
  const wasKnown = rows.some(({ createdAt }) => createdAt < until);
  const later = await changesAfter(db, 'pledge', until);
  const there = rows.filter(({ createdAt, voidedAt }) =>
    createdAt < until ? voidedAt === null || voidedAt >= until : !wasKnown && voidedAt === null,
  );
  return there.map(({ pledge, createdAt }) => {
    const first = later.get(String(pledge.id));
    const before = first && createdAt < until ? first.before : null;
    const { code, type, field } = { ...pledge, ...before } as typeof pledge;
    const codeShared = code !== null && there.some(({ pledge: it }) => it.code === code && it.id !== pledge.id);
    return { name: pledgeName({ id: pledge.id, code, codeShared }), type, field };
  });
}

type Later = { before: Record<string, unknown> | null; isEntered: boolean };

/** The first change of each record after a moment, which says what it was before, and whether it was entered by it. */
async function changesAfter(db: Database, noun: string, until: string): Promise<Map<string, Later>> {
  const rows = await db
    .selectFrom('history')
    .select(['record', 'before'])
    .where('noun', '=', noun)
    .where('at', '>=', until)
    .orderBy('id')
    .execute();
  const first = new Map<string, Later>();
  for (const { record, before } of rows) {
    const told = before === null ? null : (JSON.parse(before) as Record<string, unknown>);
    const known = first.get(record);
    const isEntered = known?.isEntered ?? told === null;
    // What was entered later than that has its first entry for the state it had: nothing older is known of it.
    if (!known || (known.before === null && told !== null)) first.set(record, { before: told, isEntered });
  }
  return first;
}

/** Follow-ups whose state was another one then. */
export async function findStatesThen(db: Database, until: string): Promise<ReadonlyMap<number, Status>> {
  const states = new Map<number, Status>();
  for (const [record, { before }] of await changesAfter(db, 'followup', until)) {
    if (isStatus(before?.status)) states.set(Number(record), before.status);
  }
  return states;
}
