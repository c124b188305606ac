import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/korean/days.ts';
import { electionsIn, electionWithin } from '../../src/korean/elections.ts';
import { festivalAround, festivalsIn, windowOf } from '../../src/korean/festivals.ts';
import { holidaysBetween } from '../../src/korean/holidays.ts';

const HOLIDAYS = await holidaysBetween('2016-01-01', '2027-12-31');
const FESTIVALS = festivalsIn(HOLIDAYS);

test.each([
  ['2016-01-15', '2016-02-08', '2016-02-13', '설날'],
  ['2016-08-22', '2016-09-15', '2016-09-20', '추석'],
  ['2017-01-04', '2017-01-28', '2017-02-02', '설날'],
  ['2017-09-10', '2017-10-04', '2017-10-09', '추석'],
  ['2018-01-23', '2018-02-16', '2018-02-21', '설날'],
  ['2018-08-31', '2018-09-24', '2018-09-29', '추석'],
  ['2019-01-12', '2019-02-05', '2019-02-10', '설날'],
  ['2019-08-20', '2019-09-13', '2019-09-18', '추석'],
  ['2020-01-01', '2020-01-25', '2020-01-30', '설날'],
  ['2020-09-07', '2020-10-01', '2020-10-06', '추석'],
  ['2021-01-19', '2021-02-12', '2021-02-17', '설날'],
  ['2021-08-28', '2021-09-21', '2021-09-26', '추석'],
  ['2022-01-08', '2022-02-01', '2022-02-06', '설날'],
  ['2022-08-17', '2022-09-10', '2022-09-15', '추석'],
  ['2022-12-29', '2023-01-22', '2023-01-27', '설날'],
  ['2023-09-05', '2023-09-29', '2023-10-04', '추석'],
  ['2024-01-17', '2024-02-10', '2024-02-15', '설날'],
  ['2024-08-24', '2024-09-17', '2024-09-22', '추석'],
  ['2025-01-05', '2025-01-29', '2025-02-03', '설날'],
  ['2025-09-12', '2025-10-06', '2025-10-11', '추석'],
  ['2026-01-24', '2026-02-17', '2026-02-22', '설날'],
  ['2026-09-01', '2026-09-25', '2026-09-30', '추석'],
  ['2027-01-14', '2027-02-07', '2027-02-12', '설날'],
  ['2027-08-22', '2027-09-15', '2027-09-20', '추석'],
] as const)('from %s (%s) to %s is the window of %4$s', (from, day, to, name) => {
  const festival = FESTIVALS.find((it) => it.day === day);
  expect(festival).toEqual({ name, day });
  expect(festival && windowOf(festival)).toEqual({ from, to });
  for (const inside of [from, day, to]) expect(festivalAround(inside, FESTIVALS)).toEqual({ name, day });
  for (const outside of [addDays(from, -1), addDays(to, 1)]) expect(festivalAround(outside, FESTIVALS)).toBeNull();
});

test('there are two festivals a year', () => {
  expect(FESTIVALS).toHaveLength(24);
});

test('no day of those years lies in a window that is further than 24 days ahead or 5 behind', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4382 }), (days) => {
      const day = addDays('2016-01-01', days);
      const festival = festivalAround(day, FESTIVALS);
      const near = FESTIVALS.some((it) => addDays(it.day, -24) <= day && day <= addDays(it.day, 5));
      expect(festival !== null).toBe(near);
    }),
  );
});

const ELECTIONS = electionsIn(HOLIDAYS, [{ day: '2021-04-07', name: '재·보궐선거', local: true }]);

test('every election of the calendar is known, and by-elections where the office notes them', () => {
  expect(ELECTIONS.map(({ day, local }) => `${day}${local ? ' local' : ''}`)).toEqual([
    '2016-04-13',
    '2017-05-09',
    '2018-06-13 local',
    '2020-04-15',
    '2021-04-07 local',
    '2022-03-09',
    '2022-06-01 local',
    '2024-04-10',
    '2025-06-03',
    '2026-06-03 local',
  ]);
  expect(ELECTIONS.find(({ day }) => day === '2025-06-03')?.name).toBe('대통령선거');
});

test.each([
  ['2026-04-03', null],
  ['2026-04-04', '2026-06-03'],
  ['2026-06-03', '2026-06-03'],
  ['2026-06-04', null],
])('within sixty days of %s: %s', (day, election) => {
  expect(electionWithin(day, 60, ELECTIONS)?.day ?? null).toBe(election);
});
