import { findOfficeSettings, findPersonSettings } from '../../src/people/settings/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { kindsFor } from '../../src/time/reminders/kinds.ts';
import {
  OWN,
  picksIn,
  REMINDER_SETTINGS_OPEN,
  type Shown,
  settingsForm,
} from '../../src/time/reminders/settings/form.ts';
import { draftQuiet, picksOf } from '../../src/time/reminders/settings/rules.ts';
import { putOwn } from '../../src/time/reminders/settings/store.ts';
import { openOfficeReminders } from './office-settings.ts';

const OFFICES = new Set(['office', '비서실', '사무실', '전체']);

export const ownSettings: Heard[] = [press(REMINDER_SETTINGS_OPEN, Words, openOwn), submission(OWN, save)];

/** `/biseo reminders`: one's own; with `office` after it those of the office. */
export const openReminders = (turn: Typed): Promise<Answer> =>
  OFFICES.has(turn.typed.toLowerCase()) ? openOfficeReminders(turn) : openOwn(turn);

async function openOwn(turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const settings = await findPersonSettings(db, person.userId);
  const kinds = kindsFor(person);
  const picks = picksOf(kinds, settings.reminders);
  const quiet = {
    timezone: settings.timezone ?? turn.config.timezone,
    quiet_from: settings.quiet.from,
    quiet_to: settings.quiet.to,
    free_days: settings.quiet.freeDays,
  };
  const view = settingsForm({ quiet, picks }, await findOfficeSettings(db), kinds, turn.now(), text);
  return turn.open(view, { press: REMINDER_SETTINGS_OPEN });
}

async function save({
  values,
  metadata,
  db,
  person,
  text,
  ...turn
}: Submitted<typeof OWN.empty, Shown>): Promise<Outcome> {
  const words = text.reminder.settings;
  const drafted = draftQuiet(values, turn.config.timezone);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, text.home.settings.refusals);
  const chosen = { shown: metadata.shown, picked: picksIn(values, kindsFor(person)), quiet: drafted.quiet };
  const changed = await putOwn(db, chosen, { actor: person.userId, at: turn.now() });
  return { done: changed ? words.saved : words.unchanged };
}
