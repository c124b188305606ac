import { z } from 'zod';
import { looksCalled } from '../../korean/roman-surnames.ts';
import { parseTime } from '../../korean/times.ts';
import { parseDay } from '../../korean/typed-days.ts';
import type { Day } from '../../vocabulary/day.ts';
import { type Line, LONGEST, phrases, take } from './typed-line.ts';

/** What a line says that a person should look at once more, and its words. */
export const Doubt = z.object({
  why: z.enum(['no_such_day', 'no_such_time', 'no_such_account', 'second_amount', 'nobody', 'perhaps_refund']),
  words: z.string(),
});
export type Doubt = z.infer<typeof Doubt>;

const FURTHER_ON = 100; // a line is a story
const LIKE_A_DAY = /^'?\d{2,5}[./-]\d{1,2}[./-]\d{1,4}\.?$|^\d{1,2}\/\d{1,2}$|^\d{1,2}월 ?\d{1,2}일$/;
const LIKE_A_TIME = /^\d{1,2}:\d{2}$|^(?:2[5-9]|[3-9]\d)시$/;
const LIKE_AN_ACCOUNT = /^20\d-\d{2}$/;

/** The free words that look like a day, an hour or an account and are none; they stay where they are. */
export function doubtsOf(line: Line, today: Day): Doubt[] {
  const doubts: Doubt[] = [];
  const end = Math.min(line.words.length, FURTHER_ON);
  for (let start = 0; start < end; start++) {
    for (const { text: words, length } of phrases(line, start, 2)) {
      const why = words.length > LONGEST ? null : doubted(words, today);
      if (!why) continue;
      doubts.push({ why, words });
      start += length - 1;
      break;
    }
  }
  return doubts;
}

function doubted(words: string, today: Day): Doubt['why'] | null {
  if (LIKE_A_DAY.test(words)) return parseDay(words, { today }) === null ? 'no_such_day' : null;
  if (LIKE_A_TIME.test(words)) return parseTime(words) === null ? 'no_such_time' : null;
  return LIKE_AN_ACCOUNT.test(words) ? 'no_such_account' : null;
}

const LIKE_A_REFUND = /^(?:환불|환급|반품|(?:결제|카드|승인)취소|refund(?:ed|s)?$)/i;

/** Money that came back is written with a minus; without one it would be counted as spent. */
export const refundDoubts = ({ words }: Line, won: number | null): Doubt[] =>
  won === null || won < 0
    ? []
    : words
        .filter((word) => word.length <= LONGEST && LIKE_A_REFUND.test(word))
        .slice(0, 1)
        .map((word) => ({ why: 'perhaps_refund', words: word }));

/** `@Lee`: somebody is called whom Slack did not make a mention of. Their words are taken. */
export function takeCalled(line: Line): string[] {
  const called = line.words.flatMap((word, at) =>
    line.free[at] && /^@\p{L}/u.test(word) && looksCalled(word.slice(1)) ? [at] : [],
  );
  for (const at of called) take(line, at, 1);
  return called.map((at) => (line.words[at] ?? '').replace(/,$/, ''));
}

/** `with` before people, `by` before a card, `at` before an hour, `@` before nothing: they go with what they lead to. */
export function takeSmallWords(line: Line): void {
  for (let at = line.words.length - 2; at >= 0; at--) {
    const leads = line.free[at] && line.free[at + 1] === false;
    if (leads && /^(?:with|for|by|in|on|at|from|using|paid|via|under)$/i.test(line.words[at] ?? '')) take(line, at, 1);
  }
}
