/** How many, as it was written (`1`, `1,204`) or counted. */
type Count = string | number;

/** `1 record`, `2 records`, `0 records`; another plural where it takes one. */
export const many = (count: Count, one: string, more = `${one}s`): string => `${count} ${pick(count, one, more)}`;

/** The word that goes with so many: `is` or `are`. */
export const pick = (count: Count, one: string, more: string): string => (Number(count) === 1 ? one : more);

export const people = (count: Count): string => many(count, 'person', 'people');

/** `1st`, `2nd`, `6th`, `11th`. */
export function ordinal(count: Count): string {
  const [last, teens] = [Number(count) % 10, Math.floor(Number(count) / 10) % 10 === 1];
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th');
  return `${count}${ending}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `March`; of a number that is no month, nothing. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? '';

/** `Mar 2018`, of `2018-03` or of a year and a month. */
export const monthOf = (year: number | string, month: number): string =>
  [monthName(month).slice(0, 3), year].filter(Boolean).join(' ');

/** Money that is written in thousands or millions of won, as people say it: `₩416.2 million`, `₩12.6 billion`, `₩940,000`. */
export function bigWon(count: string, unit: 1_000 | 1_000_000): string {
  const won = Number(count.replaceAll(',', '')) * unit;
  if (Number.isNaN(won)) return `₩${count}`;
  const [sign, size] = [won < 0 ? '−' : '', Math.abs(won)];
  // A figure that rounds up to the next word takes that word.
  if (size >= 999_950_000) return `${sign}₩${oneDecimal(size / 1e9)} billion`;
  if (size >= 999_950) return `${sign}₩${oneDecimal(size / 1e6)} million`;
  return `${sign}₩${size.toLocaleString('en-US')}`;
}

const oneDecimal = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 1 });
