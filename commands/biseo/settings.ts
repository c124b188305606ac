import { DOORS } from '../../src/desk/menu/buttons.ts';
import { MY_SETTINGS, MY_SETTINGS_OPEN, settingsForm } from '../../src/desk/settings/form.ts';
import { draftSettings } from '../../src/desk/settings/rules.ts';
import { putMySettings } from '../../src/desk/settings/store.ts';
import { findPersonSettings } from '../../src/people/settings/store.ts';
import { findZones } from '../../src/people/zones.ts';
import { button, section } from '../../src/slack/blocks.ts';
import { type Heard, offered, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { textFor } from '../../src/text/index.ts';

/** The form of what everyone chooses for themselves. */
export async function openSettings(turn: Turn): Promise<Answer> {
  const { db, person, text, config } = turn;
  const settings = await findPersonSettings(db, person.userId);
  const form = settingsForm({ ...settings, language: person.language ?? config.language }, text);
  return turn.open(form, { press: MY_SETTINGS_OPEN });
}

async function save({ values, db, person, text }: Submitted<typeof MY_SETTINGS.empty, object>): Promise<Outcome> {
  const drafted = draftSettings(values);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, text.home.settings.refusals);
  await putMySettings(db, person.userId, drafted.settings);
  const { settings, mine } = textFor(drafted.settings.language).home;
  const reminders = button(DOORS.reminderSettings, mine.reminders, ' ');
  const blocks = [section(settings.saved), { type: 'actions' as const, elements: [reminders] }];
  return { done: settings.saved, say: { text: settings.saved, blocks } };
}

export const mySettings: Heard[] = [
  press(MY_SETTINGS_OPEN, Words, openSettings),
  submission(MY_SETTINGS, save),
  // For every form that asks for a zone.
  offered('timezone', ({ typed, text, now }) => findZones(typed, text.language, now())),
];
