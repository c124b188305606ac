import { type Command, type Heard, pages, press, Words } from '../src/slack/command.ts';
import type { Answer, Pressed, Turn } from '../src/slack/turn.ts';
import { drawTold } from '../src/time/reminders/draw.ts';
import { findOffice } from '../src/time/reminders/office.ts';
import { turnOff } from '../src/time/reminders/settings/store.ts';
import { findTold } from '../src/time/reminders/told/store.ts';
import {
  REMINDER_DECLINE,
  REMINDER_DONE,
  REMINDER_MORE,
  REMINDER_OFF,
  REMINDER_PAGE,
  REMINDER_SHOW,
  REMINDER_SNOOZE,
  REMINDER_SNOOZE_ALL,
} from '../src/time/reminders/views.ts';
import { isKindName, isSnooze } from '../src/vocabulary/reminder.ts';
import { type Act, carryOut } from './reminder/act.ts';
import { officeSettings } from './reminder/office-settings.ts';
import { ownSettings } from './reminder/settings.ts';

/** What was pressed or chosen: `F12`'s key and name, with what is to be done first where it came from a menu. */
const answer = (id: string, read: (chosen: string) => { act: Act; told: string } | null): Heard =>
  press(id, Words, async (turn) => {
    const asked = read(turn.pressed);
    if (!asked) return null;
    const [key = '', record = null] = asked.told.split(' ');
    return carryOut({ act: asked.act, key, record }, turn);
  });

/** What people answer to reminders, and what they choose about them. */
export const reminder: Command = {
  hears: [
    answer(REMINDER_DONE, (told) => ({ act: 'done', told })),
    answer(REMINDER_SHOW, (told) => ({ act: 'show', told })),
    answer(REMINDER_DECLINE, (told) => ({ act: 'decline', told })),
    ...[REMINDER_SNOOZE, REMINDER_SNOOZE_ALL, REMINDER_MORE].map((id) => answer(id, readChoice)),
    press(REMINDER_OFF, Words, turnKindOff),
    ...pages(REMINDER_PAGE, (turn) => turnTo(turn.query, turn.offset, turn)),
    ...ownSettings,
    ...officeSettings,
  ],
};

async function turnKindOff({ db, person, text, now, pressed }: Pressed<string>): Promise<Answer> {
  if (!isKindName(pressed)) return null;
  const words = text.reminder;
  const off = await turnOff(db, person.userId, pressed, now());
  return { text: (off ? words.turnedOff : words.turnedOffBefore)(words.kinds[pressed].name) };
}

/** `1h followup_today:… F12`: what is to be done, and to what. */
function readChoice(chosen: string): { act: Act; told: string } | null {
  const [act = '', ...told] = chosen.split(' ');
  const known = act === 'done' || act === 'show' || act === 'decline' || isSnooze(act);
  return known ? { act, told: told.join(' ') } : null;
}

/** Another page of a reminder, in its place. */
async function turnTo(key: string, offset: number, turn: Turn): Promise<Answer> {
  const told = await findTold(turn.db, key);
  if (told.some(({ userId }) => userId !== turn.person.userId)) return { text: turn.text.reminder.notYours };
  const [first] = told;
  return first ? drawTold(first.message, { key, offset }, turn, await findOffice(turn)) : null;
}
