import { formatWon } from '../../../korean/won.ts';
import { type Block, header, plain, section, type View } from '../../../slack/blocks.ts';
import { choiceField, wordsField } from '../../../slack/fields.ts';
import type { Text } from '../../../text/index.ts';
import { MODES } from '../../../vocabulary/approval.ts';
import { ACCOUNTS, type Account } from '../../../vocabulary/expense.ts';
import { accountWords, wonWords } from '../../expense/words.ts';
import { fieldOf, type Rule, type Rules, type SettingsForm } from './rules.ts';

export const SETTINGS_OPEN = 'approval_settings_open';
export const SETTINGS = 'approval_settings';

/** `500,000원을 넘으면 결재 · 1,000,000원을 넘으면 두 사람` */
export function ruleWords({ mode, above, second }: Rule, text: Text): string {
  const words = text.approval.settings.rule;
  const first = mode === 'above' ? words.above(wonWords(above ?? 0, text)) : words[mode];
  return second === null ? first : `${first} · ${words.second(wonWords(second, text))}`;
}

export const formOfRules = (rules: Rules): SettingsForm => {
  const form = ({ mode, above, second }: Rule) => ({ mode, above: typed(above), second: typed(second) });
  return {
    '203-01': form(rules['203-01']),
    '203-02': form(rules['203-02']),
    '203-03': form(rules['203-03']),
    '203-04': form(rules['203-04']),
  };
};

const typed = (won: number | null): string | null => (won === null ? null : formatWon(won));

/** An amount as a person types it, with room for spaces and units. */
const LONGEST_AMOUNT = 40;

export function settingsForm(form: SettingsForm, metadata: string, text: Text, said?: string): View {
  const words = text.approval.settings;
  const modes = MODES.map((mode) => ({ label: words.modes[mode], value: mode }));
  const own = (account: Account): Block[] => {
    const field = (name: 'mode' | 'above' | 'second') => ({ id: fieldOf(name, account), label: words[name] });
    const { mode, above, second } = form[account];
    return [
      header(text.spending.accountLong(account, accountWords(account, text))),
      choiceField(field('mode'), modes, mode, text.expense.form.choose),
      wordsField({ ...field('above'), optional: true }, above, { longest: LONGEST_AMOUNT }),
      wordsField({ ...field('second'), optional: true, hint: words.secondHint }, second, { longest: LONGEST_AMOUNT }),
    ];
  };
  return {
    type: 'modal',
    callback_id: SETTINGS,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.save),
    close: plain(text.expense.form.cancel),
    blocks: [...(said ? [section(said)] : []), section(words.intro), ...ACCOUNTS.flatMap(own)],
  };
}
