import { expect, test } from 'vitest';
import { changesBetween } from '../../src/disclosure/changes.ts';
import { maskText } from '../../src/disclosure/mask.ts';
import { draftDisclosure } from '../../src/disclosure/table.ts';
import { expenseOf } from './made-up.ts';

const NOBODY = { staff: new Set<string>(), members: new Set(['한서윤']), elected: new Set<string>() };

test.each([
  ['시장 외 4명', '시장 외 4명'],
  ['한서윤 의원 외 3명', '한서윤 의원 외 3명'],
  ['윤상철 주택정책과장 외 2명', '주택정책과장 외 2명'],
  ['총무과 박민수 주무관 외 3명', '총무과 외 3명'],
  ['박민수 주무관 외 3명', '직원 외 3명'],
  ['정미란 대표, 최은아 교수, 강현우 기자 외 4명', '민간 3명 외 4명'],
  ['배효진 외 2명', '○○○ 외 2명'],
  ['정미란 대표, 윤상철 과장, 총무과 박민수 주무관', '민간, 과장, 총무과'],
])('%s is published as %s', (text, shown) => {
  expect(maskText(text, 'attendees', NOBODY, []).shown).toBe(shown);
});

test('what a person decided goes before the rules, but no number can be kept', () => {
  const decision = { expenseId: 1, by: 'U1', at: new Date(0) };
  const text = '박순희 주무관 결혼 문의 010-1234-5678';
  const decisions = [
    { ...decision, field: 'purpose' as const, found: '박순희', choice: 'keep' as const },
    { ...decision, field: 'purpose' as const, found: '010-1234-5678', choice: 'keep' as const },
    { ...decision, field: 'purpose' as const, found: '결혼', choice: 'mask' as const },
  ];

  expect(maskText(text, 'purpose', NOBODY, decisions).shown).toBe('박순희 주무관 ○○○ 문의 [비공개]');
});

test('rows stand by day, one whose day is lost at the end of its month and saying so', () => {
  const { rows } = draftDisclosure(
    [
      expenseOf({ id: 1, spentOn: null, spentTime: null }),
      expenseOf({ id: 2, spentOn: '2018-02-20' }),
      expenseOf({ id: 3, spentOn: '2018-02-03', spender: null, headcount: 3, attendees: '직원' }),
    ],
    NOBODY,
    [],
  );

  expect(rows.map(({ expense, when }) => [expense, when])).toEqual([
    [3, '2018-02-03 12:10'],
    [2, '2018-02-20 12:10'],
    [1, '일자 미상'],
  ]);
  expect(rows[0]).toMatchObject({ spender: '시장', people: '직원 (3명)' });
});

test('versions are compared record by record and field by field', () => {
  const rows = (...ids: number[]) =>
    draftDisclosure(
      ids.map((id) => expenseOf({ id })),
      NOBODY,
      [],
    ).rows;
  const edited = draftDisclosure([expenseOf({ id: 1, amount: 5_000 }), expenseOf({ id: 3 })], NOBODY, []).rows;

  expect(changesBetween(rows(1, 2), rows(1, 2))).toEqual([]);
  expect(changesBetween(rows(1, 2), edited)).toEqual([
    { expense: 1, how: 'changed', fields: [{ field: 'amount', before: 120_000, after: 5_000 }] },
    { expense: 3, how: 'added', when: '2018-02-05 12:10', amount: 120_000 },
    { expense: 2, how: 'removed', when: '2018-02-05 12:10', amount: 120_000 },
  ]);
});
