import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearWords, withNear } from '../../src/korean/near.ts';

const TEXTS = [
  '미진식당 정책 간담회',
  '우이신설 공사현장 점검',
  '김서연 강남구 교통위원회',
  'Mijin restaurant council briefing',
];

test.each([
  ['미잔', '미진'],
  ['간담호', '간담회'],
  ['간당회', '간담회'],
  ['우이신섷', '우이신설'],
  ['교통위언회', '교통위원회'],
  ['김서영', '김서연'],
  ['restaurent', 'restaurant'],
  ['restaurnt', 'restaurant'],
  ['counncil', 'council'],
])('%s means %s', (typed, meant) => {
  expect([...(nearWords([typed], TEXTS)?.values() ?? [])]).toEqual([meant]);
  expect(withNear(`2018 ${typed} 카드`, nearWords([typed], TEXTS) ?? new Map())).toBe(`2018 ${meant} 카드`);
});

test.each([['미진'], ['간담회'], ['김'], ['cat'], ['부동산'], ['간두호']])('%s is left as it is', (typed) => {
  expect(nearWords([typed], TEXTS)).toBeNull();
});

test('one letter wrong, missing or too much in any longer word finds it, whatever it is', () => {
  const word = fc.constantFrom('restaurant', 'council', 'briefing');
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      fc.constantFrom('wrong', 'missing', 'extra'),
      fc.constantFrom(...'qzxw'),
      (meant, n, how, letter) => {
        const at = n % meant.length;
        const rest = {
          wrong: letter + meant.slice(at + 1),
          missing: meant.slice(at + 1),
          extra: letter + meant.slice(at),
        };
        const typed = meant.slice(0, at) + rest[how];
        const near = nearWords([typed], TEXTS);
        if (TEXTS.some((text) => text.toLowerCase().includes(typed))) expect(near).toBeNull();
        else expect(meant.startsWith(near?.get(typed)?.slice(0, 5) ?? '-')).toBe(true);
      },
    ),
  );
});
