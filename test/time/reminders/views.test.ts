import { describe, expect, test } from 'vitest';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import { sealed } from '../../../src/slack/metadata.ts';
import { textFor } from '../../../src/text/index.ts';
import { hasOwnHour } from '../../../src/time/reminders/rules.ts';
import { officeForm, settingsForm } from '../../../src/time/reminders/settings/form.ts';
import { choiceFrom, mergePicks, pickedOf, picksFor, picksOf } from '../../../src/time/reminders/settings/rules.ts';
import type { Told } from '../../../src/time/reminders/told/store.ts';
import type { Item } from '../../../src/time/reminders/topic.ts';
import { declinedMessage, pageSize, reminderMessage } from '../../../src/time/reminders/views.ts';
import { scheduleMessage } from '../../../src/time/reminders/visit/views.ts';
import { KIND_NAMES, type KindName } from '../../../src/vocabulary/reminder.ts';

const LANGUAGES = ['ko', 'en'] as const;
const LONG = '가나다라마바사아자차'.repeat(300);
const USER = 'U0123456789ABCDEF';
const at = new Date('2018-03-30T00:00:00Z');
const MESSAGE = `again:followup_overdue:F1000001+299:2018-03-30T00:00:00.000Z:${USER}`;

/** Told to every manager: whose else should it be? */
const NOBODYS: readonly KindName[] = ['disclosure', 'budget_80', 'budget_100', 'spending_pace', 'birthday'];

function partOf(kind: KindName, count: number, answered: boolean, size: number) {
  const record = (i: number) =>
    kind === 'birthday'
      ? `birthday:${USER}${i}:2018-03-30`
      : kind.startsWith('budget')
        ? `budget:2018:203-0${i}`
        : `F${1_000_000 + i}`;
  const key = `${kind}@${MESSAGE}`;
  const answer = { answer: 'snoozed' as const, by: USER, at, action: null, until: at };
  const told = Array.from({ length: count }, (_, i): Told => {
    const given = answered ? answer : null;
    return { key, message: MESSAGE, record: record(i), kind, userId: USER, answer: given, expiresAt: null };
  });
  const item: Item = {
    words: LONG,
    pending: true,
    whose: NOBODYS.includes(kind) ? null : [USER],
    maker: NOBODYS.includes(kind) ? null : USER,
    history: null,
    day: '2018-03-30',
    time: '10:00',
  };
  return {
    key,
    kind,
    told,
    shown: told.slice(0, size),
    items: new Map(told.map((it) => [it.record, item])),
    offset: 0,
  };
}

const around = {
  message: MESSAGE,
  names: new Map([[USER, LONG.slice(0, 80)]]),
  when: () => '2018년 12월 30일(금) 10:00',
};

describe.each(LANGUAGES)('in %s', (language) => {
  const text = textFor(language);

  test.each(KIND_NAMES.flatMap((kind) => [1, 3, 4, 300].map((count) => [kind, count] as const)))(
    'a reminder of %s with %i records is one that Slack takes, open and answered',
    (kind, count) => {
      for (const answered of [false, true]) {
        const lead = text.reminder.leads[kind]({ count, day: text.reminder.day(0, ''), time: '10:00' });
        const part = { ...partOf(kind, count, answered, pageSize(1)), lead };
        const message = reminderMessage({ ...around, parts: [part] }, text);
        expect(checkPayload(message, 'message')).toEqual([]);
        const buttons = JSON.stringify(message).includes('"action_id":"reminder_done"');
        expect(buttons).toBe(!answered && count <= 3);
      }
    },
  );

  test.each(KIND_NAMES.flatMap((kind) => [1, 4].map((count) => [kind, count] as const)))(
    'somebody can say of %s (%i records) that it is not theirs only where it is somebody’s',
    (kind, count) => {
      const part = { ...partOf(kind, count, false, pageSize(1)), lead: '' };
      const message = JSON.stringify(reminderMessage({ ...around, parts: [part] }, text));
      expect(message.includes(text.reminder.decline)).toBe(!NOBODYS.includes(kind));
      expect(message).toContain(`"${text.reminder.snoozes.tomorrow}"`);
    },
  );

  test.each([1, 2, 12, 300])(
    'however many kinds come at one hour, with %i records each, Slack takes the message',
    (count) => {
      const together = KIND_NAMES.filter((kind) => !hasOwnHour(kind));
      for (let kinds = 2; kinds <= together.length; kinds++) {
        const parts = together.slice(0, kinds).map((kind) => {
          const lead = text.reminder.leads[kind]({ count, day: text.reminder.day(0, ''), time: '10:00' });
          return { ...partOf(kind, count, false, pageSize(kinds)), lead };
        });
        expect(checkPayload(reminderMessage({ ...around, parts }, text), 'message')).toEqual([]);
      }
    },
  );

  test('the schedule of sixty long visits fits', () => {
    const rows = Array.from({ length: 30 }, () => `10:00–12:00  ${LONG}`);
    const message = scheduleMessage(
      [
        { title: '오늘', rows },
        { title: '내일', rows },
      ],
      60,
      text,
    );
    expect(checkPayload(message, 'message')).toEqual([]);
  });

  test('what somebody says is not theirs fits', () => {
    expect(checkPayload(declinedMessage(LONG, LONG, 'F12', text), 'message')).toEqual([]);
  });

  test('both forms are taken, whatever was chosen', () => {
    const chosen = Object.fromEntries(KIND_NAMES.map((kind) => [kind, { on: true, time: '09:17' }]));
    const quiet = {
      timezone: 'America/Argentina/ComodRivadavia',
      quiet_from: '19:00',
      quiet_to: '08:00',
      free_days: true,
    };
    const picks = picksOf(KIND_NAMES, chosen);
    const mine = settingsForm({ quiet, picks }, { reminders: chosen }, KIND_NAMES, at, text);
    expect(checkPayload(mine, 'modal')).toEqual([]);
    expect(checkPayload(officeForm(picks, 45, text), 'modal')).toEqual([]);
    const url = 'https://hooks.slack.com/x'.padEnd(300, 'y');
    expect(sealed(mine, { key: url, responseUrl: url }).private_metadata?.length).toBeLessThan(3000);
  });

  test('every kind has a name, what it is about, and a sentence', () => {
    for (const kind of KIND_NAMES) {
      expect(text.reminder.kinds[kind].name).toBeTruthy();
      expect(text.reminder.kinds[kind].about).toBeTruthy();
      for (const count of [1, 5]) expect(text.reminder.leads[kind]({ count, day: 'X', time: 'Y' })).toBeTruthy();
    }
  });
});

test.each([
  [undefined, 'usual'],
  [{ on: false }, 'off'],
  [{ on: false, time: '10:00' }, 'off'],
  [{ time: '10:10' }, '10:10'],
  [{ on: true, minutes: 30 }, '30m'],
  [{ on: true }, 'on'],
])('%j stands in the form as %s', (choice, picked) => {
  expect(pickedOf(choice)).toBe(picked);
});

test.each([
  ['usual', null],
  ['off', { on: false }],
  ['10:30', { on: true, time: '10:30' }],
  ['30m', { on: true, minutes: 30 }],
  ['999m', null],
  ['25:00', null],
])('%s in the form becomes %j', (picked, choice) => {
  expect(choiceFrom(picked)).toEqual(choice);
});

test('an odd time that was chosen can be kept, and only what was picked anew is changed', () => {
  expect(picksFor('followup_today', '09:17')).toContain('09:17');
  const reminders = { followup_today: { on: false }, birthday: { time: '10:00' } };
  const shown = { followup_today: '09:00', birthday: '10:00', visit_hour: 'usual' };
  const picked = { followup_today: '09:00', birthday: 'usual', visit_hour: '30m' };
  expect(mergePicks(reminders, shown, picked)).toEqual({
    followup_today: { on: false },
    visit_hour: { on: true, minutes: 30 },
  });
});
