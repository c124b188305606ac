import { normalise } from '../../korean/typed.ts';

/** A record that belongs to a pledge, by the name people say: a visit, a council contact, a follow-up, an expense. */
export type Link = { record: string; note: string | null; linkedBy: string; linkedAt: Date };

/** `v87` → `V87`; null for what is no record's name. */
export function recordNamed(typed: string): string | null {
  const found = /^([vcfe]) ?(\d{1,9})$/i.exec(normalise(typed));
  return found ? `${found[1]?.toUpperCase()}${Number(found[2])}` : null;
}
