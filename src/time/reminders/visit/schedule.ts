import type { Deps } from '../../../base/deps.ts';
import { formatDay } from '../../../korean/day-words.ts';
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
  const today = todayIn(office.zone, office.now);
  if (day !== today) return null;
  const text = textFor(deps.config.language);
  const programs = new Map((await findPrograms(deps.db)).map((program) => [program.id, program]));
  const days = [];
  for (const told of daysTold(day, office)) {
    const filter = { days: { from: told, to: told }, cancelled: false };
    const { visits, count } = await findVisits(deps.db, filter, { offset: 0, limit: MOST_VISITS });
    if (count === 0) continue;
    const off = dayOffWords(told, office.holidays, text);
    const title = [
      text.reminder.day(daysBetween(today, told), formatDay(told, text.language, today)),
      ...(told === today ? [formatDay(told, text.language, today)] : []),
      ...(off ? [`(${off})`] : []),
    ];
    const rows = visits.map((visit) => {
      const begins = visit.startsOn === told ? visit.startTime : text.reminder.goesOn;
      const ends = visit.endsOn === told ? visit.endTime : null;
      return [
        `${[begins, ends].filter(Boolean).join('–')}  ${visit.title.replaceAll('\n', ' ')}`,
        [placeWords(visit, text), programWords(programs.get(visit.programId), text)].join(' · '),
      ].join('\n');
    });
    days.push({ title: title.join(' '), rows });
  }
  return days.length === 0 ? null : scheduleMessage(days, text);
}
