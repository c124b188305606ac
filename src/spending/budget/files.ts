import { readAmount, type Unit, unitOf } from '../../korean/amount.ts';
import { normalise } from '../../korean/typed.ts';
import { apart } from '../../tables/apart.ts';
import { LIMITS, type Limits, readTable, refusalOf, type TableRefusal } from '../../tables/table.ts';
import type { Account } from '../../vocabulary/expense.ts';
import { isNothing, readAccount } from '../expense/cells.ts';
import { isRemark, isSumWord } from '../expense/totals.ts';
import type { Budget } from './store.ts';

export type BudgetProblem = { line: number; field: string; code: string };
export type BudgetFile = { rows: number; budgets: Budget[]; problems: BudgetProblem[] };

/**
 * Reads a list of budgets: year, account (its code or its name; empty or 합계 for the whole year) and amount, in won or in
 * the unit that its heading names. A year's total beside its accounts is checked against them and left out.
 */
export const openBudgets = async (
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  _fileName: string,
  limits: Limits = LIMITS,
): Promise<BudgetFile | { refusal: TableRefusal | 'no_heading' }> => {
  const table = await readTable(bytes, limits);
  if ('refusal' in table) return table;

  const found: (Budget & { line: number })[] = [];
  const problems: BudgetProblem[] = [];
  const above: string[] = [];
  let heading: Heading | null = null;
  let sheet: string | null = null;
  let rows = 0;
  try {
    for await (const { line, sheet: here, cells } of table.rows) {
      if (!heading) {
        heading = readHeading(cells, above);
        sheet = here;
        above.push(cells.join(' '));
        continue;
      }
      if (here !== sheet) break;
      const given = cells.filter((cell) => cell.trim() !== '');
      if (given.length === 0 || (given.length === 1 && isRemark(given[0] ?? ''))) continue;
      rows += 1;
      const read = readBudget(cells, heading);
      if ('problems' in read) problems.push(...read.problems.map((problem) => ({ line, ...problem })));
      else found.push({ ...read, line });
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    throw error;
  }
  if (!heading) return { refusal: 'no_heading' };
  return { rows, ...settled(found, problems) };
};

type Heading = { year: number; account: number | null; won: number; labels: string[]; unit: Unit };

const YEAR = /^(?:year|연도|년도|회계연도|회계년도|예산연도|예산년도)$/;
const ACCOUNT = /^(?:account|과목|과목명|예산과목|비목|통계목|세목|편성목|구분|계정)$/;
const WON = /^(?:won|budget|amount|예산|예산액|예산금액|금액|예산현액|본예산|최종예산|최종예산액|배정액)$/;

const readHeading = (cells: readonly string[], above: readonly string[]): Heading | null => {
  const labels = cells.map((cell) => normalise(cell));
  const names = labels.map((label) =>
    label
      .replace(/\([^()]*\)/g, '')
      .replace(/\s/g, '')
      .toLowerCase(),
  );
  const [year, account, won] = [YEAR, ACCOUNT, WON].map((form) => names.findIndex((name) => form.test(name)));
  if (year === undefined || won === undefined || account === undefined || year < 0 || won < 0) return null;
  return { year, account: account < 0 ? null : account, won, labels, unit: unitOf(labels[won] ?? '', above) };
};

const readBudget = (
  cells: readonly string[],
  { year, account, won, labels, unit }: Heading,
): Budget | { problems: Omit<BudgetProblem, 'line'>[] } => {
  const at = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim());
  const [, digits] = /^((?:19|20)\d{2})\s*(?:년도?)?$/.exec(at(year)) ?? [];
  const named = isSumWord(at(account)) || /^(?:전체|연간|총액)$/.test(at(account)) ? null : readAccount(at(account));
  const amount = readAmount(at(won), unit);
  const problems = [
    ...(digits ? [] : [{ field: labels[year] ?? 'year', code: 'year_unreadable' }]),
    ...(named === 'unread' ? [{ field: labels[account ?? -1] ?? 'account', code: 'account_unreadable' }] : []),
    ...(amount.code || amount.won < 0
      ? [{ field: labels[won] ?? 'won', code: isNothing(at(won)) ? 'amount_missing' : 'amount_unreadable' }]
      : []),
  ];
  if (!digits || named === 'unread' || amount.won === null || problems.length > 0) return { problems };
  return { year: Number(digits), account: named, won: amount.won };
};

/** Each account of a year once, and no total where its parts are given. */
const settled = (found: readonly (Budget & { line: number })[], problems: BudgetProblem[]) => {
  const budgets: Budget[] = [];
  const known = new Map<string, Budget>();
  for (const { line, ...budget } of found) {
    const key = `${budget.year} ${budget.account ?? ''}`;
    const before = known.get(key);
    if (before && before.won !== budget.won) problems.push({ line, field: 'account', code: 'budget_twice' });
    if (before) continue;
    known.set(key, budget);
    const parts = found.filter(({ year, account }) => year === budget.year && account !== null);
    if (budget.account === null && parts.length > 0) {
      const sum = distinct(parts).reduce((total, { won }) => total + won, 0);
      if (sum !== budget.won) problems.push({ line, field: 'won', code: 'total_differs' });
      continue;
    }
    budgets.push(budget);
  }
  return { budgets, problems: problems.sort((a, b) => a.line - b.line) };
};

const distinct = (parts: readonly Budget[]): Budget[] => [
  ...new Map<Account | null, Budget>(parts.map((part) => [part.account, part])).values(),
];

/** On a thread of its own: for files that people send while others use the app. */
export const openBudgetsApart = apart(new URL(import.meta.url), openBudgets);
