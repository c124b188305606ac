import { disarmed } from '../tables/disarm.ts';
import { COLUMNS, type Column } from './headings.ts';
import type { Pledge } from './rules.ts';

const SHEET = '공약';
const WIDTHS: Partial<Record<Column, number>> = { title: 44, goal: 60, department: 20, field: 20, basis: 30, code: 10 };
const MONEY = new Set<Column>(['budget', 'secured', 'spent']);

/** An XLSX file of pledges under the headings that an import reads; without pledges it is the template. */
export async function* xlsxBytes(pledges: readonly Pledge[]): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  async function* rows(): AsyncGenerator<(string | number | null)[]> {
    for (const pledge of pledges) yield COLUMNS.map(([column]) => cellOf(column, pledge));
  }
  yield* writeXlsxStream(rows(), {
    name: SHEET,
    columns: COLUMNS.map(([column, label]) => ({
      header: label,
      width: WIDTHS[column] ?? 14,
      ...(MONEY.has(column) ? { numFmt: '#,##0' } : {}),
    })),
    freezePane: { rows: 1 },
  });
}

function cellOf(column: Column, pledge: Pledge): string | number | null {
  if (column === 'record') return `P${pledge.id}`;
  if (column === 'term') return `민선${pledge.term}기`;
  if (column === 'budget') return pledge.nonBudget ? '비예산 사업' : pledge.budget;
  const value = pledge[column];
  return typeof value === 'string' ? words(value) : value;
}

const words = (text: string | null): string | null => (text === null ? null : disarmed(text));
