import { type Editing, MayEdit } from '../../../src/register/overtaken.ts';
import { button, escaped, section } from '../../../src/slack/blocks.ts';
import { drawForm, form, words } from '../../../src/slack/form.ts';
import { pager } from '../../../src/slack/pager.ts';
import type { Text } from '../../../src/text/index.ts';
import { type Lending, name, type Said } from './rules.ts';

const KO = { thing: '물건', whom: '빌린 사람', title: '대여', help: '`/대여 list`' };
const EN = { thing: 'Thing', whom: 'Borrower', title: 'Lending', help: '`/lend list`' };
export const sayIn = ({ language }: Text) => ({ ko: KO, en: EN })[language];

export const LEND = form({ id: 'lending_form', metadata: MayEdit, fields: { thing: words(), whom: words() } });
export const lendForm = (said: Partial<Said>, editing: Editing | undefined, text: Text) =>
  drawForm(LEND, said, { editing }, { ...sayIn(text), submit: text.expense.form.save, labels: sayIn(text) }, text);

const lineOf = ({ id, thing, whom }: Lending) => `${name(id)} · ${thing} · ${whom}`;
export const card = (it: Lending, { expense }: Text) => ({
  text: escaped(lineOf(it)),
  blocks: [section(lineOf(it), button('lending_edit', expense.edit, name(it.id)))],
});
type Page = { found: Lending[]; count: number };
export const list = ({ found, count }: Page, at: { query: string; offset: number }, text: Text) => {
  const lines = [`${sayIn(text).title} ${count}`, ...found.map(lineOf)].join('\n');
  return { text: escaped(lines), blocks: [section(lines), ...pager('lending_page', at, { count, size: 8 }, text)] };
};
