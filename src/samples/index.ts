import type { Database } from '../base/db/database.ts';
import { noteNews } from '../desk/home/news.ts';
import type { Day } from '../vocabulary/day.ts';
import { addCouncilSamples } from './council.ts';
import { addFollowupSamples } from './followup.ts';
import { addPledgeSamples } from './pledge.ts';
import { addReportSamples } from './report.ts';
import { addSamples } from './spending.ts';
import { addVisitSamples } from './visit.ts';

/** Fills an empty register with made-up records of every noun, marked as samples. `today` is the office's day. */
export async function addEverySample(db: Database, now: Date, today: Day): Promise<void> {
  await noteNews(db, now);
  await addSamples(db, now, today);
  await addPledgeSamples(db, now);
  await addCouncilSamples(db, now, today);
  await addFollowupSamples(db, now, today);
  await addVisitSamples(db, now, today);
  await addReportSamples(db, now);
}
