import type { Database } from '../../base/db/database.ts';
import { countFollowups, findFollowups } from '../../followup/list/store.ts';
import { followupName } from '../../followup/rules.ts';
import { addDays, todayIn } from '../../korean/days.ts';
import { isManager } from '../../people/rules.ts';
import { findOpenProposals } from '../../pledge/proposal/store.ts';
import { countWaitingFor } from '../../spending/approval/store.ts';
import { expenseName } from '../../spending/expense/rules.ts';
import { findOwedSpends } from '../../spending/saving/owed.ts';
import { findVisits } from '../../visit/list/store.ts';
import { visitName } from '../../visit/rules.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { Personal } from './personal-views.ts';
import type { Week } from './week.ts';

/** Rows with a button each; the rest are counted. */
const MOST = 10;
/** Of what stands there every week until something is done about it. */
const MOST_LASTING = 5;
/** By then a result has been asked for three times. */
const RESULT_DAYS = 7;

/** `toldToday`: the records that reminders tell this person of on the same day; they are only counted. */
export async function personalOf(
  db: Database,
  week: Week,
  person: Person,
  { now, zone }: { now: Date; zone: string },
  toldToday: ReadonlySet<string> = new Set(),
): Promise<Personal> {
  const today = todayIn(zone, now);
  const page = { offset: 0, limit: MOST + toldToday.size };
  const few = { offset: 0, limit: MOST_LASTING + toldToday.size };
  const days = { from: week.from, to: week.to };
  const mine = { owner: person.userId };
  const due = await findFollowups(db, { ...mine, overdueOn: addDays(week.to, 1) }, page);
  const overdue = await countFollowups(db, { ...mine, overdueOn: today });
  const visits = await findVisits(db, { days, person: person.userId, cancelled: false }, page);
  const resultless = await findVisits(db, { person: person.userId, resultless: addDays(today, -RESULT_DAYS) }, few);
  const undated = await findFollowups(db, { ...mine, undated: true }, few);
  const rest = <Item extends { id: number }>(items: readonly Item[], name: (id: number) => string, most: number) =>
    items.filter(({ id }) => !toldToday.has(name(id))).slice(0, most);
  const all = [
    ...[...visits.visits, ...resultless.visits].map(({ id }) => visitName(id)),
    ...[...due.followups, ...undated.followups].map(({ id }) => followupName(id)),
  ];
  return {
    today,
    visits: { ...visits, visits: rest(visits.visits, visitName, MOST) },
    followups: { ...due, followups: rest(due.followups, followupName, MOST), overdue },
    resultless: { ...resultless, visits: rest(resultless.visits, visitName, MOST_LASTING) },
    undated: { ...undated, followups: rest(undated.followups, followupName, MOST_LASTING) },
    owed: (await findOwedSpends(db, person.userId, now)).filter(
      ({ expense }) => !toldToday.has(expenseName(expense.id)),
    ),
    toldToday: new Set(all.filter((name) => toldToday.has(name))).size,
    proposals: isManager(person) ? (await findOpenProposals(db)).length : 0,
    approvals: await countWaitingFor(db, person, today),
  };
}
