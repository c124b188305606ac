import { formatDay } from '../../../korean/day-words.ts';
import { addDays, dayOf, todayIn } from '../../../korean/days.ts';
import { endOf, momentOn } from '../moments.ts';
import { type Due, MOST_MOVED_DAYS, type Office, type Recipient, type Window, wanting } from '../rules.ts';
import type { Item, Topic } from '../topic.ts';

/** The day a birthday is kept in a year: who was born on 29 February has it on the 28th in most. */
export function birthdayIn(year: number, birthday: string): string | null {
  const [month, day] = birthday.split('-').map(Number);
  return dayOf(year, month ?? 0, day ?? 0) ?? (birthday === '02-29' ? dayOf(year, 2, 28) : null);
}

const recordOf = (userId: string, day: string): string => `birthday:${userId}:${day}`;

/** On the morning of the day, or of the working day before it, to every manager but the one whose day it is. */
export function birthdayDues(who: Recipient, office: Office, { from, to }: Window): Due[] {
  const { birthday } = who.settings;
  if (birthday === null) return [];
  const last = addDays(todayIn(office.zone, to), MOST_MOVED_DAYS);
  const years = [Number(todayIn(office.zone, from).slice(0, 4)), Number(last.slice(0, 4))];
  return [...new Set(years)].flatMap((year) => {
    const day = birthdayIn(year, birthday);
    if (day === null) return [];
    const record = recordOf(who.person.userId, day);
    return office.managers.flatMap(({ person: { userId } }): Due[] => {
      const wanted = userId === who.person.userId ? null : wanting('birthday', userId, record, office);
      if (!wanted) return [];
      const { clock } = wanted.recipient;
      const until = endOf(day, office.zone);
      const at = momentOn(day, wanted.choice.time, 'before', clock, until);
      if (!at) return [];
      return [{ kind: 'birthday', record, to: userId, stage: 0, occasion: todayIn(clock.zone, at), at, until }];
    });
  });
}

export const birthdayTopic: Topic = {
  kinds: ['birthday'],

  async find(_db, office, window) {
    return [...office.recipients.values()].flatMap((who) => birthdayDues(who, office, window));
  },

  async items(_db, records, office, { text, today }) {
    const items = new Map<string, Item>();
    for (const record of records) {
      const [, userId = '', day = ''] = record.split(':');
      const who = office.recipients.get(userId);
      if (!who) continue;
      items.set(record, {
        words: text.reminder.birthdayRow(who.person.name, formatDay(day, text.language, today)),
        pending: day >= today,
        whose: null,
        maker: null,
        history: null,
        day,
        time: null,
      });
    }
    return items;
  },
};
