import { percent } from '../../korean/won.ts';
import { accountWords, wonWords } from '../../spending/expense/words.ts';
import { balanceOf, type Status } from '../../spending/ledger/rules.ts';
import type { Text } from '../../text/index.ts';
import type { Account } from '../../vocabulary/expense.ts';

/** What is left of one account, in a sentence. */
export function balanceWords(status: Status, account: Account, text: Text): string {
  const words = text.office.said;
  const name = accountWords(account, text);
  const line = balanceOf(status, account);
  if (!line || line.balance === null) return words.unbudgeted(status.year, name, wonWords(line?.spent ?? 0, text));
  if (line.balance < 0) return words.overspent(status.year, name, wonWords(-line.balance, text));
  return words.balance(status.year, name, wonWords(line.balance, text), percent(line.rate));
}
