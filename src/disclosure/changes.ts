import { COLUMNS, type DisclosureRow } from './table.ts';

type Field = (typeof COLUMNS)[number][0];
/** How the published row of a record differs from the one published before. */
export type RowChange =
  | { expense: number; how: 'added' | 'removed'; when: string; amount: number }
  | {
      expense: number;
      how: 'changed';
      fields: { field: Field; before: string | number | null; after: string | number | null }[];
    };

/** What a new version changes of the one before, in the order of the table; rows of the same record are compared field by field. */
export function changesBetween(before: readonly DisclosureRow[], after: readonly DisclosureRow[]): RowChange[] {
  const old = new Map(before.map((row) => [row.expense, row]));
  const kept = new Set(after.map(({ expense }) => expense));
  const changes = after.flatMap((row): RowChange[] => {
    const was = old.get(row.expense);
    if (!was) return [{ expense: row.expense, how: 'added', when: row.when, amount: row.amount }];
    const fields = COLUMNS.flatMap(([field]) =>
      was[field] === row[field] ? [] : [{ field, before: was[field], after: row[field] }],
    );
    return fields.length === 0 ? [] : [{ expense: row.expense, how: 'changed', fields }];
  });
  const removed = before
    .filter(({ expense }) => !kept.has(expense))
    .map(({ expense, when, amount }): RowChange => ({ expense, how: 'removed', when, amount }));
  return [...changes, ...removed];
}
