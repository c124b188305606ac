import { expect, test } from 'vitest';
import { electionsIn } from '../../src/korean/elections.ts';
import { holidaysBetween } from '../../src/korean/holidays.ts';
import { textFor } from '../../src/text/index.ts';
import { electionLines } from '../../src/visit/words.ts';

const text = textFor('ko');
const { any, own } = text.visit.form.elections;
const holidays = await holidaysBetween('2024-01-01', '2027-12-31');
const elections = electionsIn(holidays, [{ day: '2027-04-07', name: '시의원 보궐선거', local: false }]);
const lines = (...days: string[]) =>
  electionLines(
    days.map((startsOn) => ({ startsOn })),
    elections,
    text,
    '2025-11-01',
  );
const LOCAL = '2026년 6월 3일(수) 전국동시지방선거';

test.each<[string, string[]]>([
  ['2025-12-04', []],
  ['2025-12-05', [own(LOCAL, 180)]],
  ['2026-04-03', [own(LOCAL, 61)]],
  ['2026-04-04', [any(LOCAL, 60), own(LOCAL, 60)]],
  ['2026-06-03', [any(LOCAL, 0), own(LOCAL, 0)]],
  ['2026-06-04', []],
  ['2027-02-05', []],
  ['2027-02-06', [any('2027년 4월 7일(수) 시의원 보궐선거', 60)]],
])('a visit planned for %s', (day, expected) => {
  expect(lines(day)).toEqual(expected);
});

test('of many days of one plan an election is said once, with the first of them', () => {
  expect(lines('2026-04-10', '2026-04-20')).toEqual([any(LOCAL, 54), own(LOCAL, 54)]);
});
