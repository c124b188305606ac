import { addDays, instantOf, todayIn } from '../../korean/days.ts';
import { findOffice, type Outside } from './office.ts';
import { TOPICS } from './topics.ts';

/** The records that somebody's reminders tell of on their today, past and to come: what else is said that day need not repeat them. */
export async function findToldToday(userId: string, outside: Outside): Promise<Set<string>> {
  const office = await findOffice(outside);
  const zone = office.recipients.get(userId)?.clock.zone;
  if (!zone) return new Set();
  const today = todayIn(zone, office.now);
  const from = instantOf(zone, today, '00:00');
  const to = instantOf(zone, addDays(today, 1), '00:00');
  const records = new Set<string>();
  for (const topic of TOPICS) {
    for (const due of await topic.find(outside.db, { ...office, only: userId }, { from, to })) {
      if (due.to === userId && due.at >= from && due.at < to) records.add(due.record);
    }
  }
  return records;
}
