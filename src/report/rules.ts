import type { Day } from '../vocabulary/day.ts';

/** The day a report is as of when nobody said one: today in its own year, the year's last day after it. */
export const usualDay = (year: number, today: Day): Day => (today.startsWith(`${year}-`) ? today : `${year}-12-31`);
