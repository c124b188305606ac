import { open, rename, rm } from 'node:fs/promises';
import type { Budget } from '../budget/store.ts';
import { yearBudget } from '../ledger/rules.ts';
import { csvLines, type ExportRow, xlsxBytes } from './export.ts';
import { type Expense, expenseName } from './rules.ts';

export type Written = { count: number; won: number };

/**
 * Writes records to `file` as they come, so that any number fits in memory; the file appears under its name only when
 * it is whole, readable by its owner only.
 */
export async function writeExport(
  expenses: AsyncIterable<Expense>,
  budgets: readonly Budget[],
  file: string,
  format: 'csv' | 'xlsx',
  onProgress?: (rows: number) => void,
): Promise<Written> {
  const written: Written = { count: 0, won: 0 };
  async function* rows(): AsyncGenerator<ExportRow> {
    for await (const row of exportRows(expenses, budgets)) {
      written.count += 1;
      written.won += row.spend.amount;
      if (written.count % 1000 === 0) onProgress?.(written.count);
      yield row;
    }
  }
  const unfinished = `${file}.part`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    for await (const piece of format === 'csv' ? csvLines(rows()) : xlsxBytes(rows())) await handle.writeFile(piece);
    await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
  return written;
}

/** Records as they stand in an export, each with what its year and account had. */
export async function* exportRows(
  expenses: AsyncIterable<Expense>,
  budgets: readonly Budget[],
): AsyncGenerator<ExportRow> {
  for await (const expense of expenses) {
    const ofYear = budgets.filter((budget) => budget.year === expense.year);
    const ofAccount = ofYear.find((budget) => budget.account !== null && budget.account === expense.account);
    yield {
      record: expenseName(expense.id),
      spend: expense,
      budget: yearBudget(ofYear),
      accountBudget: ofAccount?.won ?? null,
      note: null,
    };
  }
}
