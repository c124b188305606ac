import { expect, test } from 'vitest';
import { namesOf } from '../../src/report/record-names.ts';

test.each([
  [['E1', 'E2', 'E3', 'E7'], 9, 'E1~E3, E7', 0],
  [['E1', 'E2', 'V3', 'V4', 'V5'], 9, 'E1, E2, V3~V5', 0],
  [['E9', 'E10', 'E11', 'E20', 'E30'], 2, 'E9~E11, E20', 1],
  [['1-2-3', '1-2-4', '혁신-12', 'P5', 'P5'], 9, '1-2-3, 1-2-4, 혁신-12, P5, P5', 0],
  [[], 3, '', 0],
])('records are named in few words: %j', (records, most, said, left) => {
  expect(namesOf(records, most)).toEqual({ said, left });
});
