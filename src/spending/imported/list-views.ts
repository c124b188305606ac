import { z } from 'zod';
import { formatWon } from '../../korean/won.ts';
import { actorName } from '../../people/actors.ts';
import { type Block, button, clip, escaped, header, section, type View } from '../../slack/blocks.ts';
import { choice, drawForm, form } from '../../slack/form.ts';
import { pager } from '../../slack/pager.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { expenseName } from '../expense/rules.ts';
import type { Imported } from './store.ts';

export const IMPORTS_PAGE = 'expense_imports_page';
export const IMPORT_UNDO = 'expense_import_undo_open';
export const UNDO = form({
  id: 'expense_import_undo',
  metadata: z.object({ id: z.number().int() }),
  fields: { changed: choice() },
});

export const IMPORTS_PAGE_SIZE = 8;

export const undoButton = (id: number, text: Text) =>
  button(IMPORT_UNDO, text.imported.undo.button, String(id), 'danger');

type Listed = { imports: readonly Imported[]; count: number; names: ReadonlyMap<string, string> };

/** The files that were taken in, the newest first; a button takes one back. `when` words a moment. */
export function importsMessage(
  { imports, count, names }: Listed,
  offset: number,
  when: (at: Date) => string,
  text: Text,
): Message {
  const words = text.imported.list;
  if (count === 0) return plainMessage(words.none);
  const nameOf = (actor: string) => actorName(actor, names, text);
  const rows = imports.map((it) => {
    const { at, by, imported, duplicates, held, undone } = it;
    const line = words.line({
      when: when(at),
      by: nameOf(by),
      imported: formatWon(imported),
      duplicates: formatWon(duplicates),
      held: formatWon(held),
    });
    const said = [it.name, line, ...(undone ? [words.undone(when(undone.at), nameOf(undone.by))] : [])].join('\n');
    return { it, said };
  });
  return {
    text: escaped([words.title, words.count(formatWon(count)), ...rows.map(({ said }) => said)].join('\n')),
    blocks: [
      header(words.title),
      section(words.count(formatWon(count))),
      ...rows.map(({ it, said }): Block => section(said, it.undone ? undefined : undoButton(it.id, text))),
      ...pager(IMPORTS_PAGE, { query: '', offset }, { count, size: IMPORTS_PAGE_SIZE }, text),
    ],
  };
}

const LONGEST_NAMES = 1500;

/** Says what would go, names what people changed since, and asks what becomes of it. `overlapping`: files that may hold some of it. */
export function undoForm(
  file: Imported,
  { changed, overlapping }: { changed: readonly number[]; overlapping: readonly string[] },
  text: Text,
): View {
  const words = text.imported.undo;
  const names = clip(changed.map(expenseName).join(', '), LONGEST_NAMES);
  const explain = section(words.explain(file.name, formatWon(file.imported), formatWon(file.held)));
  const again = overlapping.length > 0 ? [section(words.again(clip(overlapping.join(', '), LONGEST_NAMES)))] : [];
  const named = section(`${words.changed(formatWon(changed.length))}\n${names}`);
  const choices = [
    { label: words.keep, value: 'keep' },
    { label: words.go, value: 'go' },
  ];
  return drawForm(
    UNDO,
    { changed: 'keep' },
    { id: file.id },
    {
      title: words.title,
      submit: words.submit,
      labels: { changed: words.changedLabel },
      choices: { changed: choices },
      show: [explain, ...again, ...(changed.length > 0 ? [named, 'changed' as const] : [])],
    },
    text,
  );
}
