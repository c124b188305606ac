import { z } from 'zod';
import { button } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import { blockId, codePoints, someString } from './text.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: someString });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: someString.optional() });
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);

/** Not in @slack/types yet: a button in a data table, and what older clients show instead. */
const action = z.strictObject({
  type: z.literal('action'),
  element: button,
  fallback: z.discriminatedUnion('type', [rawText, rawNumber]).optional(),
});
const dataCell = z.discriminatedUnion('type', [rawText, rawNumber, richText, action]);

const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});

export const table = z.strictObject({
  type: z.literal('table'),
  block_id: blockId,
  rows: z.array(z.array(cell).min(1).max(LIMITS.tableColumns)).min(1).max(LIMITS.tableRows),
  // D: null skips a column.
  column_settings: z.array(column.nullable()).max(LIMITS.tableColumns).optional(),
});

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: blockId,
    caption: someString,
    rows: z.array(z.array(dataCell).min(1).max(LIMITS.dataTableColumns)).min(2).max(LIMITS.dataTableRows),
    page_size: z.number().int().min(1).max(LIMITS.dataTablePage).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  })
  .check((ctx) => {
    const say = (path: PropertyKey[], message: string) =>
      ctx.issues.push({ code: 'custom', message, input: ctx.value, path });
    const [header = [], ...rows] = ctx.value.rows;
    for (const [index, each] of header.entries()) {
      if (each.type === 'rich_text') say(['rows', 0, index, 'type'], 'a header cell must not be rich_text');
    }
    for (const [index, row] of rows.entries()) {
      if (row.length === header.length) continue;
      say(['rows', index + 1], `as many cells as the header, ${header.length}, this has ${row.length}`);
    }
    if ((ctx.value.row_header_column_index ?? 0) >= header.length) {
      say(['row_header_column_index'], `must be the index of a column, 0 to ${header.length - 1}`);
    }
  });

/** The characters of a table's cells, which Slack adds up over a message. */
export function tableText(rows: unknown): number {
  if (Array.isArray(rows)) return rows.reduce((sum: number, each) => sum + tableText(each), 0);
  return richTextText(rows);
}

/** The characters that a rich text shows, wherever they stand in it. */
export function richTextText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + richTextText(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const text = 'text' in value && typeof value.text === 'string' ? codePoints(value.text) : 0;
  return text + ('elements' in value ? richTextText(value.elements) : 0);
}
