import { expect, test } from 'vitest';
import { maskText } from '../../src/disclosure/mask.ts';
import { textIn } from '../../src/disclosure/table.ts';
import { normalise } from '../../src/korean/typed.ts';
import type { Known } from '../../src/privacy/finding.ts';
import { expenseOf } from './made-up.ts';
import { KEPT, type Planted, SURE, UNSURE } from './planted.ts';

const KNOWN: Known = {
  staff: new Set(['김서연', '이준호']),
  members: new Set(['한서윤', '조은채']),
  elected: new Set(['박한결']),
};
const seen = ({ field, text }: Pick<Planted, 'field' | 'text'>) => {
  const read = textIn(expenseOf({ [field]: text }), field);
  return { read, ...maskText(read, field, KNOWN, []) };
};

test.each(SURE)('$field “$text” is masked without anybody being asked', ({ field, text, secrets }) => {
  const { shown, parts } = seen({ field, text });

  for (const secret of secrets) expect(shown).not.toContain(secret);
  expect(parts.filter(({ state }) => state === 'open')).toEqual([]);
});

test.each(UNSURE)('a person is asked about “$text”', ({ field, text, secrets }) => {
  const { shown, parts } = seen({ field, text });

  for (const secret of secrets) expect(shown).not.toContain(secret);
  expect(parts).toContainEqual(expect.objectContaining({ state: 'open' }));
});

test.each(KEPT)('%s “%s” is published as it is', (field, text) => {
  const { shown, parts } = seen({ field, text });

  expect(parts).toEqual([]);
  expect(shown).toBe(normalise(text));
});
