import type { Day } from '../../vocabulary/day.ts';

/** 정원 and 현원. */
export const MEASURES = ['quota', 'actual'] as const;
export type Measure = (typeof MEASURES)[number];
export const MEASURE_NAMES: Record<Measure, string> = { quota: '정원', actual: '현원' };

/** `일반직`, `5급`: a column of the table, with how many people each measure has; null where it was not entered. */
export type StaffingLine = { class: string; grade: string } & Record<Measure, number | null>;

/** What was entered as of a day, class by class in the order it was entered. */
export type Staffing = { asOf: Day; lines: readonly StaffingLine[] };

/** Days that a report may look back for its staffing: it changes with the half-yearly moves of personnel. */
export const STAFFING_DAYS = 200;
