import { LONGEST_LINE } from '../../korean/typed.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Account, Activity, Payment } from '../../vocabulary/expense.ts';
import { takeActivity } from './line-activity.ts';
import { takeAmount } from './line-amount.ts';
import { type Doubt, doubtsOf, moneyDoubts, takeCalled, takeSmallWords } from './line-doubts.ts';
import { takeDayAndTime } from './line-moment.ts';
import { ACCOUNT_NAMES, PAYMENT_NAMES, takeNamed } from './line-names.ts';
import { takePeople } from './line-people.ts';
import { type IsPlace, takePlace } from './line-place.ts';
import { splitLine, take } from './typed-line.ts';

/** What a line says. Every word typed is in `taken`, `place` or `purpose`. */
export type Understood = {
  /** Whole won; negative for a refund. */
  amount: number | null;
  /** What was meant as money and can't be read as won (`85,00`, `$85`), as typed. */
  amountTyped: string | null;
  spentOn: Day | null;
  /** `HH:MM` */
  spentTime: string | null;
  headcount: number | null;
  /** `시장 외 4명`; null where a number is all that was said. */
  attendees: string | null;
  /** `@Lee`: who is called and is nobody of the workspace. */
  called: string[];
  account: Account | null;
  payment: Payment | null;
  activity: Activity | null;
  place: string | null;
  purpose: string | null;
  /** The words that became a field of their own, as typed. */
  taken: string[];
  doubts: Doubt[];
};

/**
 * Reads `85000 미진 4명 조례 개정 간담회 시책 카드` and `45000 lunch with 3 people at Mijin policy card` in any order. `@place` or
 * `@"two words"` is the place, else what `takePlace` finds. A second amount, day, headcount, account or payment stays in the purpose: of
 * amounts the one with a won sign or unit counts, then the larger; of accounts the fuller name, then the last; of payments the last; of
 * the others the first.
 */
export const readLine = (
  typed: string,
  { today, isPlace = () => false }: { today: Day; isPlace?: IsPlace },
): Understood => {
  if (typed.length > LONGEST_LINE) return { ...NOTHING_READ, purpose: typed.trim() };
  const line = splitLine(typed);
  const activity = takeActivity(line);
  const { day, time, doubts: ofDay } = takeDayAndTime(line, typed, today);
  const people = takePeople(line);
  const amount = takeAmount(line);
  const account = takeNamed(line, ACCOUNT_NAMES);
  const payment = takeNamed(line, PAYMENT_NAMES);
  const called = takeCalled(line);
  takeSmallWords(line);
  const doubts = doubtsOf(line, today);
  const before = [...line.free];
  const { place, doubts: ofPlace } = takePlace(line, isPlace);
  if (/^for$/i.test(line.words[line.free.indexOf(true)] ?? '')) take(line, line.free.indexOf(true), 1);
  const own = line.words.filter((_, index) => before[index] && !line.free[index]).join(' ');
  const asTyped = own.replace(/(?<=.),$/, '') === place;

  return {
    amount: amount.won,
    amountTyped: amount.typed,
    spentOn: day,
    spentTime: time,
    headcount: people.headcount,
    attendees: people.words,
    called,
    account,
    payment,
    activity,
    place,
    purpose: line.words.filter((_, index) => line.free[index]).join(' ') || null,
    taken: line.words.filter((_, index) => !line.free[index] && !(asTyped && before[index])),
    doubts: [
      ...doubts,
      ...moneyDoubts(line, amount),
      ...people.doubts,
      ...ofDay,
      ...called.map((words): Doubt => ({ why: 'nobody', words })),
      ...ofPlace,
    ],
  };
};

const NOTHING_READ: Understood = {
  amount: null,
  amountTyped: null,
  spentOn: null,
  spentTime: null,
  headcount: null,
  attendees: null,
  called: [],
  account: null,
  payment: null,
  activity: null,
  place: null,
  purpose: null,
  taken: [],
  doubts: [],
};
