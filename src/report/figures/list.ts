import { addDays } from '../../korean/days.ts';
import type { Records } from '../records/records.ts';
import { type Family, type Figure, figure, quotedDay } from './figure.ts';
import {
  auditFigure,
  councilFigure,
  evaluationFigure,
  outsideFigure,
  pledgesFigure,
  staffingFigure,
} from './others.ts';
import { spendingFigure } from './spending.ts';
import { citation, visitsFigure } from './visits.ts';

/** Every kind of figure that a report may print. Nothing else is one. */
const FAMILIES: Record<string, Family> = {
  report: ({ key, words }, records) => reportFigure(key, words.join('.'), records),
  spending: spendingFigure,
  visits: visitsFigure,
  council: councilFigure,
  pledges: pledgesFigure,
  evaluation: evaluationFigure,
  staffing: staffingFigure,
  outside: outsideFigure,
  audit: auditFigure,
};
export const FAMILY_NAMES = Object.keys(FAMILIES);

/** The figure of a key such as `spending.2015.rate` or `cite V12`; undefined for what is none. */
export function figureOf(key: string, records: Records, format: string | null = null): Figure | undefined {
  const [, cited] = /^cite\s+(.+)$/.exec(key) ?? [];
  if (cited !== undefined) return citation(key, cited.split(/\s+/), format, records);
  const [family = '', ...rest] = key.split('.');
  const [, year] = /^(\d{4})$/.exec(rest[0] ?? '') ?? [];
  const words = year === undefined ? rest : rest.slice(1);
  if (!Object.hasOwn(FAMILIES, family) || words.length === 0) return undefined;
  return FAMILIES[family]?.({ key, year: year === undefined ? records.year : Number(year), words }, records);
}

function reportFigure(key: string, name: string, { year, asOf, organisation }: Records): Figure | undefined {
  const after = addDays(asOf, 1);
  const values: Record<string, string> = {
    year: String(year),
    month: `${after.slice(0, 4)}. ${Number(after.slice(5, 7))}`,
    asOf: quotedDay(asOf),
    organisation,
  };
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined ? undefined : figure(key, { value, unit: 'text', rule: '보고서의 연도, 기준일, 부서' });
}
