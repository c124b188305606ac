import { type Block, headCell, textCell } from '../documents/model.ts';
import type { Figure } from './figures/figure.ts';
import { namesOf } from './record-names.ts';

/** Records named in a row; the rest are only counted. */
const MOST_RECORDS = 12;

/** 근거표: every figure with its rule and the records behind it. */
export function evidenceOf(figures: readonly Figure[]): Block[] {
  const rows = figures
    .filter(({ sources, from }) => sources.length > 0 || from.length > 0)
    .map(({ key, printed, rule, sources, from }) => [
      textCell(key, { align: 'left' }),
      textCell(printed, { align: 'right' }),
      textCell(rule, { align: 'left' }),
      textCell(
        recordWords(
          sources.map(({ record }) => record),
          from,
        ),
        { align: 'left' },
      ),
    ]);
  if (rows.length === 0) return [];
  const head = ['수치', '값', '산출 기준', '근거 기록'].map((name) => headCell(name));
  return [
    { kind: 'page_break' },
    { kind: 'heading', level: 1, text: '근거표' },
    { kind: 'table', columns: [24, 14, 32, 30], headRows: 1, rows: [head, ...rows] },
  ];
}

function recordWords(records: readonly string[], from: readonly string[]): string {
  if (records.length === 0) return from.join(', ');
  const { said, left } = namesOf(records, MOST_RECORDS);
  return left > 0 ? `${said} 외 ${left}건` : said;
}
