import { expect, test } from 'vitest';
import { figure, missing } from '../../src/report/figures/figure.ts';
import { figureMessage } from '../../src/report/views.ts';
import { textFor } from '../../src/text/index.ts';

test.each([
  [figure('spent', { value: 203_672_000, unit: 'won', rule: '합계' }), '203,672천원', '203,672 thousand won'],
  [figure('rate', { value: 73.9, unit: 'percent', rule: '비율' }), '73.9%', '73.9%'],
  [figure('change', { value: -16, unit: 'percent_point', rule: '차이' }), '-16%p', '-16%p'],
  [figure('guests', { value: 4_856, unit: 'people', rule: '합계' }), '4,856명', '4,856'],
  [figure('office', { value: '시장 비서실', unit: 'text', rule: '부서' }), '시장 비서실', '시장 비서실'],
])('a figure is said with its unit: %#', (it, korean, english) => {
  expect(figureMessage(it, textFor('ko')).text).toContain(`→ ${korean}\n`);
  expect(figureMessage(it, textFor('en')).text).toContain(`→ ${english}\n`);
});

test('what nobody entered is said so', () => {
  const { text } = figureMessage(missing('staff', 'people', '정원'), textFor('ko'));

  expect(text).toContain('→ 미입력\n');
});
