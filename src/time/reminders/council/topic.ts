import { contactName, parseContactName } from '../../../council/rules.ts';
import { findContact } from '../../../council/store.ts';
import { rowWords } from '../../../council/views.ts';
import { addDays, todayIn } from '../../../korean/days.ts';
import { MOST_MOVED_DAYS } from '../rules.ts';
import type { Item, Topic } from '../topic.ts';
import { contactDues } from './rules.ts';
import { findWaiting } from './store.ts';

const DAYS_BACK = 8 + MOST_MOVED_DAYS;
const DAY = 86_400_000;

export const councilTopic: Topic = {
  kinds: ['council_feedback'],

  async find(db, office, { from, to }) {
    const { zone } = office;
    const days = { from: addDays(todayIn(zone, from), -DAYS_BACK), to: todayIn(zone, to) };
    const waiting = await findWaiting(db, days, new Date(from.getTime() - DAYS_BACK * DAY), zone);
    return waiting.flatMap((contact) => contactDues(contact, office));
  },

  async items(db, records, _office, { text, today }) {
    const items = new Map<string, Item>();
    for (const record of records) {
      const contact = await findContact(db, parseContactName(record) ?? 0);
      if (!contact) continue;
      items.set(contactName(contact.id), {
        words: rowWords(contact, text, today),
        pending: !contact.voided && contact.result === null,
        whose: [contact.createdBy],
        maker: contact.createdBy,
        history: { noun: 'council', record: String(contact.id) },
        day: contact.heldOn,
        time: contact.heldTime,
      });
    }
    return items;
  },
};
