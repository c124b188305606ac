import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { addVisitSamples } from '../../src/samples/visit.ts';
import { calendarPath } from '../../src/slack/calendar-feed.ts';
import { startOffice } from '../support/office.ts';

const NOVEMBER_2016 = new Date('2016-11-01T03:00:00Z');

test('a calendar that knows the address gets the visits as they stand now', async () => {
  const { slack, running, db } = await startOffice({ now: NOVEMBER_2016 });
  await addVisitSamples(db, NOVEMBER_2016, '2016-11-01');

  const answer = await fetch(`http://127.0.0.1:${running.port}${calendarPath(slack.botToken)}`);

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThan(5);
});

test.each(['/calendar/', '/calendar/0000.ics', `${calendarPath('xoxb-other')}`, '/calendar'])(
  'someone who guesses %s gets nothing',
  async (path) => {
    const { running } = await startOffice();

    const answer = await fetch(`http://127.0.0.1:${running.port}${path}`);

    expect(answer.status).toBe(404);
  },
);
