import { headCell, type Table, textCell } from '../../documents/model.ts';
import { formatWon, thousands } from '../../korean/won.ts';
import { NO_CATEGORY, spendsOf } from '../figures/spending.ts';
import type { Teller } from '../teller.ts';
import { labelled, type TableOf, yearsIn } from './table.ts';

const right = (text: string) => textCell(text, { align: 'right' });
const key = (year: number, measure: string, of?: string) => ['spending', year, measure, ...(of ? [of] : [])].join('.');

/** A column of won in 천원 that adds up to its printed total, cell by cell. */
function column(keys: readonly string[], tell: Teller): string[] {
  const values = keys.map((it) => tell.value(it));
  const parts = thousands(values.map((value) => value ?? 0));
  return keys.map((it, i) => tell.say(it, null, () => formatWon(parts[i] ?? 0)));
}

/** 과목별 집행현황: `203-01=비고` as labels, `203-01:이름=…` for what an account is called. */
export const accountsTable: TableOf = ({ labels }, tell) => {
  const { year, budgets } = tell.records;
  const accounts = [
    ...new Set(
      [...budgets, ...spendsOf(tell.records, year, null)]
        .filter((it) => it.year === year)
        .flatMap(({ account }) => account ?? []),
    ),
  ].sort();
  const total = tell.say(key(year, 'budget'));
  const budget = column(
    accounts.map((it) => key(year, 'budget', it)),
    tell,
  );
  const spent = column(
    accounts.map((it) => key(year, 'spent', it)),
    tell,
  );
  const balances = accounts.map((it, i) => balance(key(year, 'balance', it), budget[i], spent[i], tell));
  const rows = accounts.map((account, i) => {
    const share = `(${tell.say(key(year, 'rate', account))}%)`;
    const name = labelled(labels, `${account}:이름`) ?? ACCOUNT_NAMES[account] ?? account;
    return [
      textCell(name),
      right(budget[i] ?? ''),
      right(`${spent[i]} ${share}`),
      right(balances[i] ?? ''),
      textCell(labelled(labels, account) ?? '', { align: 'left' }),
    ];
  });
  const all = [
    ...[textCell('계'), right(total), right(tell.say(key(year, 'spent')))],
    ...[right(tell.say(key(year, 'balance'))), textCell('')],
  ];
  const head = ['구 분', '예 산 액', '집 행 액\n(집행률)', '잔 액', '비 고'].map((it) => headCell(it));
  return [table([26, 14, 20, 14, 26], 1, [head, all, ...rows])];
};

/** What is left is what the two figures beside it leave, so that a row is right as printed. */
function balance(of: string, budget: string | undefined, spent: string | undefined, tell: Teller): string {
  const number = (printed = '') => Number(printed.replaceAll(',', ''));
  return tell.say(of, null, () => formatWon(number(budget) - number(spent)));
}

const ACCOUNT_NAMES: Record<string, string> = {
  '203-01': '기관운영업무추진비',
  '203-02': '정원가산업무추진비',
  '203-03': '시책추진업무추진비',
  '203-04': '부서운영업무추진비',
};

/** 분야별 집행내역: the categories in the order of the labels (`직원 격려=부서 및 직원격려`), then those that no label names. */
export const categoriesTable: TableOf = ({ labels }, tell) => {
  const { year } = tell.records;
  const named = labels.map((label) => label.split('=')[0]?.trim() ?? '');
  const spent = new Set(spendsOf(tell.records, year, null).map(({ category }) => category ?? NO_CATEGORY));
  const categories = [...named.filter(Boolean), ...[...spent].filter((it) => !named.includes(it))];
  const won = column(
    categories.map((it) => key(year, 'spent', it)),
    tell,
  );
  const counts = categories.map((it) => `${tell.say(key(year, 'count', it))}건`);
  const title = (it: string) => labelled(labels, it) ?? (it === NO_CATEGORY ? '분야 미지정' : it);
  return [
    table([11, 12, 12, ...categories.map(() => 20)], 2, [
      [
        headCell('구 분', { rowSpan: 2 }),
        headCell('예산액', { rowSpan: 2 }),
        headCell('집행 분야', { colSpan: 1 + categories.length }),
      ],
      [headCell('계'), ...categories.map((it) => headCell(title(it)))],
      [
        textCell(`${year}년`, { rowSpan: 2 }),
        ...[tell.say(key(year, 'budget')), tell.say(key(year, 'spent')), ...won].map(right),
      ],
      [textCell('집행건수'), ...[`${tell.say(key(year, 'count'))}건`, ...counts].map(right)],
    ]),
  ];
};

/** Years side by side: `2012~2015`. */
export const spendingYearsTable: TableOf = ({ args }, tell) => {
  const years = yearsIn(args[0]);
  if (years.length === 0) return undefined;
  const row = (name: string, measure: string) => [
    textCell(name),
    ...years.map((year) => right(tell.say(key(year, measure)))),
  ];
  return [
    table([14, ...years.map(() => 12)], 1, [
      [headCell('구 분'), ...years.map((year) => headCell(`${year}년`))],
      ...[row('예 산 액', 'budget'), row('집 행 액', 'spent'), row('집행잔액', 'balance'), row('집행율(%)', 'rate')],
    ]),
  ];
};

const table = (columns: number[], headRows: number, rows: Table['rows']): Table => ({
  kind: 'table',
  columns,
  headRows,
  rows,
});
