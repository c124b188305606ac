import { FOLLOWUP_OF } from '../../followup/views.ts';
import { ACCESS_ADD, ACCESS_DISMISS } from '../../people/views.ts';
import { button, escaped, section } from '../../slack/blocks.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Person } from '../../vocabulary/person.ts';

type Subject = Pick<Person, 'userId' | 'name'>;

/** Somebody was taken off the list; `open`: how much they still had to do. */
export function leftMessage({ userId, name }: Subject, open: number, text: Text): Message {
  const { left, leftOpen } = text.access.account;
  return open === 0 ? plainMessage(left(name)) : withOpen(leftOpen(name, open), userId, text);
}

/** Somebody stays on the list though their account is gone. */
export function keptMessage({ userId, name }: Subject, open: number, text: Text): Message {
  const { kept, keptOpen } = text.access.account;
  return open === 0 ? plainMessage(kept(name)) : withOpen(`${kept(name)} ${keptOpen(open)}`, userId, text);
}

function withOpen(words: string, userId: string, text: Text): Message {
  const { showOpen } = text.access.account;
  const show = button(FOLLOWUP_OF, showOpen, userId, 'primary');
  return { text: escaped(words), blocks: [section(words), { type: 'actions', elements: [show] }] };
}

/** Asks an administrator whether to let somebody in again, as for a newcomer. */
export function backMessage({ userId, name, role }: Omit<Person, 'language'>, text: Text): Message {
  const words = text.access.account.back(name, text.office.roles[role] ?? role);
  const elements = [
    button(ACCESS_ADD, text.access.add, userId, 'primary'),
    button(ACCESS_DISMISS, text.access.dismiss, userId),
  ];
  return { text: escaped(words), blocks: [section(words), { type: 'actions', elements }] };
}
