import { ELECTED, electedForm } from '../../src/disclosure/form.ts';
import { DISCLOSURE_ELECTED } from '../../src/disclosure/views.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings, putOfficeSetting } from '../../src/people/settings/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Answer, Pressed, Submitted } from '../../src/slack/turn.ts';
import { periodOf, previewOf } from './preview.ts';

const A_NAME = /^[가-힣]{2,5}$/;

/** The elected people whose names are published: a setting of the office that managers keep. */
export const electing: Heard[] = [press(DISCLOSURE_ELECTED, Words, open, 'form_in_place'), submission(ELECTED, save)];

async function open(turn: Pressed<string>): Promise<Answer> {
  const { db, person, text, pressed } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const { elected } = (await findOfficeSettings(db)).disclosure;
  const form = electedForm(elected, periodOf(pressed, turn), text);
  return turn.open(form, { press: DISCLOSURE_ELECTED, value: pressed });
}

async function save({
  values,
  metadata,
  ...turn
}: Submitted<typeof ELECTED.empty, { period: string }>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.disclosure;
  if (!isManager(person)) return refuse(text.access.notManager, 'names');
  const typed = normaliseLines(values.names ?? '').split('\n');
  const names = [...new Set(typed.filter((line) => line !== ''))];
  const wrong = names.find((name) => !A_NAME.test(name));
  if (wrong !== undefined) return refuse(words.electedForm.notAName(wrong), 'names');
  await putOfficeSetting(db, 'disclosure', { elected: names }, { actor: person.userId, at: turn.now() });
  const done = words.electedSaved(formatWon(names.length));
  return { done, say: () => previewOf(periodOf(metadata.period, turn), 0, turn, done) };
}
