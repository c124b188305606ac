import { FOLLOWUP_OF } from '../../followup/views.ts';
import { ACCESS_ADD, ACCESS_DISMISS } from '../../people/views.ts';
import { button, escaped, section } from '../../slack/blocks.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { VISITS_OF } from '../../visit/views.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Person } from '../../vocabulary/person.ts';

/** What waits for somebody still: open follow-ups, and visits from a day on. */
export type Open = { followups: number; visits: number; from: Day };

export const isAny = ({ followups, visits }: Open): boolean => followups + visits > 0;

/** Somebody was taken off the list for their account (`left`) or by a person (`removed`), or stays on it without an account (`kept`). */
export function leftMessage(
  how: 'left' | 'removed' | 'kept',
  { userId, name }: Pick<Person, 'userId' | 'name'>,
  open: Open,
  text: Text,
): Message {
  const { [how]: lead, followupsLeft, visitsLeft, showOpen, showVisits } = text.access.account;
  if (!isAny(open)) return plainMessage(lead(name));
  const words = [
    lead(name),
    ...(open.followups > 0 ? [followupsLeft(open.followups)] : []),
    ...(open.visits > 0 ? [visitsLeft(open.visits)] : []),
  ].join(' ');
  const elements = [
    ...(open.followups > 0 ? [button(FOLLOWUP_OF, showOpen, userId, 'primary')] : []),
    ...(open.visits > 0 ? [button(VISITS_OF, showVisits, `<@${userId}> ${open.from}~${lastDayAhead(open.from)}`)] : []),
  ];
  return { text: escaped(words), blocks: [section(words), { type: 'actions', elements }] };
}

/** The end of the next year: hardly anything is planned for later. */
export const lastDayAhead = (from: Day): Day => `${Number(from.slice(0, 4)) + 1}-12-31`;

/** Asks an administrator whether to let somebody in again, as for a newcomer. */
export function backMessage({ userId, name, role }: Omit<Person, 'language'>, text: Text): Message {
  const words = text.access.account.back(name, text.office.roles[role] ?? role);
  const elements = [
    button(ACCESS_ADD, text.access.add, userId, 'primary'),
    button(ACCESS_DISMISS, text.access.dismiss, userId),
  ];
  return { text: escaped(words), blocks: [section(words), { type: 'actions', elements }] };
}
