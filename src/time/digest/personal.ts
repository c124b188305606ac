import type { Database } from '../../base/db/database.ts';
import { findFollowups } from '../../followup/list/store.ts';
import { addDays, todayIn } from '../../korean/days.ts';
import { isManager } from '../../people/rules.ts';
import { findOpenProposals } from '../../pledge/proposal/store.ts';
import { countWaitingFor } from '../../spending/approval/store.ts';
import { findVisits } from '../../visit/list/store.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { Personal } from './personal-views.ts';
import type { Week } from './week.ts';

/** Rows with a button each; the rest are counted. */
const MOST = 10;
/** Of what stands there every week until something is done about it. */
const MOST_LASTING = 5;
/** By then a result has been asked for three times. */
const RESULT_DAYS = 7;

export async function personalOf(
  db: Database,
  week: Week,
  person: Person,
  { now, zone }: { now: Date; zone: string },
): Promise<Personal> {
  const today = todayIn(zone, now);
  const page = { offset: 0, limit: MOST };
  const days = { from: week.from, to: week.to };
  const few = { offset: 0, limit: MOST_LASTING };
  const mine = { owner: person.userId };
  const due = await findFollowups(db, { ...mine, overdueOn: addDays(week.to, 1) }, page);
  const overdue = await findFollowups(db, { ...mine, overdueOn: today }, { offset: 0, limit: 0 });
  return {
    today,
    visits: await findVisits(db, { days, person: person.userId, cancelled: false }, page),
    followups: { ...due, overdue: overdue.count },
    resultless: await findVisits(db, { person: person.userId, resultless: addDays(today, -RESULT_DAYS) }, few),
    undated: await findFollowups(db, { ...mine, undated: true }, few),
    proposals: isManager(person) ? (await findOpenProposals(db)).length : 0,
    approvals: await countWaitingFor(db, person, today),
  };
}
