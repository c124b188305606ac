import { type Followup, followupName, isOpen, parseFollowupName } from '../../../followup/rules.ts';
import { findFollowup } from '../../../followup/store.ts';
import { dueWords, sourceName } from '../../../followup/words.ts';
import { todayIn } from '../../../korean/days.ts';
import { findNames } from '../../../people/store.ts';
import { MOST_MOVED_DAYS, type Office } from '../rules.ts';
import type { Item, Reader, Topic } from '../topic.ts';
import { followupDues } from './rules.ts';
import { findOwed } from './store.ts';

export const followupTopic: Topic = {
  kinds: ['followup_soon', 'followup_today', 'followup_overdue'],

  async find(db, office, window) {
    const begun = { day: todayIn(office.zone, office.begun), at: office.begun };
    const owed = await findOwed(db, todayIn(office.zone, window.to), begun, MOST_MOVED_DAYS);
    return owed.flatMap((followup) => followupDues(followup, office, window));
  },

  async items(db, records, office, reader) {
    const followups: Followup[] = [];
    for (const record of records) {
      const followup = await findFollowup(db, parseFollowupName(record) ?? 0);
      if (followup) followups.push(followup);
    }
    const names = await findNames(db, [...new Set(followups.flatMap(({ owner }) => owner ?? []))]);
    return new Map(
      followups.map((followup): [string, Item] => [
        followupName(followup.id),
        {
          words: wordsOf(followup, names, reader, office),
          pending: !followup.voided && isOpen(followup.status),
          whose: followup.owner === null ? [] : [followup.owner],
          maker: followup.createdBy,
          history: { noun: 'followup', record: String(followup.id) },
          day: followup.due,
          time: null,
        },
      ]),
    );
  },
};

/** As a list says it, but for the reader's own name. */
function wordsOf(
  followup: Followup,
  names: ReadonlyMap<string, string>,
  { text, today, userId }: Reader,
  { recipients }: Office,
): string {
  const { id, owner, status, title, department, requester } = followup;
  const who = owner === null ? text.followup.noOwner : owner === userId ? null : (names.get(owner) ?? owner);
  return [
    [followupName(id), text.followup.statuses[status], dueWords(followup, text, today)].join(' · '),
    title.replaceAll('\n', ' '),
    [who, department, requester, sourceName(followup)].filter(Boolean).join(' · '),
    owner !== null && !recipients.has(owner) && text.reminder.ownerLeft(names.get(owner) ?? owner),
  ]
    .filter(Boolean)
    .join('\n');
}
