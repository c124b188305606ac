import type { Answer } from './answer.ts';

/** The answer as other programs read it (`biseo ask --json`). */
export function answerJson(understood: string, { query, value, unit, rows, count }: Answer): object {
  const { noun, measure, groupBy, periods, filters, scope } = query;
  return {
    understood,
    noun,
    measure,
    groupBy,
    period: spanOf(periods),
    filters,
    scope: scope ?? 'office',
    value,
    unit,
    rows: rows.map(({ label, value }) => ({ label, value })),
    records: rows.flatMap(({ record }) => record ?? []),
    count,
  };
}

/** From the first day that was asked about to the last, in whatever order they were said. */
function spanOf(periods: Answer['query']['periods']): { from: string; to: string } | null {
  const [from] = periods.map((it) => it.from).sort();
  const to = periods
    .map((it) => it.to)
    .sort()
    .at(-1);
  return from && to ? { from, to } : null;
}
