import { formatDay } from '../../../korean/day-words.ts';
import type { Election } from '../../../korean/elections.ts';
import type { Text } from '../../../text/index.ts';
import type { Account } from '../../../vocabulary/expense.ts';
import { accountWords, wonWords } from '../../expense/words.ts';
import type { Judgement } from '../book/rules.ts';
import type { Judged } from '../rule.ts';
import { flowersSuggested, giftSuggested } from '../suspicion.ts';

/** What a person should know before they save. */
export type Seen = {
  perHead: number | null;
  night: string | null;
  free: string | null;
  /** What is left of the account after this; null where no budget is set. */
  left: number | null;
  account: Account | null;
  namesFrom: number | null;
  /** An election that is near, where it is spent on people outside. */
  election: Election | null;
};

export function seenOf(
  spend: Judged,
  { found, answered }: Judgement,
  known: {
    balance: number | null;
    free: string | null;
    namesFrom: number | null;
    typed: boolean;
    election: Election | null;
  },
): Seen {
  const night = [...found, ...answered].some(({ rule }) => rule === 'E10');
  const amount = known.typed ? spend.amount : 0;
  return {
    perHead: spend.headcount && amount > 0 ? Math.round(amount / spend.headcount) : null,
    night: night ? spend.spentTime : null,
    free: known.free,
    left: known.balance === null || amount === 0 ? null : known.balance - amount,
    account: spend.account,
    namesFrom: known.namesFrom !== null && amount >= known.namesFrom ? known.namesFrom : null,
    election: isForOutsiders(spend) ? known.election : null,
  };
}

/** By its activity, or by what is handed out: meals and gifts that an election makes delicate. */
const isForOutsiders = (spend: Judged): boolean =>
  /^[1-57]/.test(spend.activity ?? '') || (giftSuggested(spend) ?? flowersSuggested(spend)) !== null;

export function panelLines({ perHead, night, free, left, account, namesFrom, election }: Seen, text: Text): string[] {
  const words = text.check.panel;
  const name = accountWords(account, text);
  const first = [
    perHead === null ? '' : words.perHead(wonWords(perHead, text)),
    night === null ? '' : words.night(night),
    free === null ? '' : words.free(free),
  ].filter(Boolean);
  const balance =
    left === null
      ? []
      : [left < 0 ? words.over(name, wonWords(-left, text)) : words.balance(name, wonWords(left, text))];
  const names = namesFrom === null ? [] : [words.names(wonWords(namesFrom, text))];
  const near = election === null ? [] : [words.election(formatDay(election.day, text.language, ''), election.name)];
  return [...(first.length > 0 ? [first.join(' · ')] : []), ...balance, ...names, ...near];
}
