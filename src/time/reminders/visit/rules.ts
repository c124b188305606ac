import { addDays, instantOf, todayIn } from '../../../korean/days.ts';
import { isFreeDay } from '../../../people/quiet.ts';
import { NOTICE_DAYS } from '../../../visit/notice/rules.ts';
import { type Visit, visitName } from '../../../visit/rules.ts';
import type { Day } from '../../../vocabulary/day.ts';
import type { KindName } from '../../../vocabulary/reminder.ts';
import type { Standing } from '../../../vocabulary/visit.ts';
import { endOf, loudNear, momentOn, workingDay } from '../moments.ts';
import { choiceOf, type Due, inChargeOf, type Office, type Window, wanting } from '../rules.ts';

const MINUTE = 60_000;
/** Days after a visit on which its result is asked for; from then on it stands in the digest. */
const RESULT_ASKED = [1, 3, 7];
/** A result that is still missing after this long needs other means than a reminder. */
const RESULT_DAYS = 14;

/** What one visit asks of people: to be there, to tell the council, to say what came of it. `createdOn` is the office's day. */
export function visitDues(visit: Visit, standing: Standing, createdOn: Day, office: Office): Due[] {
  if (visit.cancelled) return [];
  const inCharge = inChargeOf(visit.owner, office);
  const people = [...new Set([...inCharge, ...visit.staff])];
  const each = (dues: Own) => inCharge.flatMap((userId) => dues(visit, userId, createdOn, office));
  return [
    ...people.flatMap((userId) => aheadDues(visit, userId, office)),
    ...(isUntold(standing) ? [...each(noticeDues), ...each(unsharedDues)] : []),
    ...(visit.summary === null ? each(resultDues) : []),
  ];
}

/** What is asked of whoever is in charge. */
type Own = (visit: Visit, userId: string, createdOn: Day, office: Office) => Due[];

/**
 * The evening before and an hour before it begins, on the clocks of who goes. An hour before that would have to come the
 * evening before, because of quiet hours, is left out for who is told that evening anyway.
 */
function aheadDues(visit: Visit, userId: string, office: Office): Due[] {
  const record = visitName(visit.id);
  const start = instantOf(office.zone, visit.startsOn, visit.startTime);
  const evening = wanting('visit_evening', userId, record, office);
  const hour = wanting('visit_hour', userId, record, office);
  const dues: Due[] = [];
  if (evening) {
    const { clock } = evening.recipient;
    const day = addDays(todayIn(clock.zone, start), -1);
    const at = momentOn(day, evening.choice.time, 'before', clock, start);
    if (at) dues.push(aDue('visit_evening', record, userId, 0, todayIn(clock.zone, at), at, start));
  }
  if (hour) {
    const { clock } = hour.recipient;
    const at = loudNear(new Date(start.getTime() - hour.choice.minutes * MINUTE), 'before', clock, start);
    const sameDay = at !== null && todayIn(clock.zone, at) === todayIn(clock.zone, start);
    if (at && (sameDay || !evening)) {
      dues.push(aDue('visit_hour', record, userId, 1, `${record}:${visit.startsOn}T${visit.startTime}`, at, start));
    }
  }
  return dues;
}

/** Whether somebody of the council has still to hear of it, or to hear of it again. */
export const isUntold = (standing: Standing): boolean => standing === 'untold' || standing === 'stale';

/** Three days before; of one that is entered later than that, on the next morning. */
function noticeDues(visit: Visit, userId: string, createdOn: Day, office: Office): Due[] {
  const record = visitName(visit.id);
  const wanted = wanting('visit_notice', userId, record, office);
  if (!wanted) return [];
  const { clock } = wanted.recipient;
  const start = instantOf(office.zone, visit.startsOn, visit.startTime);
  const planned = addDays(visit.startsOn, -NOTICE_DAYS);
  const late = visit.origin === 'form' && createdOn > planned;
  const at = late
    ? momentOn(addDays(createdOn, 1), wanted.choice.time, 'after', clock, start)
    : momentOn(planned, wanted.choice.time, 'before', clock, start);
  if (at && at >= start) return [];
  return at ? [aDue('visit_notice', record, userId, 0, todayIn(clock.zone, at), at, start)] : [];
}

/** Once, on the day after it took place, or after it was entered. */
function unsharedDues(visit: Visit, userId: string, createdOn: Day, office: Office): Due[] {
  const record = visitName(visit.id);
  const wanted = wanting('visit_unshared', userId, record, office);
  if (!wanted) return [];
  const { clock } = wanted.recipient;
  const over = visit.origin === 'form' && createdOn > visit.endsOn ? createdOn : visit.endsOn;
  const until = endOf(addDays(over, RESULT_DAYS), office.zone);
  const at = momentOn(addDays(over, 1), wanted.choice.time, 'after', clock, until);
  return at ? [aDue('visit_unshared', record, userId, 0, todayIn(clock.zone, at), at, until)] : [];
}

function resultDues(visit: Visit, userId: string, createdOn: Day, office: Office): Due[] {
  const record = visitName(visit.id);
  const wanted = wanting('visit_result', userId, record, office);
  if (!wanted) return [];
  const { clock } = wanted.recipient;
  // A visit that is entered when it is over is given a day from then.
  const over = visit.origin === 'form' && createdOn > visit.endsOn ? createdOn : visit.endsOn;
  const until = endOf(addDays(over, RESULT_DAYS), office.zone);
  return RESULT_ASKED.flatMap((days, stage) => {
    const at = momentOn(addDays(over, days), wanted.choice.time, 'after', clock, until);
    return at ? [aDue('visit_result', record, userId, stage, todayIn(clock.zone, at), at, until)] : [];
  });
}

const aDue = (
  kind: KindName,
  record: string,
  to: string,
  stage: number,
  occasion: string,
  at: Date,
  until: Date,
): Due => ({ kind, record, to, stage, occasion, at, until });

/** The days that a working day's schedule tells of: itself, and the free days right after it. */
export function daysTold(day: Day, office: Pick<Office, 'holidays'>): Day[] {
  const days = [day];
  for (let next = addDays(day, 1); isFreeDay(next, office.holidays); next = addDays(next, 1)) days.push(next);
  return days;
}

/**
 * The schedule of the office's channel, on working days: a visit of a free day is told of on the working day before, together
 * with that day's own.
 */
export function scheduleDues(visits: readonly Visit[], office: Office, { from, to }: Window): Due[] {
  const choice = choiceOf('schedule_today', office.settings);
  if (office.channel === null || !choice.on) return [];
  const dues: Due[] = [];
  const last = todayIn(office.zone, to);
  for (let day = todayIn(office.zone, from); day <= last; day = addDays(day, 1)) {
    if (workingDay(day, 'before', office.holidays) !== day) continue;
    const told = daysTold(day, office);
    const { channel, zone } = office;
    for (const visit of visits) {
      if (visit.cancelled || !told.some((it) => visit.startsOn <= it && it <= visit.endsOn)) continue;
      const at = instantOf(zone, day, choice.time);
      dues.push(aDue('schedule_today', visitName(visit.id), channel, 0, day, at, endOf(day, zone)));
    }
  }
  return dues;
}
