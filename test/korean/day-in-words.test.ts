import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideDays, lastDayIn } from '../../src/korean/day-in-words.ts';
import { ENGLISH_MONTHS } from '../../src/korean/day-words.ts';
import { addDays, partsOf } from '../../src/korean/days.ts';

const days = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('2000-01-01', n));
const month = (day: string): string => ENGLISH_MONTHS[partsOf(day)[1] - 1] ?? '';
const titled = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Every way in which forms and papers write a day with its year. */
const WRITINGS: readonly [name: string, write: (day: string) => string][] = [
  ['2018-03-20', (day) => day],
  ['2018. 3. 20.', (day) => `${partsOf(day).join('. ')}.`],
  [
    '2018년 3월 20일',
    (day) =>
      partsOf(day)
        .reduce((said, part, i) => `${said}${part}${'년월일'[i]} `, '')
        .trim(),
  ],
  ['20180320', (day) => day.replaceAll('-', '')],
  ['20 Mar 2018', (day) => `${partsOf(day)[2]} ${titled(month(day)).slice(0, 3)} ${partsOf(day)[0]}`],
  ['20 March 2018', (day) => `${partsOf(day)[2]} ${titled(month(day))} ${partsOf(day)[0]}`],
  ['March 20, 2018', (day) => `${titled(month(day))} ${partsOf(day)[2]}, ${partsOf(day)[0]}`],
];

test.each(WRITINGS)('a day written like %s is found among words, and the words without it', (_like, write) => {
  fc.assert(
    fc.property(days, (day) => {
      expect(lastDayIn(`secretariat-123 (${write(day)})`)).toBe(day);
      expect(lastDayIn(`${write(day)} mayoral by-election`)).toBe(day);
      expect(besideDays(`${write(day)} mayoral by-election`)).toBe('mayoral by-election');
      expect(besideDays(`${write(day)} 시장 보궐선거`)).toBe('시장 보궐선거');
    }),
  );
});

test('a number is no day, and a name that begins like a month stays', () => {
  expect(lastDayIn('secretariat-123')).toBeNull();
  expect(lastDayIn('비서실-20181')).toBeNull();
  expect(besideDays('2027-04-07 May Day by-election of 2 councils')).toBe('May Day by-election of 2 councils');
});
