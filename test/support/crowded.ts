import type { types } from '@slack/bolt';

const MOST_BUTTONS = 5;
const MOST_COLUMNS = 4;

/** Rows of more buttons than a thumb finds its way among, and tables wider than a phone, wherever the app sent them; Home and the office's menu
 * are an index. */
export function tooMuchForAPhone(requests: readonly unknown[]): string[] {
  return requests.flatMap((request) => {
    const { blocks, view } = (request ?? {}) as { blocks?: unknown; view?: { type?: string; blocks?: unknown } };
    const all = [blocks, view?.type === 'home' ? [] : view?.blocks].flatMap((it) =>
      Array.isArray(it) ? (it as types.KnownBlock[]) : [],
    );
    return all.flatMap((block) => {
      if (block.type === 'table')
        return block.rows.filter((row) => row.length > MOST_COLUMNS).map((row) => JSON.stringify(row));
      if (block.type !== 'actions' || block.block_id?.startsWith('menu_')) return [];
      const buttons = block.elements.flatMap((it) => (it.type === 'button' ? [it.text.text] : []));
      return buttons.length > MOST_BUTTONS ? [buttons.join(' · ')] : [];
    });
  });
}
