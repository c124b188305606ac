import type { Deps } from '../../../base/deps.ts';
import { formatDay, formatMoment } from '../../../korean/day-words.ts';
import { daysBetween, todayIn } from '../../../korean/days.ts';
import type { Message } from '../../../slack/privately.ts';
import { textFor } from '../../../text/index.ts';
import { findVisits } from '../../../visit/list/store.ts';
import { findPrograms } from '../../../visit/programs/store.ts';
import { dayOffWords, placeWords, programWords } from '../../../visit/words.ts';
import { choiceOf, type Office } from '../rules.ts';
import { daysTold } from './rules.ts';
import { scheduleMessage } from './views.ts';

/** More than the mayor can do in a day and a holiday week. */
const MOST_VISITS = 100;

/** The day's schedule for everybody in the channel: when, what, where; no names of people, and no money. */
export async function composeSchedule(day: string, office: Office, deps: Deps): Promise<Message | null> {
  if (office.channel === null || !choiceOf('schedule_today', office.settings).on) return null;
  return day === todayIn(office.zone, office.now) ? drawSchedule(day, office, deps, null) : null;
}

/** A schedule that was posted on its day at that time, as things stand now: what was called off since stays in it, as such. */
export async function correctedSchedule(day: string, postedAt: Date, office: Office, deps: Deps): Promise<Message> {
  const text = textFor(deps.config.language);
  const drawn = await drawSchedule(day, office, deps, postedAt);
  return drawn ?? scheduleMessage([], 0, text, correctedWords(day, office, deps));
}

const correctedWords = (day: string, { zone, now }: Office, { config }: Deps): string => {
  const text = textFor(config.language);
  return text.reminder.corrected(formatMoment(now, zone, text.language, day));
};

async function drawSchedule(day: string, office: Office, deps: Deps, postedAt: Date | null): Promise<Message | null> {
  const text = textFor(deps.config.language);
  const programs = new Map((await findPrograms(deps.db)).map((program) => [program.id, program]));
  const days = [];
  let total = 0;
  for (const told of daysTold(day, office)) {
    const filter = { days: { from: told, to: told }, ...(postedAt ? {} : { cancelled: false }) };
    const { visits } = await findVisits(deps.db, filter, { offset: 0, limit: MOST_VISITS });
    const shown = visits.filter((visit) => !visit.cancelled || (postedAt !== null && visit.changedAt >= postedAt));
    if (shown.length === 0) continue;
    total += shown.filter(({ cancelled }) => !cancelled).length;
    const off = dayOffWords(told, office.holidays, text);
    const title = [
      text.reminder.day(daysBetween(day, told), formatDay(told, text.language, day)),
      ...(told === day ? [formatDay(told, text.language, day)] : []),
      ...(off ? [`(${off})`] : []),
    ];
    const rows = shown.map((visit) => {
      const begins = visit.startsOn === told ? visit.startTime : text.reminder.goesOn;
      const ends = visit.endsOn === told ? visit.endTime : null;
      const hours = [begins, ends].filter(Boolean).join('–');
      return [
        `${visit.cancelled ? text.reminder.calledOff(hours) : hours}  ${visit.title.replaceAll('\n', ' ')}`,
        [placeWords(visit, text), programWords(programs.get(visit.programId), text)].join(' · '),
      ].join('\n');
    });
    days.push({ title: title.join(' '), rows });
  }
  if (days.length === 0) return null;
  return scheduleMessage(days, total, text, postedAt ? correctedWords(day, office, deps) : null);
}
