import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFile } from '../../src/visit/ics.ts';
import type { Visit } from '../../src/visit/rules.ts';

const VISIT: Visit = {
  id: 87,
  siteId: null,
  programId: 1,
  title: '우이신설 공사현장 점검',
  startsOn: '2018-04-09',
  startTime: '14:00',
  endsOn: '2018-04-09',
  endTime: '15:30',
  place: '우이역',
  district: '강북구',
  purpose: '공사 상황 점검',
  owner: 'U1',
  staff: [],
  partner: null,
  partnerLevel: null,
  countries: null,
  participants: null,
  summary: null,
  sequence: 0,
  changedAt: new Date('2018-03-30T03:00:00Z'),
  origin: 'form',
  createdBy: 'U1',
  version: 1,
  cancelled: false,
};
const CALENDAR = { name: '시장 일정', zone: 'Asia/Seoul', now: new Date('2018-03-31T00:00:00Z'), usualMinutes: 60 };

const fileOf = (...visits: Visit[]): string =>
  calendarFile(
    visits.map((visit) => ({ visit, program: '민생현장', people: '김서연' })),
    CALENDAR,
  );

/** As another program reads it. */
function read(file: string) {
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
  return events.map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      place: event.location,
      words: event.description,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      status: component.getFirstPropertyValue('status'),
    };
  });
}

test('an independent program reads a visit as it was planned', () => {
  expect(read(fileOf(VISIT))).toEqual([
    {
      uid: 'visit-87@biseo',
      sequence: 0,
      title: '우이신설 공사현장 점검',
      place: '우이역 (강북구)',
      words: 'V87 · 민생현장\n김서연\n공사 상황 점검',
      start: '2018-04-09T05:00:00.000Z',
      end: '2018-04-09T06:30:00.000Z',
      status: 'CONFIRMED',
    },
  ]);
});

test('a moved visit is the same event with a larger sequence, a cancelled one says so', () => {
  const moved = { ...VISIT, startsOn: '2018-04-10', endsOn: '2018-04-10', sequence: 1 };
  const cancelled = { ...VISIT, sequence: 2, cancelled: true };
  const [first, second, third] = [VISIT, moved, cancelled].map((visit) => read(fileOf(visit))[0]);
  expect([first?.uid, second?.uid, third?.uid]).toEqual(Array(3).fill('visit-87@biseo'));
  expect([first?.sequence, second?.sequence, third?.sequence]).toEqual([0, 1, 2]);
  expect(second?.start).toBe('2018-04-10T05:00:00.000Z');
  expect(third?.status).toBe('CANCELLED');
});

test.each<[visit: Partial<Visit>, end: string]>([
  [{ endTime: null }, '2018-04-09T06:00:00.000Z'], // the usual hour
  [{ endTime: null, endsOn: '2018-04-11' }, '2018-04-11T15:00:00.000Z'], // the end of its last day
  [{ endTime: '09:00', endsOn: '2018-04-11' }, '2018-04-11T00:00:00.000Z'],
])('a visit with %o ends at %s', (more, end) => {
  expect(read(fileOf({ ...VISIT, ...more }))[0]?.end).toBe(end);
});

test('whatever is typed comes back as it was, and no line is longer than 75 bytes', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).filter((typed) => !/\p{Cc}/u.test(typed));
  fc.assert(
    fc.property(words, words, (title, place) => {
      const file = fileOf({ ...VISIT, title, place });
      expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(read(file)).toMatchObject([{ title, place: `${place} (강북구)` }]);
    }),
  );
});

test('nobody can put an event of their own into the file', () => {
  const file = fileOf({
    ...VISIT,
    title: '점검\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x',
    purpose: 'a\u2028b\nEND:VCALENDAR',
  });
  expect(read(file).map(({ uid }) => uid)).toEqual(['visit-87@biseo']);
});
