import { BLOCKING, type GapCode, type Section } from '../vocabulary/report.ts';

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

/** What a manager can let stand: every warning, and a name that they decided may be printed. */
export const isAcceptable = ({ severity, code }: Gap): boolean => severity === 'warn' || code === 'name_undecided';

/** By what an acceptance knows a gap: another record in it makes it another one. A name is the same wherever it stands. */
export const gapKey = ({ section, code, records, detail }: Gap): string =>
  JSON.stringify(code === 'name_undecided' ? [code, detail] : [code, section, detail, records]);
