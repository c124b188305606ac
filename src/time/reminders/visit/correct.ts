import { z } from 'zod';
import type { Deps } from '../../../base/deps.ts';
import { formatDay } from '../../../korean/day-words.ts';
import { addDays, todayIn } from '../../../korean/days.ts';
import type { Compose } from '../../../outbox/compose.ts';
import type { Entry } from '../../../outbox/rules.ts';
import { putEntries } from '../../../outbox/store.ts';
import { putUpdate } from '../../../outbox/update/store.ts';
import { plainMessage } from '../../../slack/privately.ts';
import { textFor } from '../../../text/index.ts';
import { placeWords, whenWords } from '../../../visit/words.ts';
import { endOf } from '../moments.ts';
import type { Office } from '../rules.ts';
import {
  findPlanChange,
  findPlanChanges,
  findPostedSchedules,
  type PlanChange,
  type Planned,
  type Posted,
} from './posted/store.ts';
import { daysTold } from './rules.ts';
import { correctedSchedule } from './schedule.ts';

export const SCHEDULE_LINE = 'schedule_line';

const Line = z.object({ thread: z.string(), change: z.number(), day: z.string() });

/** The longest run of free days is eleven: a schedule is of use until then. */
const DAYS_KEPT = 12;

export type Correction = { key: string; message: Awaited<ReturnType<typeof correctedSchedule>>; lines: Entry[] };

/** The posted schedules that changes after one and until another have made wrong, as they should be, and what to say below them. */
export async function findCorrections(deps: Deps, office: Office, since: number, to: number): Promise<Correction[]> {
  const changes = (await findPlanChanges(deps.db, since, to)).filter(isTold);
  if (changes.length === 0 || office.channel === null) return [];
  const today = todayIn(office.zone, office.now);
  const corrections: Correction[] = [];
  for (const posted of await findPostedSchedules(deps.db, office.channel, addDays(today, -DAYS_KEPT))) {
    const days = daysTold(posted.day, office);
    const last = days.at(-1) ?? posted.day;
    const touching = changes.filter(
      ({ at, before, after }) =>
        at >= posted.putAt &&
        [before, after].some((plan) => plan !== null && plan.startsOn <= last && plan.endsOn >= posted.day),
    );
    if (last < today || touching.length === 0) continue;
    const message = await correctedSchedule(posted.day, posted.putAt, office, deps);
    corrections.push({ key: posted.key, message, lines: linesOf(posted, touching, endOf(last, office.zone), office) });
  }
  return corrections;
}

/** In the transaction that notes that the changes were looked at. */
export async function putCorrections(db: Deps['db'], corrections: readonly Correction[], now: Date): Promise<void> {
  for (const { key, message, lines } of corrections) {
    await putUpdate(db, key, message, now);
    await putEntries(db, lines, now);
  }
}

/** What people in the channel see of a plan: a change of anything else is none to them. */
const isTold = ({ action, before, after }: PlanChange): boolean =>
  action !== 'changed' || before?.title !== after?.title || before?.programId !== after?.programId;

const linesOf = ({ day, ts }: Posted, changes: readonly PlanChange[], until: Date, office: Office): Entry[] =>
  ts === null || office.channel === null
    ? []
    : changes.map(({ id }) => ({
        key: `${SCHEDULE_LINE}:${day}:${id}`,
        kind: SCHEDULE_LINE,
        recipient: office.channel ?? '',
        subject: { thread: ts, change: id, day } satisfies z.infer<typeof Line>,
        dueAt: office.now,
        expiresAt: until,
      }));

/** Below a posted schedule: what was and what is; no reasons, and no names of people. */
export const composeScheduleLine: Compose = async ({ subject }, { db, config }) => {
  const { change: id, day } = Line.parse(subject);
  const change = await findPlanChange(db, id);
  const text = textFor(config.language);
  const { action, before, after } = change ?? {};
  if (!after) return null;
  const words = text.reminder.scheduleLines;
  const whole = (plan: Planned) => `${whenWords(plan, text, day)} ${placeWords(plan, text)}`;
  const title = after.title.replaceAll('\n', ' ');
  if (action === 'planned') return plainMessage(words.planned(title, whole(after)));
  if (action === 'cancelled') return plainMessage(words.cancelled(title, whole(after)));
  if (action === 'restored') return plainMessage(words.restored(title, whole(after)));
  if (action === 'moved' && before) return plainMessage(words.moved(title, whole(before), whole(after)));
  return plainMessage(
    words.changed(before?.title.replaceAll('\n', ' ') ?? '', title, formatDay(after.startsOn, text.language, day)),
  );
};
