import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useScene } from '../surface.ts';
import type { Cell, Of } from './kit.ts';
import { RichText } from './rich-text.ts';

/** The small table: its first row is its header; it scrolls sideways on a phone. */
export function Table({ block }: { block: Of<'table'> }): VNode {
  const { text } = useScene();
  const [head, ...rows] = block.rows;
  const settings = block.column_settings ?? [];
  const look = (column: number) => ({
    class: settings[column]?.is_wrapped ? 'wrapped' : '',
    style: { textAlign: settings[column]?.align ?? 'left' },
  });
  return html`<div class="table-frame" tabIndex="0" role="region" aria-label=${text.table}>
    <table>
      <thead><tr>${head?.map((cell, at) => html`<th scope="col" ...${look(at)}><${CellText} cell=${cell} /></th>`)}</tr></thead>
      <tbody>
        ${rows.map((row) => html`<tr>${row.map((cell, at) => html`<td ...${look(at)}><${CellText} cell=${cell} /></td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

/** The data table: sortable, with pages. */
export function DataTable({ block }: { block: Of<'data_table'> }): VNode {
  const { text } = useScene();
  const [page, setPage] = useState(0);
  const [order, setOrder] = useState<{ column: number; down: boolean } | null>(null);
  const [head = [], ...rows] = block.rows;
  const size = block.page_size ?? 5;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const sorted = order
    ? rows.toSorted((a, b) => compare(a[order.column], b[order.column]) * (order.down ? -1 : 1))
    : rows;
  const shown = sorted.slice(page * size, page * size + size);
  const turn = (column: number) =>
    setOrder(order?.column === column ? (order.down ? null : { column, down: true }) : { column, down: false });

  return html`<figure class="data-table">
    <figcaption>${block.caption}<span class="faint"> · ${text.rowsCount(rows.length)}</span></figcaption>
    <div class="table-frame" tabIndex="0" role="region" aria-label=${block.caption}>
      <table>
        <thead><tr>${head.map((cell, at) => {
          const sort = order?.column !== at ? 'none' : order.down ? 'descending' : 'ascending';
          const look = rows[0]?.[at]?.type === 'raw_number' ? 'number' : '';
          return html`<th scope="col" aria-sort=${sort} class=${look}>
            <button type="button" class="sort" onClick=${() => turn(at)}>
              <${CellText} cell=${cell} /><span aria-hidden="true">${{ none: '', ascending: ' ↑', descending: ' ↓' }[sort]}</span>
            </button>
          </th>`;
        })}</tr></thead>
        <tbody>${shown.map(
          (row) =>
            html`<tr>${row.map((cell, at) =>
              at === (block.row_header_column_index ?? -1)
                ? html`<th scope="row"><${CellText} cell=${cell} /></th>`
                : html`<td class=${cell.type === 'raw_number' ? 'number' : ''}><${CellText} cell=${cell} /></td>`,
            )}</tr>`,
        )}</tbody>
      </table>
    </div>
    ${
      pages > 1 &&
      html`<div class="pager">
        <button type="button" class="small" disabled=${page === 0} onClick=${() => setPage(page - 1)}>${text.previous}</button>
        <span aria-live="polite">${page + 1} / ${pages}</span>
        <button type="button" class="small" disabled=${page >= pages - 1} onClick=${() => setPage(page + 1)}>${text.next}</button>
      </div>`
    }
  </figure>`;
}

function CellText({ cell }: { cell: Cell }): VNode | string {
  return cell.type === 'rich_text'
    ? html`<${RichText} block=${cell} />`
    : html`<span class="plain">${cell.text}</span>`;
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
  if (a?.type === 'raw_number' && b?.type === 'raw_number') return a.value - b.value;
  return cellWords(a).localeCompare(cellWords(b), 'ko', { numeric: true });
}

const cellWords = (cell: Cell | undefined): string =>
  !cell ? '' : cell.type === 'rich_text' ? JSON.stringify(cell.elements) : cell.text;
