import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings, putOfficeSetting } from '../../src/people/settings/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { refuse } from '../../src/slack/outcome.ts';
import type { Answer, Turn } from '../../src/slack/turn.ts';
import {
  dueDaysFrom,
  OFFICES,
  officeForm,
  picksIn,
  REMINDER_OFFICE_OPEN,
} from '../../src/time/reminders/settings/form.ts';
import { picksOf } from '../../src/time/reminders/settings/rules.ts';
import { putOffices } from '../../src/time/reminders/settings/store.ts';
import { KIND_NAMES } from '../../src/vocabulary/reminder.ts';

export const officeSettings: Heard[] = [
  press(REMINDER_OFFICE_OPEN, Words, openOfficeReminders),
  submission(OFFICES, async ({ values, metadata, db, person, text, now }) => {
    const words = text.reminder.settings;
    if (!isManager(person)) return refuse(text.access.notManager);
    const by = { actor: person.userId, at: now() };
    const dueDays = values.due_days;
    const dueChanged = dueDays !== null && dueDays !== metadata.shown.due_days;
    if (dueChanged) await putOfficeSetting(db, 'followups', { dueDays: dueDaysFrom(dueDays) }, by);
    const changed = await putOffices(db, metadata.shown, picksIn(values, KIND_NAMES), by);
    return { done: changed || dueChanged ? words.officeSaved : words.unchanged };
  }),
];

/** What the office is reminded of, and when; managers choose it. */
export async function openOfficeReminders(turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const { reminders, followups } = await findOfficeSettings(db);
  return turn.open(officeForm(picksOf(KIND_NAMES, reminders), followups.dueDays, text), {
    press: REMINDER_OFFICE_OPEN,
  });
}
