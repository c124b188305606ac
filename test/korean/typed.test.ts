import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise, normaliseLines } from '../../src/korean/typed.ts';

test.each([
  ['  미진  ', '미진'],
  ['８５，０００원', '85,000원'],
  ['Ｍｉｊｉｎ　（종로）', 'Mijin (종로)'],
  ['￦85000', '₩85000'],
  ['조례\u00a0개정\u2003간담회', '조례 개정 간담회'],
  ['미\u200b진\ufeff', '미진'],
  ['\u202e진미', '진미'],
  ['한\r\n줄\t로', '한 줄로'.replace('줄로', '줄 로')],
  ['\u1106\u1175\u110c\u1175\u11ab', '미진'],
  ['‘16.10.31', "'16.10.31"],
  ['@“두 단어”', '@"두 단어"'],
  ['85㎡ ① ㈜미진 ㅎ', '85㎡ ① ㈜미진 ㅎ'],
  ['12:00–13:00 「가」', '12:00–13:00 「가」'],
  ['👨‍👩‍👧 가족', '👨‍👩‍👧 가족'],
  ['가\u200d나', '가나'],
  ['\u3164', ''],
  ['a\0b', 'ab'],
  ['\ud800', '\ufffd'],
])('%j is read as %j', (typed, read) => {
  expect(normalise(typed)).toBe(read);
});

test('line breaks of every system stay in text of several lines', () => {
  expect(normaliseLines('\n  하나 \r\n둘　 둘\r\u2028셋\n\n')).toBe('하나\n둘 둘\n\n셋');
});

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      expect(normalise(normalise(typed))).toBe(normalise(typed));
      expect(normaliseLines(normaliseLines(typed))).toBe(normaliseLines(typed));
    }),
  );
});

test('a letter that nobody sees changes nothing, whatever stands around it', () => {
  const plain = fc.string({ unit: fc.constantFrom(...' ~az09-.,()가힣한\t\r\n') });
  fc.assert(
    fc.property(fc.oneof(plain, fc.string({ unit: 'grapheme' })), (typed) => {
      expect(normalise(`${typed}\u200b`)).toBe(normalise(typed));
      expect(normaliseLines(`\u200b${typed}`)).toBe(normaliseLines(typed));
    }),
  );
});
