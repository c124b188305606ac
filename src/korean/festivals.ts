import type { Day } from '../vocabulary/day.ts';
import { addDays } from './days.ts';
import type { Holidays } from './holidays.ts';

export type Festival = { name: '설날' | '추석'; day: Day };

/** 청탁금지법 시행령 제17조 제2항: from 24 days before 설날 and 추석 to 5 days after. */
const DAYS_BEFORE = 24;
const DAYS_AFTER = 5;

/** 설날 and 추석 themselves, without the days before and after them that are free too. */
export const festivalsIn = (holidays: Holidays): Festival[] =>
  [...holidays].flatMap(([day, names]) =>
    (['설날', '추석'] as const).flatMap((name) => (names.split(', ').includes(name) ? [{ name, day }] : [])),
  );

export const windowOf = ({ day }: Festival): { from: Day; to: Day } => ({
  from: addDays(day, -DAYS_BEFORE),
  to: addDays(day, DAYS_AFTER),
});

/** The festival whose window holds a day; `2026-09-01` to `2026-09-30` is 추석's of 2026-09-25. */
export const festivalAround = (day: Day, festivals: readonly Festival[]): Festival | null =>
  festivals.find((festival) => {
    const { from, to } = windowOf(festival);
    return from <= day && day <= to;
  }) ?? null;

/** How far from a day the festivals may lie that matter to it. */
export const FESTIVAL_REACH = { before: DAYS_AFTER, after: DAYS_BEFORE };
