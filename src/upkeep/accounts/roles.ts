import { atOnce, type Database } from '../../base/db/database.ts';
import { putEntries } from '../../outbox/store.ts';
import { type By, changeRole } from '../../people/store.ts';
import { endAwaysOf } from '../../spending/approval/away/store.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Person, Role } from '../../vocabulary/person.ts';
import { WELCOME } from './told.ts';

/** Gives a role, or takes off the list (`null`), with all that follows: who is new is welcomed, who leaves stands for nobody. */
export const giveRole = (
  db: Database,
  person: Omit<Person, 'role'>,
  role: Role | null,
  { today, ...by }: By & { today: Day },
): ReturnType<typeof changeRole> =>
  atOnce(db, async (db) => {
    const { userId } = person;
    const changed = await changeRole(db, person, role, by);
    if ('refusal' in changed) return changed;
    if (role === null) await endAwaysOf(db, userId, { ...by, today });
    else if (!changed.before) {
      const entry = { key: `${WELCOME}:${userId}:${by.at.toISOString()}`, kind: WELCOME, recipient: userId };
      await putEntries(db, [{ ...entry, subject: null, dueAt: by.at, expiresAt: null }], by.at);
    }
    return changed;
  });
