import { z } from 'zod';
import type { View } from '../slack/blocks.ts';
import { capital } from '../slack/blocks.ts';
import { choice, drawForm, form, person } from '../slack/form.ts';
import type { Text } from '../text/index.ts';
import { type Person, ROLES, type Role } from '../vocabulary/person.ts';

export const PERSON = form({
  id: 'person_form',
  metadata: z.object({}),
  fields: { person: person(), role: choice() },
});

/** Adds someone, as `wanted`, or changes the role of `known`; `remove` stands among the roles of somebody who is on the list. */
export function personForm(known: Pick<Person, 'userId' | 'role'> | null, text: Text, wanted: Role = 'member'): View {
  const { title: change, submit, remove, ...labels } = text.office.personForm;
  const title = known ? change : text.office.personAdd;
  const roles = [
    ...ROLES.map((role) => ({ label: capital(text.office.roles[role]), value: role as string })),
    ...(known ? [{ label: remove, value: 'remove' }] : []),
  ];
  const values = { person: known?.userId ?? null, role: known?.role ?? wanted };
  return drawForm(PERSON, values, {}, { title, submit, labels, choices: { role: roles } }, text);
}
