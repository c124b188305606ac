import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggest } from '../../src/korean/suggest.ts';

const known = [
  'status',
  'list',
  'show',
  'edit',
  'void',
  'problems',
  'help',
  '현황',
  '목록',
  '보기',
  '확인필요',
  '도움말',
];

test.each([
  ['status', 'status'],
  ['STATUS', 'status'],
  ['staus', 'status'],
  ['stauts', 'status'],
  ['statuss', 'status'],
  ['lsit', 'list'],
  ['lst', 'list'],
  ['problem', 'problems'],
  ['hlep', 'help'],
  ['현항', '현황'],
  ['혀황', '현황'],
  ['목ㄹ록', '목록'],
  ['몪록', '목록'],
  ['확인필오', '확인필요'],
  ['도움', null],
  ['도움멀', '도움말'],
  ['ㅗ디ㅔ', 'help'],
  ['gusghkd', '현황'],
  ['미진', null],
  ['85000', null],
  ['', null],
  ['x', null],
  ['카드', null],
  ['__proto__', null],
])('%j may mean %j', (word, meant) => {
  expect(suggest(word, known)).toBe(meant);
});

test('the nearer word wins, of equals the first', () => {
  expect(suggest('lisy', ['lift', 'list'])).toBe('list');
  expect(suggest('lixt', ['lift', 'list'])).toBe('lift');
});

test('one slip in a word of three letters or more finds it', () => {
  const slip = fc.constantFrom(...known.filter((word) => word.length > 3)).chain((word) =>
    fc.integer({ min: 0, max: word.length - 2 }).map((at) => ({
      word,
      missed: word.slice(0, at) + word.slice(at + 1),
      swapped: word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    })),
  );
  fc.assert(
    fc.property(slip, ({ word, missed, swapped }) => {
      if (/^[a-z]/.test(word)) {
        expect(suggest(missed, [word])).toBe(word);
        expect(suggest(swapped, [word])).toBe(word);
      }
    }),
  );
});

test('any text at all gives a known word or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (word) => {
      const meant = suggest(word, known);

      expect(meant === null || known.includes(meant)).toBe(true);
    }),
  );
});
