import type { Answer } from './answer.ts';

/** The answer as other programs read it (`biseo ask --json`). */
export function answerJson(understood: string, { query, value, unit, rows, count }: Answer): object {
  const { noun, measure, groupBy, periods, filters, scope } = query;
  const [first] = periods;
  return {
    understood,
    noun,
    measure,
    groupBy,
    period: first ? { from: first.from, to: periods.at(-1)?.to ?? first.to } : null,
    filters,
    scope: scope ?? 'office',
    value,
    unit,
    rows: rows.map(({ label, value }) => ({ label, value })),
    records: rows.flatMap(({ record }) => record ?? []),
    count,
  };
}
