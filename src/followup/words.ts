import { formatDay } from '../korean/day-words.ts';
import { daysBetween } from '../korean/days.ts';
import type { Entry } from '../people/history/store.ts';
import { type HistoryWords, historyLine } from '../people/history/views.ts';
import { capital, clip } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';
import { isKind, isStatus } from '../vocabulary/followup.ts';
import { type Followup, followupName, isOverdue } from './rules.ts';

/** How the parts of a follow-up are said, in the reader's language. */

export const dueWords = (followup: Followup, text: Text, today: string): string =>
  followup.due === null ? text.followup.noDue : text.followup.dueOn(dueDay(followup, text, today));

/** The due day alone, with how late it is. */
export function dueDay(followup: Followup, text: Text, today: string): string {
  if (followup.due === null) return text.followup.noDue;
  const due = formatDay(followup.due, text.language, today);
  if (!isOverdue(followup, today)) return due;
  return `${due} (${text.followup.overdue(String(daysBetween(followup.due, today)))})`;
}

/** `C31`, `V87`: the record it came from, as people name it. */
export function sourceName({ source }: Pick<Followup, 'source'>): string | null {
  if (!source) return null;
  const letter = { visit: 'V', council: 'C', pledge: '', message: '' }[source.noun];
  return source.noun === 'message' ? null : `${letter}${source.record}`;
}

const LONGEST_TITLE = 180;

/** A row of a list: what, its state, when it is due, who has it. */
export function rowWords(followup: Followup, names: ReadonlyMap<string, string>, text: Text, today: string): string {
  const owner = followup.owner === null ? text.followup.noOwner : (names.get(followup.owner) ?? followup.owner);
  const head = [followupName(followup.id), text.followup.statuses[followup.status], dueWords(followup, text, today)];
  const who = [owner, followup.department, followup.requester, sourceName(followup)];
  const title = clip(followup.title.replaceAll('\n', ' '), LONGEST_TITLE);
  return [head.join(' · '), title, capital(who.filter(Boolean).join(' · '))].join('\n');
}

export const historyWords = (names: ReadonlyMap<string, string>, text: Text, today: string): HistoryWords => ({
  actions: text.followup.actions,
  actors: text.conversation.actors,
  fields: text.followup.fieldNames,
  value(field, value) {
    if (field === 'owner') return names.get(String(value)) ?? String(value);
    if (field === 'status' && isStatus(value)) return text.followup.statuses[value];
    if (field === 'kind' && isKind(value)) return text.followup.kinds[value];
    if (field === 'due' || field === 'answeredOn') return formatDay(String(value), text.language, today);
    if (field === 'source') return sourceName({ source: value as Followup['source'] });
    return null;
  },
});

/** The people that a history speaks of. */
export const peopleIn = (entries: readonly Entry[]): string[] => [
  ...new Set(
    entries.flatMap((entry) => [
      entry.actor,
      ...entry.changed.flatMap(({ field, before, after }) =>
        field === 'owner' ? [before, after].filter((id): id is string => typeof id === 'string') : [],
      ),
    ]),
  ),
];

export { historyLine };
