import { isAdministrator } from '../../people/rules.ts';
import { SETUPS, type Setup } from '../../vocabulary/desk.ts';
import type { Person } from '../../vocabulary/person.ts';

/** What is there of it. */
export type Standing = {
  people: number;
  administrators: number;
  channel: string | null;
  budgeted: boolean;
  members: boolean;
  pledges: boolean;
  expenses: boolean;
};

/** Told to administrators only: nobody else could mend all of it. `leftOut`: what they said this office does not need. */
export function missingSetup(person: Person, standing: Standing, leftOut: readonly string[]): Setup[] {
  if (!isAdministrator(person)) return [];
  const missing: Record<Setup, boolean> = {
    people: standing.people <= 1,
    second_administrator: standing.people > 1 && standing.administrators <= 1,
    channel: standing.channel === null,
    budgets: !standing.budgeted,
    members: !standing.members,
    pledges: !standing.pledges,
    expenses: !standing.expenses,
  };
  return SETUPS.filter((it) => missing[it] && !leftOut.includes(it));
}
