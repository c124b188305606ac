import { expect, test } from 'vitest';
import { mayChange, refuseRoleChange } from '../../src/people/rules.ts';
import type { Person, Role } from '../../src/vocabulary/person.ts';

const person = (role: Role, userId = 'U1'): Person => ({ userId, name: '', role, language: null });

test.each<[Role, string, boolean]>([
  ['member', 'U1', true],
  ['member', 'U2', false],
  ['manager', 'U2', true],
  ['administrator', 'U2', true],
])('a %s may change the record of %s: %s', (role, createdBy, may) => {
  expect(mayChange(person(role), { createdBy })).toBe(may);
});

test.each<[Role | null, Role, Role | null, number, string | null]>([
  ['administrator', 'member', 'manager', 1, null],
  ['administrator', 'administrator', 'member', 1, 'last_administrator'],
  ['administrator', 'administrator', null, 1, 'last_administrator'],
  ['administrator', 'administrator', 'administrator', 1, null],
  ['administrator', 'administrator', null, 2, null],
  ['manager', 'member', null, 2, 'not_administrator'],
  ['member', 'member', 'administrator', 2, 'not_administrator'],
  [null, 'member', 'manager', 2, 'not_administrator'],
])('someone who is %s makes a %s %s while there are %i administrators: %s', (actor, subject, role, count, refusal) => {
  expect(refuseRoleChange(actor && person(actor), person(subject, 'U2'), role, count)).toBe(refusal);
});
