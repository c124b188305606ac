import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOf } from '../../src/ask/spans.ts';
import { parsePeriod } from '../../src/korean/period.ts';

const TODAY = '2026-11-30';
const read = (words: string) => parsePeriod(words, TODAY);

/** The periods of a question as they were cut out of it. */
const spans = (words: readonly string[], compared = false) =>
  spansOf(
    words.flatMap((text) => {
      const period = read(text);
      return period ? [{ text, meanings: [{ nothing: true as const }], period }] : [];
    }),
    read,
    compared,
  );

const year = fc.integer({ min: 2010, max: 2026 });
const part = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((month) => `${month}월`),
  fc.integer({ min: 1, max: 4 }).map((quarter) => `${quarter}분기`),
  fc.constantFrom('상반기', '하반기'),
);

test('a part of a year is of the year that stands beside it, before or after', () => {
  fc.assert(
    fc.property(year, part, fc.boolean(), (year, part, first) => {
      const { from, to } = read(`${year}년 ${part}`) ?? {};

      expect(spans(first ? [`${year}년`, part] : [part, `${year}년`])).toEqual([{ from, to }]);
    }),
  );
});

test('of two parts of one sort the second is of the year of the first', () => {
  fc.assert(
    fc.property(
      year,
      fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 2 }),
      (year, [one, other]) => {
        const whole = [`${year}년 ${one}월`, `${year}년 ${other}월`].map((it) => read(it));

        expect(spans([`${year}년 ${one}월`, `${other}월`])).toEqual(
          whole.map((it) => ({ from: it?.from, to: it?.to })),
        );
      },
    ),
  );
});

test('periods of different sorts, or one within another, are no comparison', () => {
  expect(spans(['2016년', '월요일'])).toBeNull();
  expect(spans(['2016년 8월', '2016년 3분기'])).toBeNull();
  expect(spans(['2016년', '8월'], true)).toBeNull();
  expect(spans(['8월', '2025년 8월'], true)).toEqual([
    { from: '2026-08-01', to: '2026-08-31' },
    { from: '2025-08-01', to: '2025-08-31' },
  ]);
});
