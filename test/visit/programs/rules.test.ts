import { expect, test } from 'vitest';
import { readDistricts, SEOUL } from '../../../src/people/districts/rules.ts';
import { draftProgram, type Program, type ProgramForm } from '../../../src/visit/programs/rules.ts';
import { readMinutes } from '../../../src/visit/settings/rules.ts';

const FORM: ProgramForm = { name: '골목투어', kind: 'site', counts: ['places', 'agenda'], retired: false };
const OTHER: Program = { id: 1, name: '시설 안전점검', kind: 'site', counts: [], retired: false, version: 1 };

test.each<[why: string, form: Partial<ProgramForm>, refusals: object]>([
  ['no name', { name: ' \u3000' }, { name: 'missing' }],
  ['a long name', { name: '가'.repeat(31) }, { name: 'too_long' }],
  ['the name of another, but for a space', { name: '시설안전점검' }, { name: 'name_taken' }],
  ['no kind', { kind: null }, { kind: 'missing' }],
  ['a kind there is not', { kind: 'party' }, { kind: 'missing' }],
])('%s is refused', (_, form, refusals) => {
  expect(draftProgram({ ...FORM, ...form }, [OTHER])).toEqual({ refusals });
});

test('what a program counts is only what can be counted', () => {
  const drafted = draftProgram({ ...FORM, name: ' 골목  투어 ', counts: ['agenda', 'applause'] }, [OTHER]);
  expect(drafted).toEqual({ draft: { name: '골목 투어', kind: 'site', counts: ['agenda'], retired: false } });
});

test.each([
  ['강남구\n 서초구 \n\n강남구', ['강남구', '서초구']],
  ['강남구, 서초구', ['강남구', '서초구']],
  [SEOUL.join('\n'), [...SEOUL]],
])('a list of districts is read', (typed, districts) => {
  expect(readDistricts(typed)).toEqual({ districts });
});

test.each([
  [' \n,', 'missing'],
  ['가'.repeat(31), 'too_long'],
  [Array.from({ length: 101 }, (_, i) => `구${i}`).join('\n'), 'too_many'],
] as const)('a list of districts is refused', (typed, refusal) => {
  expect(readDistricts(typed)).toEqual({ refusal });
});

test.each([
  [{ within: '0', between: '40', usual: '60' }, []],
  [{ within: '-1', between: '481', usual: '0' }, ['within', 'between', 'usual']],
  [{ within: '1.5', between: '', usual: 'x' }, ['within', 'between', 'usual']],
])('minutes %o', (typed, wrong) => {
  expect(readMinutes(typed).wrong).toEqual(wrong);
});
