import { z } from 'zod';
import { looksCalled } from '../../korean/roman-surnames.ts';
import { parseTime } from '../../korean/times.ts';
import { parseDay } from '../../korean/typed-days.ts';
import type { Day } from '../../vocabulary/day.ts';
import { type Line, LONGEST, phrases, take } from './typed-line.ts';

/** What a line says that a person should look at once more, and its words. */
export const Doubt = z.object({
  why: z.enum([
    ...(['no_such_day', 'no_such_time', 'no_such_account', 'nobody'] as const),
    ...(['second_amount', 'second_count', 'other_place'] as const),
    ...(['perhaps_refund', 'perhaps_part', 'perhaps_day', 'perhaps_place', 'first_of_span', 'long_ago'] as const),
  ]),
  words: z.string(),
});
export type Doubt = z.infer<typeof Doubt>;

const FURTHER_ON = 100; // a line is a story
const LIKE_A_DAY =
  /^'?\d{2,5}[./-]\d{1,2}[./-]\d{1,4}\.?$|^\d{1,2}\/\d{1,2}$|^\d{1,2}월 ?\d{1,2}일(?:\([월화수목금토일]\))?$/;
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

const LIKE_A_REFUND =
  /^(?:환불|환급|반품|반납|회수|되돌려|돌려받|취소(?!선)|(?:결제|카드|승인)취소|refund(?:ed|s|ing)?$|returned$|reimbursed?$|chargeback$|cancell?ed$|back$)/i;
const LIKE_A_PART = /^(?:절반|반반|반씩|반액|1\/[2-9n]$|n분의|더치페이|엔빵|n빵|나눠|나누어|분담|half$|split$)/i;
/** What is left of money in words that no field took. */
const MORE_MONEY = /^[(=]?₩?\d{1,3}(?:,\d{3})+(?:원|₩)?|^[(=]?₩?\d[\d,]*(?:만|천)?원/;

/**
 * Money that came back is written with a minus, or it would be counted as spent; a part of a bill is not the bill; of two amounts one was
 * not taken.
 */
export function moneyDoubts({ words, free }: Line, { won, others }: { won: number | null; others: string[] }): Doubt[] {
  if (won === null) return [];
  const told = (why: Doubt['why'], like: RegExp): Doubt[] =>
    words
      .filter((word) => word.length <= LONGEST && like.test(word))
      .slice(0, 1)
      .map((word) => ({ why, words: word }));
  const more = words.filter((word, at) => free[at] && word.length <= LONGEST && MORE_MONEY.test(word));
  return [
    ...(won < 0 ? [] : [...told('perhaps_refund', LIKE_A_REFUND), ...told('perhaps_part', LIKE_A_PART)]),
    ...[...new Set([...others, ...more.slice(0, 1)])].map((said): Doubt => ({ why: 'second_amount', words: said })),
  ];
}

/** `@Lee`: somebody is called whom Slack did not make a mention of. Their words are taken. */
export function takeCalled(line: Line): string[] {
  const called = line.words.flatMap((word, at) =>
    line.free[at] && /^@\p{L}/u.test(word) && looksCalled(word.slice(1)) ? [at] : [],
  );
  for (const at of called) take(line, at, 1);
  return called.map((at) => (line.words[at] ?? '').replace(/,$/, ''));
}

/** `with` before people, `by` before a card, `at` before an hour, `총액` before an amount, `결제` beside it: they go with it. */
export function takeSmallWords(line: Line): void {
  const isTaken = (at: number) => line.free[at] === false;
  for (let at = line.words.length - 1; at >= 0; at--) {
    const word = (line.words[at] ?? '').replace(/,$/, '');
    const leads = LEADS.test(word) && isTaken(at + 1);
    const beside = BESIDE.test(word) && (isTaken(at - 1) || isTaken(at + 1)) && !/^취소/.test(line.words[at + 1] ?? '');
    if (line.free[at] && (leads || beside)) take(line, at, 1);
  }
}
const LEADS =
  /^(?:with|for|by|in|on|at|from|using|paid|via|under|w\/|(?:금|금액|총|총액|합계|도합|총금액|결제금액|일시|날짜|집행일|결제(?:수단|방법)?|예산과목|과목|인원|참석인원):?)$/i;
const BESIDE = /^(?:결제|지출|집행)(?:함|했음|하였음|했습니다)?$/;
