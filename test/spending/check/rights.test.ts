import { expect, test } from 'vitest';
import { refuseAcceptance } from '../../../src/spending/check/rights.ts';
import type { Finding } from '../../../src/spending/check/rule.ts';
import { MANAGER } from '../../support/office.ts';

const open = { state: 'open' } as Finding;
const typed = { createdBy: MANAGER, origin: 'form', voided: false } as const;

test.each([
  ['a manager accepts about another’s record', 'manager', open, { ...typed, createdBy: 'U0OTHER' }, null],
  ['a manager accepts about a row of a file that they brought', 'manager', open, { ...typed, origin: 'import' }, null],
  ['a manager does not accept about what they entered themselves', 'manager', open, typed, 'own'],
  ['a member accepts nothing', 'member', open, { ...typed, createdBy: 'U0OTHER' }, 'notManager'],
  ['what is accepted already is not accepted again', 'manager', { ...open, state: 'accepted' }, typed, 'gone'],
  ['about a void record nothing is accepted', 'manager', open, { ...typed, voided: true }, 'gone'],
  ['about a record that is none nothing is accepted', 'manager', open, null, 'gone'],
] as const)('%s', (_, role, finding, expense, refusal) => {
  const person = { userId: MANAGER, role, name: '민도현', language: 'ko' as const };
  expect(refuseAcceptance(person, finding as Finding, expense)).toBe(refusal);
});
