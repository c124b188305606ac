import { parseWon } from '../../../korean/won.ts';
import { isMode, type Mode, type SettingRefusal } from '../../../vocabulary/approval.ts';
import { ACCOUNTS, type Account } from '../../../vocabulary/expense.ts';

/** Which spends of an account need approval; `above` is for that mode only, `second` null: one approval is enough. Whole won. */
export type Rule = { mode: Mode; above: number | null; second: number | null };
export type Rules = Record<Account, Rule>;

export const OFF: Rule = { mode: 'off', above: null, second: null };

export const noRules = (): Rules => ({ '203-01': OFF, '203-02': OFF, '203-03': OFF, '203-04': OFF });

/**
 * How many have to approve; 0: nobody. `over`: it takes more from the account than its budget has left, which nobody but an
 * approver may let pass, unless the account is one without approvals.
 */
export function stepsNeeded(
  { mode, above, second }: Rule,
  { amount, over }: { amount: number; over: boolean },
): 0 | 1 | 2 {
  if (mode === 'off' || (mode === 'above' && amount <= (above ?? 0) && !over)) return 0;
  return second !== null && amount > second ? 2 : 1;
}

/** What stands in the form, by the names of its fields: a mode and two amounts for each account. */
export type SettingsForm = Readonly<Record<string, string | null>>;
export type SettingRefusals = Record<string, SettingRefusal>;

/** The name of a field of the form: `above_203-01`. */
export const fieldOf = (name: 'mode' | 'above' | 'second', account: Account): string => `${name}_${account}`;

/** Decides whether a filled form makes rules; amounts that a mode does not use are let go. */
export function draftRules(form: SettingsForm): { rules: Rules } | { refusals: SettingRefusals } {
  const refusals: SettingRefusals = {};
  const rules = noRules();
  for (const account of ACCOUNTS) {
    const mode = form[fieldOf('mode', account)];
    const won = (name: 'above' | 'second'): number | null => {
      const typed = form[fieldOf(name, account)]?.trim();
      if (!typed) return null;
      const parsed = parseWon(typed);
      if (!('refusal' in parsed) && parsed.won > 0) return parsed.won;
      refusals[fieldOf(name, account)] = 'not_an_amount';
      return null;
    };
    if (!isMode(mode)) refusals[fieldOf('mode', account)] = 'missing';
    else if (mode !== 'off') {
      const above = mode === 'above' ? won('above') : null;
      const second = won('second');
      if (mode === 'above' && above === null) refusals[fieldOf('above', account)] ??= 'missing';
      if (above !== null && second !== null && second < above) refusals[fieldOf('second', account)] = 'below_first';
      rules[account] = { mode, above, second };
    }
  }
  return Object.keys(refusals).length > 0 ? { refusals } : { rules };
}

export const isSameRule = (a: Rule, b: Rule): boolean =>
  a.mode === b.mode && a.above === b.above && a.second === b.second;

/** What a form typed over `first` makes of the rules now: an account that it left alone keeps what others set meanwhile. */
export function besideOthers(typed: Rules, first: Rules, now: Rules): Rules {
  const rules = noRules();
  for (const account of ACCOUNTS)
    rules[account] = isSameRule(typed[account], first[account]) ? now[account] : typed[account];
  return rules;
}
