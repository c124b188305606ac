import type { Database } from '../../../base/db/database.ts';
import { Given } from '../../../followup/given.ts';
import { type Followup, followupName } from '../../../followup/rules.ts';
import { GIVEN } from '../../../followup/store.ts';
import { addDays } from '../../../korean/days.ts';
import { findSentSince } from '../../../outbox/store.ts';
import type { Day } from '../../../vocabulary/day.ts';
import { isStatus } from '../../../vocabulary/followup.ts';

export type Owed = Pick<Followup, 'id' | 'owner' | 'due' | 'status' | 'voided'>;

const SOON_DAYS = 3;

/**
 * What is still owed and due until shortly after a day. What was due before the app began to remind is left out, unless it
 * was entered since: a file of old demands is no reason to write to anybody. Runs along the index followup_open.
 */
export async function findOwed(
  db: Database,
  until: Day,
  begun: { day: Day; at: Date },
  within: number,
): Promise<Owed[]> {
  const rows = await db
    .selectFrom('followup')
    .select(['id', 'owner', 'due', 'status'])
    .where('open', '=', 1)
    .where('sort_due', '<=', addDays(until, SOON_DAYS + within))
    .where((eb) =>
      eb.or([
        eb('sort_due', '>=', begun.day),
        eb.and([eb('created_at', '>', begun.at.toISOString()), eb('origin', 'in', ['form', 'record'])]),
      ]),
    )
    .execute();
  return rows.flatMap(({ id, owner, due, status }) =>
    isStatus(status) ? [{ id, owner, due, status, voided: false }] : [],
  );
}

/** What somebody was told since that it is theirs from now on, by name. */
export async function findGivenSince(db: Database, userId: string, since: Date): Promise<Set<string>> {
  const told = await findSentSince(db, GIVEN, userId, since);
  return new Set(told.map((subject) => followupName(Given.parse(subject).id)));
}
