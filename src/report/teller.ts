import type { Section } from '../vocabulary/report.ts';
import { type Figure, printedAs } from './figures/figure.ts';
import { figureOf } from './figures/list.ts';
import { type Gap, gap } from './gaps.ts';
import type { Records } from './records/records.ts';

/** What stands where something is missing. Never a 0. */
export const HOLE = '［미입력］';

/** Says figures for one section, and keeps which were said and what was missing. */
export type Teller = {
  records: Records;
  /** A figure's words, or the hole. `words` says how it reads here where that is decided by what stands beside it. */
  say(key: string, format?: string | null, words?: (value: number) => string): string;
  /** The value without saying it. */
  value(key: string): number | null;
  miss(it: Gap): void;
  figures: ReadonlyMap<string, Figure>;
  gaps: readonly Gap[];
};

export function teller(section: Section, records: Records): Teller {
  const figures = new Map<string, Figure>();
  const gaps = new Map<string, Gap>();
  const miss = (it: Gap) => gaps.set(JSON.stringify(it), it);
  const known = new Map<string, Figure | undefined>();
  const find = (key: string, format: string | null) => {
    const asked = key.startsWith('cite ') ? `${key}|${format}` : key;
    if (!known.has(asked)) known.set(asked, figureOf(key, records, format));
    return known.get(asked);
  };
  return {
    records,
    figures,
    get gaps() {
      return [...gaps.values()];
    },
    miss,
    value(key) {
      const value = find(key, null)?.value;
      return typeof value === 'number' ? value : null;
    },
    say(key, format = null, words) {
      const found = find(key, format);
      if (found === undefined) {
        miss(gap(section, 'unknown_token', [], format === null ? key : `${key}|${format}`));
        return HOLE;
      }
      if (found.value === null) {
        const code = missingCode(key);
        // A table of twenty cells lacks one thing: what was entered for a day.
        miss(gap(section, code, [], code === 'staffing_missing' ? (key.split('.')[1] ?? null) : key));
        return HOLE;
      }
      const printed =
        words && typeof found.value === 'number'
          ? words(found.value)
          : key.startsWith('cite ')
            ? found.printed
            : printedAs(found, format);
      if (printed === undefined) {
        miss(gap(section, 'unknown_token', [], `${key}|${format}`));
        return HOLE;
      }
      const said = figures.get(key);
      if (said && words && said.printed !== printed) miss(gap(section, 'printed_twice', [], key));
      if (!said) figures.set(key, words ? { ...found, printed } : found);
      return printed;
    },
  };
}

function missingCode(key: string): 'staffing_missing' | 'outside_missing' | 'figure_missing' {
  if (key.startsWith('staffing.')) return 'staffing_missing';
  return key.startsWith('outside.') ? 'outside_missing' : 'figure_missing';
}
