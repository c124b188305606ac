import { rate } from '../../korean/won.ts';
import { yearBudget } from '../../spending/ledger/rules.ts';
import { isAccount } from '../../vocabulary/expense.ts';
import type { Records, Spend } from '../records/records.ts';
import { type Asked, type Figure, figure, missing, ones, type Source, summed } from './figure.ts';

/**
 * `spending.[year.]MEASURE[.account or category]` with MEASURE budget, spent, balance, rate, count, or change: by how many
 * points the rate differs from the year before.
 */
export function spendingFigure({ key, year, words }: Asked, records: Records): Figure | undefined {
  const [measure = '', ...rest] = words;
  const only = rest.join('.') || null;
  const of = only === null ? '' : `, ${only}`;
  const spends = spendsOf(records, year, only);
  const isKnown = records.spendYears.includes(year);
  const within = `${year}년 집행일 기준 ${records.asOf}까지, 취소 제외${of}`;
  if (measure === 'spent') {
    const rule = `업무추진비 집행액 합계(${within})`;
    return isKnown ? summed(key, spends.map(won), 'won', rule) : missing(key, 'won', rule);
  }
  if (measure === 'count') {
    const rule = `업무추진비 집행 건수(${within})`;
    return isKnown ? summed(key, ones(spends.map(({ id }) => `E${id}`)), 'count', rule) : missing(key, 'count', rule);
  }
  if (only !== null && !isAccount(only)) return undefined;
  const budget = budgetOf(key, records, year, only);
  const spent = spends.reduce((sum, it) => sum + it.won, 0);
  const named = (name: string) => ['spending', year, name, ...rest].join('.');
  const from = [named('budget'), named('spent')];
  if (measure === 'budget') return budget;
  if (measure === 'balance') {
    const rule = '예산액 - 집행액';
    if (typeof budget.value !== 'number') return missing(key, 'won', rule);
    const sources = [...budget.sources, ...spends.map(won).map(({ record, adds }) => ({ record, adds: -adds }))];
    return { ...summed(key, sources, 'won', rule), from };
  }
  if (measure === 'rate') {
    const value = typeof budget.value === 'number' ? rate(spent, budget.value) : null;
    return figure(key, { value, unit: 'percent', rule: '집행액 ÷ 예산액, 소수 첫째 자리 반올림', from });
  }
  if (measure === 'change' && only === null) {
    const rates = [year, year - 1].map((it) => spendingFigure({ key: '', year: it, words: ['rate'] }, records)?.value);
    const [now, before] = rates;
    const value = typeof now === 'number' && typeof before === 'number' ? (now * 10 - before * 10) / 10 : null;
    return figure(key, {
      value: value === null ? null : Math.round(value * 10) / 10,
      unit: 'percent_point',
      rule: '집행률 - 전년 집행률(%p)',
      from: [`spending.${year}.rate`, `spending.${year - 1}.rate`],
    });
  }
  return undefined;
}

const won = ({ id, won }: Spend): Source => ({ record: `E${id}`, adds: won });

/** Of an account or a category; `-` are those that have none. */
export const spendsOf = ({ spends }: Records, year: number, only: string | null): Spend[] =>
  spends.filter(
    (it) =>
      it.year === year &&
      (only === null || (isAccount(only) ? it.account === only : (it.category ?? NO_CATEGORY) === only)),
  );

export const NO_CATEGORY = '-';

function budgetOf(key: string, { budgets }: Records, year: number, only: string | null): Figure {
  const rule = only === null ? `${year}년 예산(연간 총액, 없으면 과목 합계)` : `${year}년 ${only} 예산`;
  const own = budgets.filter((it) => it.year === year && (only === null || it.account === only));
  const whole = own.find(({ account }) => account === null);
  const counted = only === null && whole ? [whole] : own;
  if (counted.length === 0) return missing(key, 'won', rule);
  const sources = counted.map((it) => ({
    record: `예산 ${it.year}${it.account ? `/${it.account}` : ''}`,
    adds: it.won,
  }));
  const sum = summed(key, sources, 'won', rule);
  return only === null && sum.value !== yearBudget(own) ? missing(key, 'won', rule) : sum;
}
