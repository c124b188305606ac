import type { Entry } from './store.ts';

/**
 * What one person's form and another's change of the meantime make together: a field that the form left as it was before those
 * changes (newest first) keeps what they made of it; a field that was typed in counts as typed.
 */
export function keepOthers<Values extends object>(typed: Values, now: Values, changes: readonly Entry[]): Values {
  const before = new Map<string, unknown>();
  for (const entry of changes) for (const { field, before: was } of entry.changed) before.set(field, was);
  const current = new Map<string, unknown>(Object.entries(now));
  const untouched = (field: string, value: unknown) =>
    before.has(field) && JSON.stringify(value ?? null) === JSON.stringify(before.get(field) ?? null);
  const merged = Object.entries(typed).map(([field, value]) => [
    field,
    untouched(field, value) ? current.get(field) : value,
  ]);
  return Object.fromEntries(merged) as Values;
}
