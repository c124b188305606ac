import { normalise } from '../../korean/typed.ts';
import type { Account, Payment } from '../../vocabulary/expense.ts';
import { type Line, LONGEST, phrases, take } from './typed-line.ts';

export const accountNamed = (words: string): Account | null => bestNamed(words, ACCOUNT_NAMES)?.code ?? null;

export const paymentNamed = (words: string): Payment | null => bestNamed(words, PAYMENT_NAMES)?.code ?? null;

type Name<Code> = { code: Code; full: RegExp; short?: RegExp };

export const ACCOUNT_NAMES: Name<Account>[] = [
  { code: '203-01', full: /^(?:203-01|기관 ?운영(?: ?업무추진비| ?업추비|비)?)$/, short: /^(?:기관|institution)$/i },
  { code: '203-02', full: /^(?:203-02|정원 ?가산(?: ?업무추진비| ?업추비|금)?|staff allowance)$/i, short: /^정원$/ },
  { code: '203-03', full: /^(?:203-03|시책 ?추진(?: ?업무추진비| ?업추비|비)?)$/, short: /^(?:시책|policy)$/i },
  { code: '203-04', full: /^(?:203-04|부서 ?운영(?: ?업무추진비| ?업추비|비)?)$/, short: /^(?:부서|department)$/i },
];

export const PAYMENT_NAMES: Name<Payment>[] = [
  { code: 'card', full: /^(?:카드|법카|(?:법인|신용|체크|관용|구매) ?카드|(?:credit |corporate )?card)$/i },
  { code: 'zeropay', full: /^(?:제로 ?페이|zero ?pay)$/i },
  { code: 'transfer', full: /^(?:이체|계좌|계좌 ?이체|계좌 ?입금|현금 ?\(계좌 ?이체\)|(?:bank )?transfer)$/i },
  { code: 'cash', full: /^(?:현금|cash)$/i },
];

const bestNamed = <Code>(words: string, names: Name<Code>[]): { code: Code; full: boolean } | null => {
  const typed = words.length > LONGEST ? '' : plainName(normalise(words));
  const full = names.find((name) => name.full.test(typed));
  const code = (full ?? names.find((name) => name.short?.test(typed)))?.code;
  return code === undefined ? null : { code, full: full !== undefined };
};

/** `법인카드로 결제`, `(현금)` */
const plainName = (words: string): string =>
  words
    .replace(/^\((.*)\)$/, '$1')
    .replace(/ ?결제$/, '')
    .replace(/(?<=[가-힣]{2})(?:으로|로)$/, '');

export const takeNamed = <Code>(line: Line, names: Name<Code>[]): Code | null => {
  let best: { code: Code; full: boolean; start: number; length: number } | null = null;
  for (let start = 0; start < line.words.length; start++) {
    for (const { text, length } of phrases(line, start, 2)) {
      const found = bestNamed(text, names);
      if (!found || (best?.full && !found.full)) continue;
      best = { ...found, start, length };
      start += length - 1;
      break;
    }
  }
  if (!best) return null;
  take(line, best.start, best.length);
  return best.code;
};
