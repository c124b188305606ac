import type { Deps } from '../../base/deps.ts';
import { findUnexplained } from '../../council/policies/standing.ts';
import { countFollowups } from '../../followup/list/store.ts';
import { clockIn } from '../../korean/days.ts';
import { countFailed } from '../../outbox/failed/store.ts';
import { countFarTooLate } from '../../outbox/store.ts';
import { isAdministrator, isManager } from '../../people/rules.ts';
import { findAllWaiting } from '../../spending/approval/store.ts';
import { findHeldTotal } from '../../spending/ledger/store.ts';
import { countVisits } from '../../visit/list/store.ts';
import { untoldOf } from '../../visit/notice/rules.ts';
import { findPrograms } from '../../visit/programs/store.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { ToCheck } from './page.ts';

/** What managers and administrators have to see to, or to ask somebody about: only what there is. Nothing for anybody else. */
export async function findToCheck(person: Person, today: string, { db, config, now }: Deps): Promise<ToCheck[]> {
  if (!isManager(person)) return [];
  const programs = await findPrograms(db);
  const failed = isAdministrator(person) ? await countFailed(db) : 0;
  const counts: Record<ToCheck['what'], number> = {
    overdue: await countFollowups(db, { overdueOn: today }),
    undated: await countFollowups(db, { undated: true }),
    resultless: await countVisits(db, { resultless: today }),
    unshared: await countVisits(db, { untold: untoldOf(programs), cancelled: false }),
    unexplained: (await findUnexplained(db, { day: today, time: clockIn(config.timezone, now()) })).length,
    approvals: (await findAllWaiting(db)).length,
    held: (await findHeldTotal(db, null)).rows,
    failed,
    // Where some have failed, the way to the others leads by them.
    late: isAdministrator(person) && failed === 0 ? await countFarTooLate(db, now()) : 0,
  };
  const all = Object.entries(counts) as [ToCheck['what'], number][];
  return all.flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));
}
