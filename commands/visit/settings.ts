import { readDistricts } from '../../src/people/districts/rules.ts';
import { findDistricts, putDistricts } from '../../src/people/districts/store.ts';
import { isManager } from '../../src/people/rules.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import type { Outcome } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { readMinutes } from '../../src/visit/settings/rules.ts';
import { findMinutes, putMinutes } from '../../src/visit/settings/store.ts';
import { SETTINGS, settingsForm, VISIT_SETTINGS_OPEN } from '../../src/visit/settings/views.ts';

/** The minutes that planning reckons with, and the list of districts. */
export async function openSettings(turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const form = settingsForm(await findMinutes(db), await findDistricts(db), text);
  return turn.open(form, { press: VISIT_SETTINGS_OPEN, label: text.visit.settings.title });
}

async function save({ values, ...turn }: Submitted<typeof SETTINGS.empty, object>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.visit.settings;
  const { minutes, wrong } = readMinutes(values);
  const read = readDistricts(values.districts ?? '');
  const errors = {
    ...Object.fromEntries(wrong.map((name) => [name, words.wrong])),
    ...('refusal' in read ? { districts: words.districtRefusals[read.refusal] } : {}),
    ...(isManager(person) ? {} : { districts: text.access.notManager }),
  };
  if (Object.keys(errors).length > 0 || 'refusal' in read) return { errors };
  const by = { actor: person.userId, at: turn.now() };
  await putMinutes(db, minutes, by);
  await putDistricts(db, read.districts, by);
  return { done: words.saved };
}

export const settings: Heard[] = [press(VISIT_SETTINGS_OPEN, Words, openSettings), submission(SETTINGS, save)];
