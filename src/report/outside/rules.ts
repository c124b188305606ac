import type { Day } from '../../vocabulary/day.ts';

/** What somebody else counts (시민제안 3,145건): as of a day, with where it was read. */
export type OutsideFigure = { id: number; key: string; asOf: Day; value: number; unit: string; source: string };

/** Days after which a figure of others is too old to be printed as of a day. */
export const OUTSIDE_DAYS = 100;
