import { atOnce } from '../../src/base/db/database.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings, putOfficeSetting } from '../../src/people/settings/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import type { Text } from '../../src/text/index.ts';
import {
  DIGEST_SETTINGS_OPEN,
  readSettings,
  SETTINGS,
  type Settings,
  sameSettings,
  settingsForm,
} from '../../src/time/digest/settings.ts';

export const settings: Heard[] = [press(DIGEST_SETTINGS_OPEN, Words, openSettings), submission(SETTINGS, save)];

/** When and where the digest goes, and what is in it. */
export async function openSettings(turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const { digest } = await findOfficeSettings(db);
  const again = { press: DIGEST_SETTINGS_OPEN, label: text.digest.settings.open };
  return turn.open(settingsForm(digest, { seen: digest }, text), again);
}

type Sent = Submitted<typeof SETTINGS.empty, { seen: Settings }>;

async function save({ values, metadata, db, person, text, now }: Sent): Promise<Outcome> {
  const words = text.digest.settings;
  if (!isManager(person)) return refuse(text.access.notManager);
  const read = readSettings(values);
  if ('refusals' in read) return refuseFields(read.refusals, words);
  const chosen = read.settings;
  return atOnce(db, async (db): Promise<Outcome> => {
    const { digest: current } = await findOfficeSettings(db);
    if (!sameSettings(current, metadata.seen) && !sameSettings(current, chosen)) {
      return { again: words.changedMeanwhile, metadata: { seen: current } };
    }
    await putOfficeSetting(db, 'digest', chosen, { actor: person.userId, at: now() });
    return { done: savedWords(chosen, text) };
  });
}

const savedWords = ({ on, weekday, time }: Settings, { digest: { settings: words } }: Text): string =>
  words.saved(on ? words.savedOn(words.weekdays[weekday - 1] ?? '', time) : words.savedOff);
