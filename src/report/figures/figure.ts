import { formatWon } from '../../korean/won.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Records } from '../records/records.ts';

export type Unit = 'won' | 'count' | 'people' | 'percent' | 'percent_point' | 'text';

/** A record that a figure rests on, with what it adds to its value: 1, won, people. */
export type Source = { record: string; adds: number };

/** One quantity of a report. `value` null: what it needs was never entered. */
export type Figure = {
  key: string;
  value: number | string | null;
  unit: Unit;
  /** As it reads where no other way to print it is asked for; won in 천원. */
  printed: string;
  /** What a summed value is the sum of, and what any other was read from. */
  sources: readonly Source[];
  /** Whether `sources` add up to the value. */
  sums: boolean;
  /** In Korean, as the evidence table (근거표) prints it. */
  rule: string;
  /** The figures it was computed from. */
  from: readonly string[];
};

/** The words of a key after its family: `visits.2013.현장시장실.places` → year 2013, rest 현장시장실, places. */
export type Asked = { key: string; year: number; words: readonly string[] };
/** Undefined: the family has no such figure. */
export type Family = (asked: Asked, records: Records) => Figure | undefined;

type Said = Pick<Figure, 'value' | 'unit' | 'rule'> & Partial<Figure>;

export const figure = (key: string, { value, unit, ...said }: Said): Figure => ({
  ...{ key, value, unit, printed: printedValue(value, unit), sources: [], sums: false, from: [] },
  ...said,
});

/** The sum of what the sources add. */
export const summed = (key: string, sources: readonly Source[], unit: Unit, rule: string): Figure =>
  figure(key, { value: sources.reduce((sum, { adds }) => sum + adds, 0), unit, rule, sources, sums: true });

/** What was never entered. */
export const missing = (key: string, unit: Unit, rule: string): Figure => figure(key, { value: null, unit, rule });

export const ones = (names: readonly string[]): Source[] => names.map((record) => ({ record, adds: 1 }));

function printedValue(value: Figure['value'], unit: Unit): string {
  if (typeof value !== 'number') return value ?? '';
  if (unit === 'won') return formatWon(Math.round(value / 1000));
  if (unit === 'percent') return value.toFixed(1);
  if (unit === 'percent_point') return `${Number.isInteger(value) ? value : value.toFixed(1)}`;
  return formatWon(value);
}

/** How a token may ask for a value to be printed: `{{…|천여}}` reads `3천여`, down to the full thousand. */
const FORMATS = new Map<string, (figure: Figure) => string | undefined>(
  Object.entries({
    천여: ({ value }) => {
      if (typeof value !== 'number') return undefined;
      return value < 1000 ? formatWon(value) : `${formatWon(Math.floor(value / 1000))}천여`;
    },
    원: ({ value, unit }) => (typeof value === 'number' && unit === 'won' ? formatWon(value) : undefined),
  }),
);
export const FORMAT_NAMES = [...FORMATS.keys()];

/** Undefined where a figure can't be printed so. */
export const printedAs = (it: Figure, format: string | null): string | undefined =>
  format === null ? it.printed : FORMATS.get(format)?.(it);

/** `3.7`, as the report writes a day of its own year. */
export const shortDay = (day: Day): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`;
/** `'16.10.31` */
export const quotedDay = (day: Day): string => `'${day.slice(2, 4)}.${Number(day.slice(5, 7))}.${Number(day.slice(8))}`;
