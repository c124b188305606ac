import { atOnce, type Database } from '../../base/db/database.ts';
import { putEntries } from '../../outbox/store.ts';
import { isManager } from '../../people/rules.ts';
import { type By, changeRole, findPeople } from '../../people/store.ts';
import { endAwaysOf } from '../../spending/approval/away/ending.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Language } from '../../vocabulary/language.ts';
import type { Person, Role } from '../../vocabulary/person.ts';
import { PERSON_LEFT, telling, WELCOME } from './told.ts';

/**
 * Gives a role, or takes off the list (`null`), with all that follows: who is new is welcomed, who leaves stands for nobody, and managers
 * hear of what that one has left to hand over.
 */
export const giveRole = (
  db: Database,
  person: Omit<Person, 'role'>,
  role: Role | null,
  { today, language, ...by }: By & { today: Day; language: Language },
): ReturnType<typeof changeRole> =>
  atOnce(db, async (db) => {
    const { userId } = person;
    const changed = await changeRole(db, person, role, by);
    if ('refusal' in changed) return changed;
    if (role === null) {
      await endAwaysOf(db, userId, { ...by, today, language });
      const managers = changed.before ? (await findPeople(db)).filter(isManager) : [];
      await putEntries(db, managers.map(telling(PERSON_LEFT, { userId }, by.at, by.at.toISOString())), by.at);
    } else if (!changed.before) {
      const entry = { key: `${WELCOME}:${userId}:${by.at.toISOString()}`, kind: WELCOME, recipient: userId };
      await putEntries(db, [{ ...entry, subject: null, dueAt: by.at, expiresAt: null }], by.at);
    }
    return changed;
  });
