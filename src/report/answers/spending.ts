import type { Database } from '../../base/db/database.ts';
import { findDecisions } from '../../disclosure/decision/store.ts';
import { PAGE_WIDTHS } from '../../disclosure/document.ts';
import type { Decision } from '../../disclosure/mask.ts';
import { monthOf } from '../../disclosure/period.ts';
import { findKnown } from '../../disclosure/store.ts';
import { columnsOf, draftDisclosure } from '../../disclosure/table.ts';
import { addDays } from '../../korean/days.ts';
import { formatWon } from '../../korean/won.ts';
import { streamExpenses } from '../../spending/expense/list/store.ts';
import type { Expense } from '../../spending/expense/rules.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Asked } from './ask.ts';
import { type At, type Body, daysOf, GROUND } from './body.ts';
import { heading, listTable, remark, unit } from './tables.ts';

/** Masked as a disclosure is; what waits for a decision is masked too. */
export async function spendingBody(db: Database, asked: Asked, { asOf }: At): Promise<Body> {
  const days = daysOf(asked, asOf);
  const wholeMonths = days.from.endsWith('-01') && addDays(days.to, 1).endsWith('-01');
  const month = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const span = wholeMonths ? { months: { from: month(days.from), to: month(days.to) } } : { days };
  const expenses: Expense[] = [];
  const filter = { ...span, words: asked.words, ...(asked.account ? { account: asked.account } : {}) };
  for await (const expense of streamExpenses(db, filter)) expenses.push(expense);
  const months = new Set(expenses.map((it) => JSON.stringify([it.year, it.month])));
  const decisions: Decision[] = [];
  for (const key of months) {
    const [year = 0, month] = JSON.parse(key) as [number, number | null];
    if (month !== null) decisions.push(...(await findDecisions(db, monthOf(year, month))));
  }
  const draft = draftDisclosure(expenses, await findKnown(db), decisions);
  const years = [...new Set(expenses.map(({ year }) => year))].sort();
  const sum = (year: number) => expenses.filter((it) => it.year === year);
  const columns = columnsOf(draft.rows);
  const hidden = draft.parts.filter(({ state }) => state !== 'kept');
  const undecided = draft.parts.filter(({ state }) => state === 'open').length;
  return {
    blocks: [
      heading('총괄'),
      unit('단위: 원'),
      listTable(
        [
          { name: '연도', width: 20 },
          { name: '건수', width: 20, align: 'right' },
          { name: '금액', width: 30, align: 'right' },
        ],
        [
          ...years.map((year) => [
            `${year}년`,
            formatWon(sum(year).length),
            formatWon(sum(year).reduce((total, it) => total + it.amount, 0)),
          ]),
          ['계', formatWon(expenses.length), formatWon(draft.won)],
        ],
      ),
      heading('세부내역'),
      unit('단위: 원'),
      listTable(
        columns.map(([name, label]) => ({
          name: label,
          width: PAGE_WIDTHS[label] ?? 12,
          align: name === 'amount' ? 'right' : 'left',
        })),
        draft.rows.map((row) =>
          columns.map(([name]) => (name === 'amount' ? formatWon(row.amount) : String(row[name] ?? ''))),
        ),
      ),
      ...(hidden.length > 0 ? [remark(`${formatWon(hidden.length)}곳은 ${GROUND}`)] : []),
      ...(draft.without.day > 0
        ? [remark(`집행일을 알 수 없는 ${formatWon(draft.without.day)}건은 회계월로 실었습니다.`)]
        : []),
    ],
    ...{ rows: draft.rows.length, masked: hidden.length, undecided },
  };
}
