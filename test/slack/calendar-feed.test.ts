import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { changeRole } from '../../src/people/store.ts';
import { addVisitSamples } from '../../src/samples/visit.ts';
import { calendarPath } from '../../src/slack/calendar-feed.ts';
import { findKey, renewKey } from '../../src/visit/subscription/store.ts';
import { ADMINISTRATOR, MEMBER, type Office, OTHER_MEMBER, startOffice } from '../support/office.ts';

const NOVEMBER_2016 = new Date('2016-11-01T03:00:00Z');

const ask = ({ running }: Office, path: string) => fetch(`http://127.0.0.1:${running.port}${path}`);

test('a calendar that knows somebody’s address gets the visits as they stand now, and nothing on the way keeps them', async () => {
  const office = await startOffice({ now: NOVEMBER_2016 });
  await addVisitSamples(office.db, NOVEMBER_2016, '2016-11-01');

  const answer = await ask(office, calendarPath(await findKey(office.db, MEMBER)));

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThan(5);
});

test('an address is one person’s: it stays the same, ends when it is renewed, and with their access', async () => {
  const office = await startOffice();
  const { db } = office;
  const [own, other] = [await findKey(db, MEMBER), await findKey(db, OTHER_MEMBER)];
  expect(await findKey(db, MEMBER)).toBe(own);
  expect(other).not.toBe(own);

  const renewed = await renewKey(db, MEMBER);
  expect((await ask(office, calendarPath(own))).status).toBe(404);
  expect((await ask(office, calendarPath(renewed))).status).toBe(200);

  const by = { actor: ADMINISTRATOR, at: NOVEMBER_2016 };
  await changeRole(db, { userId: MEMBER, name: '', language: null }, null, by);
  expect((await ask(office, calendarPath(renewed))).status).toBe(404);
  expect((await ask(office, calendarPath(other))).status).toBe(200);
});

test.each(['/calendar/', '/calendar/0000.ics', calendarPath('a'.repeat(43)), '/calendar', '/calendar/../healthz'])(
  'someone who guesses %s gets no visits',
  async (path) => {
    const answer = await ask(await startOffice(), path);

    expect(answer.headers.get('content-type') ?? '').not.toContain('text/calendar');
  },
);
