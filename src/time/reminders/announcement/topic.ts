import { briefingName, isOwed, missingOf, parseBriefingName } from '../../../council/policies/rules.ts';
import { findOwed, findStates } from '../../../council/policies/standing.ts';
import { findBriefing } from '../../../council/policies/store.ts';
import { formatDay } from '../../../korean/day-words.ts';
import { addDays, todayIn } from '../../../korean/days.ts';
import { formatWon } from '../../../korean/won.ts';
import { namesWords } from '../../../visit/words.ts';
import { MOST_MOVED_DAYS } from '../rules.ts';
import type { Item, Topic } from '../topic.ts';
import { announcementDues } from './rules.ts';

const DAYS_AHEAD = 4 + MOST_MOVED_DAYS;
const NAMES_SHOWN = 15;

/** Policies that the council has to hear of before they are announced. */
export const announcementTopic: Topic = {
  kinds: ['council_announcement'],

  async find(db, office, { from, to }) {
    const days = { from: addDays(todayIn(office.zone, from), -1), to: addDays(todayIn(office.zone, to), DAYS_AHEAD) };
    return (await findOwed(db, days)).flatMap(({ briefing }) => announcementDues(briefing, office));
  },

  async items(db, records, _office, { text, today }) {
    const items = new Map<string, Item>();
    for (const record of records) {
      const briefing = await findBriefing(db, parseBriefingName(record) ?? 0);
      if (!briefing) continue;
      const states = await findStates(db, briefing);
      const missing = missingOf(states).map(({ name }) => name);
      const when = [formatDay(briefing.announcedOn, text.language, today), briefing.announcedTime].filter(Boolean);
      items.set(briefingName(briefing.id), {
        words: [
          `${briefingName(briefing.id)} · ${text.council.brief.announced(when.join(' '))}`,
          briefing.policy.replaceAll('\n', ' '),
          missing.length > 0
            ? text.reminder.notHeard(formatWon(missing.length), namesWords(missing, NAMES_SHOWN, text))
            : text.council.brief.nobodyThere,
        ].join('\n'),
        pending: !briefing.voided && !briefing.closed && isOwed(states),
        whose: null,
        maker: briefing.createdBy,
        history: { noun: 'briefing', record: String(briefing.id) },
        day: briefing.announcedOn,
        time: briefing.announcedTime,
      });
    }
    return items;
  },
};
