import type { Section } from './sections.ts';

/** What keeps a report from being released; a draft prints ［미입력］ in its place. */
export const BLOCKING = [
  'no_text',
  'unknown_token',
  'figure_missing',
  'staffing_missing',
  'outside_missing',
  'totals_differ',
  'name_undecided',
] as const;
/** What a manager may let stand, with a reason. */
export const WARNINGS = [
  'held_rows',
  'spends_without_day',
  'visits_without_result',
  'troubled_without_reason',
  'demand_unanswered',
  'cited_cancelled',
  'cited_ahead',
  'printed_twice',
] as const;
export type GapCode = (typeof BLOCKING)[number] | (typeof WARNINGS)[number];

export type Gap = {
  section: Section;
  code: GapCode;
  severity: 'block' | 'warn';
  records: readonly string[];
  /** The token, the name or the won that it is about. */
  detail: string | null;
};

export const gap = (
  section: Section,
  code: GapCode,
  records: readonly string[] = [],
  detail: string | null = null,
): Gap => ({
  ...{ section, code, records, detail },
  severity: BLOCKING.some((it) => it === code) ? 'block' : 'warn',
});

/** By what an acceptance knows a warning: another record in it makes it another one. */
export const gapKey = ({ section, code, records, detail }: Gap): string =>
  JSON.stringify([section, code, detail, records]);
