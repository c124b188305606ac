import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWon, MAX_WON, parseWon, rate, shares, thousands } from '../../src/korean/won.ts';

test.each([
  ['85000', 85_000],
  ['85,000', 85_000],
  ['８５０００', 85_000],
  ['８５，０００원', 85_000],
  ['₩85000', 85_000],
  ['￦ 85,000', 85_000],
  ['\\85,000', 85_000],
  ['85000원', 85_000],
  ['85,000 원', 85_000],
  ['85000원정', 85_000],
  ['85,000.-', 85_000],
  ['KRW 85,000', 85_000],
  ['85,000 won', 85_000],
  ['8만5천원', 85_000],
  ['8만 5천 원', 85_000],
  ['8만5000', 85_000],
  ['8만 5,000원', 85_000],
  ['8만 500원', 80_500],
  ['8만5백', 80_500],
  ['8.5만', 85_000],
  ['12만', 120_000],
  ['10만원', 100_000],
  ['3천', 3000],
  ['2백50', 250],
  ['만 5천원', 15_000],
  ['백만원', 1_000_000],
  ['1억 2천만', 120_000_000],
  ['1억2000만', 120_000_000],
  ['1.2억', 120_000_000],
  ['3천5백만', 35_000_000],
  ['1,234천원', 1_234_000],
  ['380,200천원', 380_200_000],
  ['12,595백만원', 12_595_000_000],
  ['1조', MAX_WON],
  ['팔만오천원', 85_000],
  ['일십이만 구천육백 원정', 129_600],
  ['팔만오천', 85_000],
  ['금234,580원', 234_580],
  ['일금 85,000원정', 85_000],
  ['금234,580원(금이십삼만사천오백팔십원)', 234_580],
  ['금12,003원(금일만이천삼원)', 12_003],
  ['△5,000', -5000],
  ['▲ 5,000', -5000],
  ['-5,000', -5000],
  ['−5,000원', -5000],
  ['-₩5,000', -5000],
  ['₩-5,000', -5000],
  ['(5,000)', -5000],
  ['(₩5,000)', -5000],
  ['+5,000', 5000],
  ['=85000', 85_000],
  ['="85000"', 85_000],
  ['="85,000"', 85_000],
  ["'85000", 85_000],
  ['85,000.00', 85_000],
  ['85000.0', 85_000],
  ['1.5e5', 150_000],
  ['1E+05', 100_000],
  ['85k', 85_000],
  ['85 K won', 85_000],
  ['1.2 million won', 1_200_000],
  ['₩1.2m', 1_200_000],
  ['300 thousand', 300_000],
  ['2 billion KRW', 2_000_000_000],
  ['-85k', -85_000],
  ['8만5천 500원', 85_500],
  ['0', 0],
  ['-0', 0],
  ['007', 7],
])('%j is %i won', (text, won) => {
  expect(parseWon(text)).toEqual({ won });
});

test.each([
  ['', 'empty'],
  ['　', 'empty'],
  ['-', 'empty'],
  ['_', 'empty'],
  ['85000.5', 'not_whole'],
  ['0.00001만', 'not_whole'],
  ['1.5e0', 'not_whole'],
  ['1000000000001', 'too_large'],
  ['2조', 'too_large'],
  ['-2조', 'too_large'],
  ['1e99', 'too_large'],
  ['원', 'not_a_number'],
  ['미진', 'not_a_number'],
  ['이천', 'not_a_number'],
  ['사천', 'not_a_number'],
  ['만', 'not_a_number'],
  ['8,50,00', 'not_a_number'],
  ['85,00', 'not_a_number'],
  ['85.000', 'not_a_number'],
  ['1.234.567', 'not_a_number'],
  ['85 000', 'not_a_number'],
  ['8 5만', 'not_a_number'],
  ['8만5', 'not_a_number'],
  ['3천5', 'not_a_number'],
  ['1억 2천', 'not_a_number'],
  ['1억 5000', 'not_a_number'],
  ['1만2만', 'not_a_number'],
  ['5천8만', 'not_a_number'],
  ['8.5만5천', 'not_a_number'],
  ['3천12백', 'not_a_number'],
  ['8만 50000', 'not_a_number'],
  ['85000+1', 'not_a_number'],
  ['=A1*2', 'not_a_number'],
  ['$85', 'foreign'],
  ['US$ 1,200', 'foreign'],
  ['-$85', 'foreign'],
  ['85달러', 'foreign'],
  ['100 dollars', 'foreign'],
  ['3만 엔', 'foreign'],
  ['€20', 'foreign'],
  ['1.2345k', 'not_whole'],
  ['1.2.3 million', 'not_a_number'],
  ['85 kg', 'not_a_number'],
  ['85%', 'not_a_number'],
  ['8만원~9만원', 'not_a_number'],
  ['85,000원(카드)', 'not_a_number'],
  ['금234,580원(금이십삼만사천오백구십원)', 'not_a_number'],
  ['2018-03-30', 'not_a_number'],
  ['--5', 'not_a_number'],
  ['NaN', 'not_a_number'],
  ['0x10', 'not_a_number'],
])('%j is refused: %s', (text, refusal) => {
  expect(parseWon(text)).toEqual({ refusal });
});

test('a page of text is refused as quickly as a word', () => {
  expect(parseWon('9'.repeat(3000))).toEqual({ refusal: 'too_large' });
  expect(parseWon('9만'.repeat(100_000))).toEqual({ refusal: 'not_a_number' });
});

const won = fc.integer({ min: -MAX_WON, max: MAX_WON });

test('every formatted amount is read back', () => {
  fc.assert(
    fc.property(won, (amount) => {
      expect(parseWon(formatWon(amount))).toEqual({ won: amount === 0 ? 0 : amount });
      expect(parseWon(`${amount}원`)).toEqual({ won: amount === 0 ? 0 : amount });
    }),
  );
});

test('an amount, or an average of several, is written as English writes numbers', () => {
  const written = new Intl.NumberFormat('en-US', { signDisplay: 'negative' });
  fc.assert(
    fc.property(fc.oneof(won, fc.double({ min: -1e15, max: 1e15, noNaN: true })), (amount) => {
      expect(formatWon(amount)).toBe(written.format(amount));
    }),
  );
});

test('any text at all is a number or a refusal', () => {
  const pieces = fc.array(fc.constantFrom(...'0123456789,.만천백십억조원₩()-△= eE'), { maxLength: 20 });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((list) => list.join('')),
      ),
      (text) => {
        const read = parseWon(text);
        expect('won' in read ? Number.isSafeInteger(read.won) : read.refusal).toBeTruthy();
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  [0, '0'],
  [-0, '0'],
  [85_000, '85,000'],
  [-5000, '-5,000'],
  [629_522_952, '629,522,952'],
])('%i is written %j', (amount, written) => {
  expect(formatWon(amount)).toBe(written);
});

test.each([
  [
    [152_912_000, 50_760_000],
    [152_912, 50_760],
  ],
  [
    [499, 499],
    [1, 0],
  ],
  [
    [1400, 1400, 1400],
    [2, 1, 1],
  ],
  [[1500], [2]],
  [[-1500], [-2]],
  [[85_499], [85]],
  [
    [-500, 85_000],
    [0, 85],
  ],
  [[], []],
])('%j won is %j thousand won', (values, expected) => {
  expect(thousands(values)).toEqual(expected);
});

test('a column of thousands adds up to its rounded total, no part off by one or more', () => {
  fc.assert(
    fc.property(fc.array(won), (values) => {
      const total = values.reduce((sum, value) => sum + BigInt(value), 0n);
      const printed = thousands(values);

      expect(printed.reduce((sum, part) => sum + part, 0)).toBe(thousands([Number(total)])[0] ?? 0);
      for (const [index, part] of printed.entries()) {
        expect(Math.abs(part * 1000 - (values[index] ?? 0))).toBeLessThan(1000);
      }
    }),
  );
});

test.each([
  [
    [125, 123, 8],
    [48.8, 48.1, 3.1],
  ],
  [
    [1, 1, 1],
    [33.4, 33.3, 33.3],
  ],
  [
    [69_352, 129_192, 5128],
    [34.1, 63.4, 2.5],
  ],
  [[5], [100]],
  [
    [0, 0],
    [null, null],
  ],
  [
    [-5, 3],
    [null, null],
  ],
  [[], []],
])('the shares of %j are %j', (values, expected) => {
  expect(shares(values)).toEqual(expected);
});

test('shares add up to 100.0', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: MAX_WON }), { minLength: 1 }), (values) => {
      const tenths = shares(values).map((share) => Math.round((share ?? 0) * 10));

      expect(tenths.reduce((sum, part) => sum + part, 0)).toBe(values.some((value) => value > 0) ? 1000 : 0);
    }),
  );
});

test.each([
  [203_672, 380_200, 53.6],
  [152_912, 277_200, 55.2],
  [50_760, 103_000, 49.3],
  [199_877, 365_000, 54.8],
  [261_698, 406_800, 64.3],
  [220_027, 380_200, 57.9],
  [280_843, 380_200, 73.9],
  [1, 2000, 0.1],
  [-1, 2000, -0.1],
  [200, 100, 200],
  [0, 100, 0],
  [100, 0, null],
  [100, null, null],
])('%i of %s is %s percent', (spent, budget, percent) => {
  expect(rate(spent, budget)).toBe(percent);
});
