import { type Amount, readAmount, type Unit } from '../../korean/amount.ts';
import { normalise } from '../../korean/typed.ts';
import type { Payment } from '../../vocabulary/expense.ts';
import { isNothing } from './cells.ts';

/** A column for one way of paying; null for 기타, which is none of ours. */
export type Way = { column: number; payment: Payment | null };

/** What the columns of the ways of paying say of a row. */
export type Paid = {
  amount: Amount | { won: number | null; code: 'amounts_disagree' };
  /** `unread` for two ways at once; null where no column says one. */
  payment: Payment | 'unread' | null;
};

/** `카드`, `현금(원)`, `집행금액 카드`: the columns of a list that has one for each way of paying; none where it has not two. */
export const waysIn = (labels: readonly string[], isTaken: (column: number) => boolean): Way[] => {
  const ways: Way[] = [];
  for (const [column, label] of labels.entries()) {
    const words = wordsOf(label);
    const way = WAYS.find(([pattern]) => pattern.test(words));
    if (way && !isTaken(column)) ways.push({ column, payment: way[1] });
  }
  if (ways.length < 2) return [];
  const next = (ways.at(-1)?.column ?? 0) + 1;
  return /^(?:기타|그외|그밖)$/.test(wordsOf(labels[next] ?? '')) ? [...ways, { column: next, payment: null }] : ways;
};

/** `계`, `합계(원)`, `집행금액 계`: beside such columns, what they come to. */
export const isSumOfWays = (label: string): boolean => /^(?:합계|소계|총계|계|총액|합)$/.test(wordsOf(label));

/** Whether a cell under a heading of amounts is a heading of its own. */
export const isUnderAmount = (label: string): boolean =>
  isSumOfWays(label) || WAYS.some(([pattern]) => pattern.test(wordsOf(label)));

const WAYS: readonly (readonly [RegExp, Payment])[] = [
  [/^(?:신용|법인|체크|개인|직불|클린|업무추진비)*카드$|^법카$|^신용$/, 'card'],
  [/^현금$/, 'cash'],
  [/^제로(?:페이)?$|^서울페이$/, 'zeropay'],
  [/^(?:계좌|은행)?(?:이체|입금|송금)$|^무통장(?:입금)?$/, 'transfer'],
];

/** Without units, marks, and the words of an amount before or after it. */
const wordsOf = (label: string): string => {
  if (label === '' || label.length > 40) return '';
  return normalise(label)
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .replace(/[\s·:*※.,/]/g, '')
    .replace(/^(?:집행|사용|지출|결제|승인|지급|소요)?(?:금액|액)/, '')
    .replace(/(?:집행|사용|지출|결제)?(?:금액|액)$/, '')
    .replace(/(?:집행|사용|지출|결제)$/, '');
};

/** A tick in the column of a way: ○, ●, √, V. */
const MARK = /^(?:[○●◯◎⊙OoVv√✓✔∨ㅇ*]|해당)$/;

/**
 * The amount of a row and how it was paid. `sum` is what stands in the column of the amount, where the list has one: it is what the ways
 * come to, or nobody knows which of them is wrong.
 */
export const readWays = (cells: readonly string[], ways: readonly Way[], sum: string, unit: Unit): Paid => {
  const total = readAmount(sum, unit);
  const used: { payment: Payment | null; won: number | null }[] = [];
  let isUnread = false;
  let seeming: number | null = 0;
  for (const { column, payment } of ways) {
    const cell = (cells[column] ?? '').trim();
    if (isNothing(cell)) continue;
    const { won, code } = readAmount(cell, unit);
    if (code !== null && !MARK.test(cell)) isUnread = true;
    else if (won !== 0) used.push({ payment, won });
    seeming = seeming === null || won === null ? null : seeming + won;
  }
  const payment = used.length === 1 ? (used[0]?.payment ?? 'unread') : used.length === 0 && !isUnread ? null : 'unread';
  const given = used.flatMap(({ won }) => won ?? []);
  const come = given.reduce((all, won) => all + won, 0);
  if (isUnread && total.code !== null) {
    return { amount: { won: total.won ?? seeming, code: 'amount_unreadable' }, payment };
  }
  if (given.length === 0 || isUnread) return { amount: total, payment };
  if (total.code === null && total.won !== come) {
    return { amount: { won: total.won, code: 'amounts_disagree' }, payment };
  }
  if (total.code === 'amount_unreadable' || total.code === 'formula_broken')
    return { amount: { ...total, won: total.won ?? come }, payment };
  return { amount: { won: come, code: null }, payment };
};
