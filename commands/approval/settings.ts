import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { formOfRules, SETTINGS, settingsForm } from '../../src/spending/approval/setting/form.ts';
import { draftRules, type SettingsForm } from '../../src/spending/approval/setting/rules.ts';
import { findSettings, putRules } from '../../src/spending/approval/setting/store.ts';
import { ruleWords, SETTINGS_OPEN } from '../../src/spending/approval/setting/views.ts';
import { accountWords } from '../../src/spending/expense/words.ts';

/** Which spends of an account need approval: for managers. */
export const settings: Heard[] = [press(SETTINGS_OPEN, Words, open), submission(SETTINGS, save)];

async function open(turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const { rules, changes } = await findSettings(db);
  return turn.open(settingsForm(formOfRules(rules), changes, text), { press: SETTINGS_OPEN });
}

type Known = { seen: number; since?: number | undefined };

/** Saves the rules; who was overtaken sees what others changed above what they typed, and decides. */
async function save({ values, metadata, ...turn }: Submitted<SettingsForm, Known>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.approval.settings;
  if (!isManager(person)) return refuse(text.access.notManager);
  const drafted = draftRules(values);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, words.refusals);
  const by = { actor: person.userId, at: turn.now(), ...metadata };
  const { settings, overtakenBy } = await putRules(db, drafted.rules, by);
  if (!overtakenBy) return { done: words.saved };
  const names = await findNames(db, [...new Set(overtakenBy.map(({ by }) => by))]);
  const changes = overtakenBy.map(({ account, rule }) => `${accountWords(account, text)}: ${ruleWords(rule, text)}`);
  const { seen, since = seen } = metadata;
  return {
    again: text.conversation.overtaken([...names.values()].join(', ') || '–', changes.join('\n')),
    metadata: { seen: settings.changes, since },
  };
}
