import type { Text } from '../text/index.ts';
import type { Command, SubCommand } from './command.ts';
import type { Message } from './privately.ts';

/** By more letters nothing is asked: a list's words go along with its buttons, and each is looked for in several columns of every record. */
export const LONGEST_ASKED = 500;
/** Behind a record's name a text may follow: why it is void, what was done. */
const ABOUT_A_RECORD = /^\S+ (?:[a-z]\d|\d{1,2}-\d{1,2}-\d)/i;

/** The answer to a line that asks by more than that; null where it doesn't, or enters something. */
export function longAsked(typed: string, command: Command, sub: SubCommand | undefined, text: Text): Message | null {
  if (typed.length <= LONGEST_ASKED) return null;
  const enters = sub ? sub.enters || ABOUT_A_RECORD.test(typed) : command.entry;
  return enters ? null : { text: text.conversation.tooLong(typed.length, LONGEST_ASKED) };
}
