import type { Person, Role, RoleRefusal } from '../vocabulary/person.ts';

/** Who is at the door: someone of the office, someone an administrator could add, or someone who can't be let in. */
export type Caller = { userId: string; teamId: string | null };

/** Everyone in the office sees the ledger; members change their own records, managers all. */
export function mayChange(person: Person, record: { createdBy: string }): boolean {
  return record.createdBy === person.userId || isManager(person);
}

export function isManager(person: Person): boolean {
  return person.role === 'manager' || person.role === 'administrator';
}

export function isAdministrator(person: Person): boolean {
  return person.role === 'administrator';
}

/** Whether `actor` may give `person` that role, or remove them (`null`); an office always keeps one administrator. */
export function refuseRoleChange(
  actor: Person | null,
  person: Person,
  role: Role | null,
  administrators: number,
): RoleRefusal | null {
  if (!actor || !isAdministrator(actor)) return 'not_administrator';
  if (isAdministrator(person) && role !== 'administrator' && administrators <= 1) return 'last_administrator';
  return null;
}
