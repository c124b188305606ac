import { expect, test } from 'vitest';
import { missingSetup, type Standing } from '../../../src/desk/setup/rules.ts';
import { SETUPS } from '../../../src/vocabulary/desk.ts';
import type { Person, Role } from '../../../src/vocabulary/person.ts';

const person = (role: Role): Person => ({ userId: 'U1', name: '가나다', role, language: null });
const nothing: Standing = {
  people: 1,
  administrators: 1,
  channel: null,
  budgeted: false,
  members: false,
  pledges: false,
  expenses: false,
};
const everything: Standing = {
  people: 18,
  administrators: 2,
  channel: 'C1',
  budgeted: true,
  members: true,
  pledges: true,
  expenses: true,
};

test.each<[string, Partial<Standing>, string[]]>([
  ['everything is there', {}, []],
  ['nobody but the administrator', { people: 1, administrators: 1 }, ['people']],
  ['one administrator among many', { administrators: 1 }, ['second_administrator']],
  ['no channel', { channel: null }, ['channel']],
  ['no budgets', { budgeted: false }, ['budgets']],
  ['no members', { members: false }, ['members']],
  ['no pledges', { pledges: false }, ['pledges']],
  ['no expense', { expenses: false }, ['expenses']],
])('%s: an administrator is told so', (_name, differs, missing) => {
  expect(missingSetup(person('administrator'), { ...everything, ...differs }, [])).toEqual(missing);
});

test('nobody else is told what is missing', () => {
  expect(missingSetup(person('administrator'), nothing, [])).toEqual(
    SETUPS.filter((it) => it !== 'second_administrator'),
  );
  for (const role of ['member', 'manager'] as const) expect(missingSetup(person(role), nothing, [])).toEqual([]);
});

test('what an office left out is not missed', () => {
  expect(missingSetup(person('administrator'), nothing, ['pledges', 'members'])).toEqual([
    'people',
    'channel',
    'budgets',
    'expenses',
  ]);
});
