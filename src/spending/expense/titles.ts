import type { Day } from '../../vocabulary/day.ts';
import { isPeriodTitle } from './layout.ts';
import { departmentIn, officerIn } from './office-in.ts';
import { joinPeriods, periodIn } from './period-in.ts';
import type { About } from './row.ts';
import type { FileContext } from './row-result.ts';

/** What stands over rows: the lines right above them, and what holds on from lines further up. */
export type Titles = { said: readonly string[]; outer: readonly string[] };

/**
 * Under `2023년` and `10월` comes `11월`, of the same year and the same department; but not `1월` after `12월`, whose year nobody said, and
 * no department that another line has taken the place of.
 */
export const under = ({ said, outer }: Titles, next: readonly string[], today: Day): Titles => {
  const [before, now] = [said, next].map((lines) => periodIn(lines.join(' '), today));
  const step = (now?.months?.first ?? 0) - (before?.months?.first ?? 0);
  const turns = Boolean(now?.months && before?.months) && Math.abs(step) > MONTHS_OF_A_TURN;
  const isOfYear = (line: string) => periodIn(line, today).year !== null;
  const kept = [...said, ...outer].filter((line) =>
    isOfYear(line) ? !turns : next.every(isPeriodTitle) && !isPeriodTitle(line),
  );
  return { said: next, outer: now?.year === null ? kept : kept.filter((line) => !isOfYear(line)) };
};
const MONTHS_OF_A_TURN = 6;

/** What titles, sheet and file say, the nearest first. */
export const aboutOf = (said: readonly (readonly string[])[], context: FileContext): Omit<About, 'isText'> => {
  const lines = said.map((titles) => titles.join(' '));
  const period = joinPeriods(lines.map((line) => periodIn(line, context.today)));
  const first = (read: (line: string) => string | null) => lines.map(read).find((it) => it !== null) ?? null;
  return {
    period: context.year === undefined ? period : { ...period, year: context.year, days: null },
    department: first(departmentIn),
    spender: first(officerIn),
  };
};
