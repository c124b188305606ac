import type { Deps } from '../../../base/deps.ts';
import { instantOf, todayIn } from '../../../korean/days.ts';
import { findHolidays } from '../../../people/holidays.ts';
import type { Day } from '../../../vocabulary/day.ts';
import { CALL, findAsked, markCalled, putMessage } from '../message/store.ts';
import { findAllWaiting, findApproval, findOffice, type Waiting } from '../store.ts';
import { CALLS, type Call, calledBy, callsDue } from './rules.ts';

/** The hour at which a call is made. */
const CALLED_AT = '09:00';

/** Calls about requests that have waited for working days: each call once, and the next one where nobody is there for one. */
export async function callAboutWaiting(deps: Deps): Promise<void> {
  const { db, now, config } = deps;
  const waiting = (await findAllWaiting(db)).filter(({ approval }) => approval.outAt !== null);
  if (waiting.length === 0) return;
  const today = todayIn(config.timezone, now());
  const from = waiting.map(({ approval }) => todayIn(config.timezone, approval.outAt ?? now())).toSorted()[0] ?? today;
  const holidays = await findHolidays(db, from, today);
  for (const { expense, approval } of waiting) {
    if (approval.outAt === null) continue;
    const { calls, days } = callsDue(approval.outAt, { now: now(), zone: config.timezone, holidays });
    if (calls > approval.called) await call({ expense, approval }, { calls, days, today }, deps);
  }
}

/** All that are due are made at once after a pause of the app: who is called last must not wait for days once more. */
async function call(
  { expense, approval: { version } }: Waiting,
  { calls, days, today }: { calls: number; days: number; today: Day },
  { db: outside, now, config }: Deps,
): Promise<void> {
  const dueAt = new Date(Math.max(now().getTime(), instantOf(config.timezone, today, CALLED_AT).getTime()));
  await outside.transaction().execute(async (db) => {
    const approval = await findApproval(db, expense.id);
    if (approval?.version !== version) return;
    const office = await findOffice(db, today);
    let [made, due] = [approval.called, calls];
    while (made < due) {
      const called = CALLS[made] as Call;
      const people = calledBy(called, await findAsked(db, approval), { expense, approval }, office);
      for (const { userId } of people) {
        const key = `${CALL}:E${expense.id}:v${version}:${called}:${userId}`;
        const subject = { expenseId: expense.id, version, call: called, days };
        await putMessage(db, { key, kind: CALL, userId, subject }, now(), dueAt);
      }
      made += 1;
      if (called === 'others' && people.length === 0) due = CALLS.length;
    }
    await markCalled(db, expense.id, made);
  });
}
