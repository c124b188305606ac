import { numberToHangul } from 'es-hangul';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { josa, type Pair } from '../../../src/text/ko/josa.ts';

test.each<[word: string, pair: Pair, said: string]>([
  ['펍 21', '이/가', '펍 21이'],
  ['GS25', '을/를', 'GS25를'],
  ['식당(2층)', '을/를', '식당(2층)을'],
  ['‘빕스 21’', '을/를', '‘빕스 21’을'],
  ['pub', '이/가', 'pub이'],
  ['cafe', '을/를', 'cafe를'],
  ['Starbucks', '을/를', 'Starbucks를'],
  ['Wine', '을/를', 'Wine을'],
  ['Grill', '으로/로', 'Grill로'],
  ['Slack', '와/과', 'Slack과'],
  ['Burger', '이/가', 'Burger가'],
  ['PDF', '을/를', 'PDF를'],
  ['KTX', '은/는', 'KTX는'],
  ['VIP룸', '으로/로', 'VIP룸으로'],
  ['HTML', '으로/로', 'HTML로'],
  ['23:00', '은/는', '23:00는'],
  ['12:30', '은/는', '12:30은'],
  ['2018-03-30', '으로/로', '2018-03-30로'],
  ['2018. 3. 20.', '을/를', '2018. 3. 20.을'],
  ['4월 5일(목)', '으로/로', '4월 5일(목)로'],
  ['4월 7일(토)', '은/는', '4월 7일(토)은'],
  ['91.5%', '이/가', '91.5%가'],
  ['85,000원', '을/를', '85,000원을'],
  ['서울', '으로/로', '서울로'],
  ['펍', '으로/로', '펍으로'],
  ['5kg', '을/를', '5kg을'],
  ['*미진*', '이/가', '*미진*이'],
  ['`/지출 목록`', '을/를', '`/지출 목록`을'],
])('%s takes %s as it is spoken: %s', (word, pair, said) => {
  expect(josa(word, pair)).toBe(said);
});

const open = (said: string): boolean => said.endsWith('가');
const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));

test('a number takes what its Korean reading takes', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.maxSafeNat(),
        fc.nat(12),
        fc.nat(20000).map((it) => it * 10_000),
      ),
      (n) => {
        const read = n === 0 ? '영' : numberToHangul(n);
        for (const pair of ['이/가', '으로/로'] as const)
          expect(josa(String(n), pair).slice(String(n).length)).toBe(josa(read, pair).slice(read.length));
        expect(josa(n.toLocaleString('en-US'), '이/가').at(-1)).toBe(josa(String(n), '이/가').at(-1));
      },
    ),
  );
});

test('capital letters take what their names take', () => {
  const names =
    '에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트'.split(
      ' ',
    );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 1 }), (word) => {
      const read = names[word.charCodeAt(word.length - 1) - 65] ?? '';
      for (const pair of ['이/가', '으로/로'] as const)
        expect(josa(word, pair).slice(word.length)).toBe(josa(read, pair).slice(read.length));
    }),
  );
});

test('Hangul takes what its last syllable ends in, composed or not, whatever marks close it', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'’”")]』」*_~`.!? '), maxLength: 4 });
  fc.assert(
    fc.property(fc.string(), syllable, marks, (before, last, closing) => {
      const word = `${before}${last}${closing}`;
      const closed = (last.charCodeAt(0) - 0xac00) % 28;
      expect(open(josa(word, '이/가'))).toBe(closed === 0);
      expect(josa(word.normalize('NFD'), '이/가').at(-1)).toBe(josa(word, '이/가').at(-1));
      expect(josa(word, '으로/로').endsWith('으로')).toBe(last !== '으' && closed !== 0 && closed !== 8);
    }),
  );
});

test('anything typed gets one particle of the pair, and stays as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (word) => {
      expect(['을', '를']).toContain(josa(word, '을/를').slice(word.length));
      expect(josa(word, '을/를').startsWith(word)).toBe(true);
    }),
  );
});
