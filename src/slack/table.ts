import type { types } from '@slack/bolt';

/** A table of words and figures: the first column is words, the rest stands to the right. A cell is never empty for Slack. */
export function tableBlock(rows: readonly (readonly string[])[]): types.TableBlock {
  const figures = Math.max(0, (rows[0]?.length ?? 1) - 1);
  return {
    type: 'table',
    column_settings: [{ align: 'left', is_wrapped: true }, ...Array(figures).fill({ align: 'right' })],
    rows: rows.map((cells) => cells.map((text) => ({ type: 'raw_text', text: text === '' ? ' ' : text }))),
  };
}
