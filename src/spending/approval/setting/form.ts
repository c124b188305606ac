import { z } from 'zod';
import { formatWon } from '../../../korean/won.ts';
import { header, section, type View } from '../../../slack/blocks.ts';
import { choice, drawForm, type FieldKind, form, words } from '../../../slack/form.ts';
import type { Text } from '../../../text/index.ts';
import { MODES } from '../../../vocabulary/approval.ts';
import { ACCOUNTS } from '../../../vocabulary/expense.ts';
import { accountWords } from '../../expense/words.ts';
import { fieldOf, type Rules, type SettingsForm } from './rules.ts';

const NAMES = ['mode', 'above', 'second'] as const;
const FIELDS = ACCOUNTS.flatMap((account) => NAMES.map((name) => ({ id: fieldOf(name, account), name, account })));

/** An amount as a person types it, with room for spaces and units. */
const LONGEST_AMOUNT = 40;
const kinds = FIELDS.map(({ id, name }) => [id, name === 'mode' ? choice() : words({ longest: LONGEST_AMOUNT })]);

/** `seen`: the last change of the rules that its writer knows of; `since`: that at its opening, if others changed them meanwhile. */
export const SETTINGS = form({
  id: 'approval_settings',
  metadata: z.object({ seen: z.number(), since: z.number().optional() }),
  fields: Object.fromEntries(kinds) as Record<string, FieldKind<string | null>>,
});

const typed = (won: number | null): string | null => (won === null ? null : formatWon(won));

export const formOfRules = (rules: Rules): SettingsForm =>
  Object.fromEntries(
    FIELDS.map(({ id, name, account }) => [id, name === 'mode' ? rules[account].mode : typed(rules[account][name])]),
  );

export function settingsForm(values: SettingsForm, seen: number, text: Text): View {
  const { title, save: submit, intro, modes, secondHint, ...labels } = text.approval.settings;
  const each = <Value>(of: (name: (typeof NAMES)[number]) => Value) =>
    Object.fromEntries(FIELDS.map(({ id, name }) => [id, of(name)]));
  const ownFields = ACCOUNTS.flatMap((account) => [
    header(text.spending.accountLong(account, accountWords(account, text))),
    ...NAMES.map((name) => fieldOf(name, account)),
  ]);
  const look = {
    title,
    submit,
    labels: each((name) => labels[name]),
    hints: Object.fromEntries(ACCOUNTS.map((account) => [fieldOf('second', account), secondHint])),
    choices: each((name) => (name === 'mode' ? MODES.map((mode) => ({ label: modes[mode], value: mode })) : [])),
    optional: FIELDS.flatMap(({ id, name }) => (name === 'mode' ? [] : [id])),
    show: [section(intro), ...ownFields],
  };
  return drawForm(SETTINGS, values, { seen }, look, text);
}
