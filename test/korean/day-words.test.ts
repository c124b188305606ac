import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, formatSpan } from '../../src/korean/day-words.ts';
import { addDays } from '../../src/korean/days.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
const years = (words: string): string[] => words.match(/\d{4}/g) ?? [];

test.each([
  ['ko', '2026-11-30', '2026-12-06', ['11월 30일(월)', '12월 6일(일)']],
  ['ko', '2023-01-01', '2026-12-01', ['2023년 1월 1일(일)', '2026년 12월 1일(화)']],
  ['en', '2023-01-01', '2026-12-01', ['Sun 1 Jan 2023', 'Tue 1 Dec 2026']],
  ['en', '2016-10-01', '2016-10-31', ['Sat 1 Oct 2016', 'Mon 31 Oct 2016']],
] as const)('a period reads in %s from %s to %s', (language, from, to, said) => {
  expect(formatSpan({ from, to }, language, '2026-12-01')).toEqual(said);
});

test('no end of a period is taken for one of the other end’s year, and a date never lacks its own', () => {
  fc.assert(
    fc.property(day, day, day, fc.constantFrom('ko' as const, 'en' as const), (from, to, today, language) => {
      const [first, last] = formatSpan({ from, to }, language, today);
      const said = [years(first), years(last)];
      if (from.slice(0, 4) === to.slice(0, 4)) expect(said[0]).toEqual(said[1]);
      else expect(said).toEqual([[from.slice(0, 4)], [to.slice(0, 4)]]);
      expect(years(formatDate(from, language))).toEqual([from.slice(0, 4)]);
    }),
  );
});
