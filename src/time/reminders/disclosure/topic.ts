import { isDisclosed } from '../../../disclosure/store.ts';
import { formatDay } from '../../../korean/day-words.ts';
import { addDays } from '../../../korean/days.ts';
import type { Due } from '../rules.ts';
import type { Item, Topic } from '../topic.ts';
import { deadlinesIn, disclosureDues } from './rules.ts';

/** A reminder that free days moved lies this long before its deadline at the most. */
const DAYS_AHEAD = 17;
const DAY = 86_400_000;

export const disclosureTopic: Topic = {
  kinds: ['disclosure'],

  async find(db, office, window) {
    const near = { from: window.from, to: new Date(window.to.getTime() + DAYS_AHEAD * DAY) };
    const dues: Due[] = [];
    for (const deadline of deadlinesIn(near, office.zone)) {
      const ahead = disclosureDues(deadline, office).filter(({ at }) => at >= window.from && at <= window.to);
      if (ahead.length > 0 && !(await isDisclosed(db, deadline.quarter))) dues.push(...ahead);
    }
    return dues;
  },

  async items(db, records, office, { text, today }) {
    const items = new Map<string, Item>();
    for (const record of records) {
      const quarter = record.slice('disclosure:'.length);
      const year = Number(quarter.slice(0, 4));
      const around = { from: new Date(Date.UTC(year, 5, 1)), to: new Date(Date.UTC(year, 11, 31)) };
      const deadline = deadlinesIn(around, office.zone).find((it) => it.quarter === quarter);
      if (!deadline) continue;
      const [ofYear = '', number = ''] = quarter.split('-Q');
      items.set(record, {
        words: text.reminder.disclosureRow(ofYear, number, formatDay(deadline.day, text.language, today)),
        pending: !(await isDisclosed(db, quarter)) && addDays(deadline.day, 1) > today,
        whose: null,
        maker: null,
        history: null,
        day: deadline.day,
        time: null,
      });
    }
    return items;
  },
};
