import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHeadcount } from '../../src/korean/headcount.ts';

test.each([
  ['시장 외 4명', 5],
  ['시장외 4명', 5],
  ['시장 외4명', 5],
  ['시장외4', 5],
  ['시장 외  4 명', 5],
  ['외 5명', 6],
  ['외5명', 6],
  ['기획관외 3명', 4],
  ['해외도시과장 외 3명', 4],
  ['시장 외 시설청소실무관 27명', 28],
  ['시장 외 총 5명', 6],
  ['시장 1명 외 4명', 5],
  ['과장 외 3명, 국장 외 2명', 7],
  ['시장 등 12명', 12],
  ['시장 등 총12명', 12],
  ['시장 등 12', 12],
  ['등 6명', 6],
  ['시장단, 실본부국장 등 54명', 54],
  ['교통방송 등 비상근무자 44명', 44],
  ['삼청파출소 등 3개소 비상근무자 44명', 44],
  ['직원 5,789명', 5789],
  ['직원 6', 6],
  ['직원 총118명', 118],
  ['직원  총  18명', 18],
  ['북부수도사업소 직원 126명', 126],
  ['재무과 직원 12먕', 12],
  ['시장 4명', 4],
  ['4명', 4],
  ['４명', 4],
  ['4 명', 4],
  ['4인', 4],
  ['8', 8],
  ['8.0', 8],
  ['1,200', 1200],
  ['30여명', 30],
  ['약 30명', 30],
  ['직원 3명, 외부인 2명', 5],
  ['직원 5명, 외부인 5명', 10],
  ['직원 3명, 외부인 2명 등 5명', 5],
  ['직원 3명, 외부인 2명 총 5명', 5],
  ['12명(시장 외 11명)', 12],
  ['부서장 5명 포함 12명', 12],
  ['공무원 2명을 포함하여 10명', 10],
  ['시장 1명, 직원 6명', 7],
  ['시장과 직원 등 6명', 6],
  ['시장·군수 12명', 12],
  ['재무과 직원 6명', 6],
  ['직원(3명), 외부(2명)', 5],
  ['(4명)', 4],
  ['해외 2명', 2],
  ['4 people', 4],
  ['12 guests', 12],
  ['4 council members', 4],
  ['Mayor and 4 others', 5],
  ['Mayor and 4 people', 4],
])('%j is %i people', (text, people) => {
  expect(parseHeadcount(text)).toBe(people);
});

test.each([
  '',
  '-',
  '_',
  '.',
  '0',
  '0명',
  '-3명',
  '3.5',
  '유족',
  '시장',
  '교통방송 등 2개 기관',
  '유관기관 3개소',
  '물순환정책과 등 5개부서',
  '의장, 부의장(2), 상임위원장(10)',
  '의장, 부의장 3,4명',
  '10~12명',
  '10 ~ 12명',
  '10-12명',
  '남 3 여 2',
  '시장 및 직원 6명',
  '시장과 직원 6명',
  '총무과장, 수행직원 3명',
  '코로나 19',
  '1인당 30,000원',
  '외 다수',
  '99999999명',
  '2,000,000명',
])('%j says nothing of how many', (text) => {
  expect(parseHeadcount(text)).toBeNull();
});

test('any text at all gives a whole number of people or nothing, quickly', () => {
  const text = fc
    .array(fc.constantFrom(...'0123,~-() 외등총계명인여약', '시장', 'and ', ' people', ' others'), { maxLength: 15 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (typed) => {
      const people = parseHeadcount(typed);

      expect(people === null || (Number.isInteger(people) && people > 0 && people <= 1_000_000)).toBe(true);
    }),
    { numRuns: 1000 },
  );
  for (const piece of ['외 가', '(', '1 ', '외 ', '1,', '총 ']) parseHeadcount(piece.repeat(3000 / piece.length));
});
