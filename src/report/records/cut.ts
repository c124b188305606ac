import { addDays } from '../../korean/days.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Spend } from './records.ts';

/** A spend without a day belongs where its month, or its year, is over by then. */
export function cut(all: readonly Spend[], asOf: Day): { spends: Spend[]; uncut: Spend[] } {
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
  const isLastDay = endsMonth(asOf);
  const place = (spend: Spend): 'in' | 'out' | 'unknown' => {
    if (spend.spentOn !== null) return spend.spentOn <= asOf ? 'in' : 'out';
    if (spend.year !== year) return spend.year < year ? 'in' : 'out';
    if (spend.month === null) return month === 12 && isLastDay ? 'in' : 'unknown';
    if (spend.month !== month) return spend.month < month ? 'in' : 'out';
    return isLastDay ? 'in' : 'unknown';
  };
  return {
    spends: all.filter((it) => place(it) === 'in'),
    uncut: all.filter((it) => place(it) === 'unknown'),
  };
}

const endsMonth = (day: Day): boolean => addDays(day, 1).endsWith('-01');
