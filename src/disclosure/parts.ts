import type { Part } from './mask.ts';
import type { PartOf } from './table.ts';

/** The same words in the same text, wherever they stand: what a person decides at once. */
export type PartGroup = Part & { expenses: number[] };

const ORDER = { open: 0, masked: 1, kept: 2 } as const;

/** First what has to be decided, then what is masked, then what stays; each in the order of the table. */
export function groupParts(parts: readonly PartOf[]): PartGroup[] {
  const groups = new Map<string, PartGroup>();
  for (const { expense, ...part } of parts) {
    const key = JSON.stringify([part.field, part.before, part.found, part.state]);
    const group = groups.get(key);
    if (!group) groups.set(key, { ...part, expenses: [expense] });
    else if (!group.expenses.includes(expense)) group.expenses.push(expense);
  }
  return [...groups.values()].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
}

export const countParts = (parts: readonly PartOf[], state: Part['state']): number =>
  parts.filter((part) => part.state === state).length;
