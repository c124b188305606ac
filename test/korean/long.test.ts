import { expect, test } from 'vitest';
import { segmentsOf } from '../../src/ask/segments.ts';
import { readLogged } from '../../src/council/line.ts';
import { readMessage } from '../../src/desk/questions/rules.ts';
import { readOwed } from '../../src/followup/line.ts';
import { readAmount } from '../../src/korean/amount.ts';
import { parseHeadcount } from '../../src/korean/headcount.ts';
import { parsePeriod } from '../../src/korean/period.ts';
import { parseTime } from '../../src/korean/times.ts';
import { parseDay, parseDayTime } from '../../src/korean/typed-days.ts';
import { placeKey, plainWords, sittingOf } from '../../src/spending/check/meeting.ts';
import { readLine } from '../../src/spending/expense/line.ts';
import { readMoment } from '../../src/spending/expense/moment.ts';
import { isCount, isRemark, isSumWord, isTotalWord } from '../../src/spending/expense/totals.ts';
import { readVisitLine } from '../../src/visit/line.ts';
import { computing } from '../support/cpu.ts';

const today = '2018-03-30';
const known = { today, programs: [], districts: [] };
const MEGABYTE = 2 ** 20;

/** Of computing, on a machine of any speed; what takes the square of a megabyte takes hours. */
const FAR_MS = 10_000;

const LONG: [string, string][] = [
  '가',
  'a',
  '1',
  ' ',
  '(',
  ')',
  '[',
  '.',
  '!',
  '-',
  '1 ',
  '외 1 ',
  '(1',
  '12:00 ',
  '일정. ',
].map((piece) => [piece, `2018${piece.repeat(MEGABYTE / piece.length)}x`]);

test.each(LONG)('a megabyte of “%s” is answered, as words or held, wherever it is typed or imported', (_, text) => {
  expect(computing(() => readEverywhere(text))).toBeLessThan(FAR_MS);
});

function readEverywhere(text: string): void {
  expect(readLine(text, { today })).toMatchObject({ amount: null, spentOn: null, purpose: text });
  expect(readVisitLine(text, known)).toMatchObject({ date: null, title: text });
  expect(readLogged(text, { today })).toMatchObject({ date: null, agenda: text });
  expect(readOwed(text, { today })).toMatchObject({ due: null, title: text });
  expect(readMessage(text, known)).toBeDefined();
  expect(segmentsOf(text, new Map(), (words) => parsePeriod(words, today))).toBeDefined();

  for (const read of [parseDay, parseDayTime]) expect(read(text, { today })).toBeNull();
  expect(parseTime(text)).toBeNull();
  expect(parsePeriod(text, today)).toBeNull();
  expect(parseHeadcount(text)).toBeNull();
  expect(readAmount(text, '')).toEqual({ won: null, code: 'amount_unreadable' });
  expect(readAmount(text, '천원')).toEqual({ won: null, code: 'amount_unreadable' });
  expect(readMoment(text, '', today)).toMatchObject({ day: null, problem: 'date_unreadable' });
  expect(readMoment(today, text, today)).toMatchObject({ day: today, timeUnread: true });
  expect(sittingOf(text)).toEqual({ base: plainWords(text), sitting: null });
  expect(placeKey({ place: text })).toBeDefined();
  for (const isTotal of [isSumWord, isTotalWord, isCount, isRemark]) expect(isTotal(text)).toBe(false);
}
