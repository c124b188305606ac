import { formatMoment } from '../../src/korean/day-words.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { type Heard, Id, pages, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import {
  IMPORT_UNDO,
  IMPORTS_PAGE,
  IMPORTS_PAGE_SIZE,
  importsMessage,
  UNDO,
  undoForm,
} from '../../src/spending/imported/list-views.ts';
import {
  findImport,
  findImports,
  findOverlapping,
  findWorkedOn,
  undoImport,
} from '../../src/spending/imported/store.ts';
import { undoneLines } from '../../src/spending/imported/words.ts';

export const imports: Heard[] = [
  ...pages(IMPORTS_PAGE, (turn) => listImports(turn.offset, turn)),
  press(IMPORT_UNDO, Id, (turn) => openUndo(turn.pressed, turn)),
  submission(UNDO, takeBack),
];

/** The files that were taken in, a page at a time. */
export async function listImports(
  offset: number,
  turn: Pick<Turn, 'db' | 'person' | 'text' | 'config' | 'today'>,
): Promise<Message> {
  const { db, person, text, config, today } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const found = await findImports(db, { offset, limit: IMPORTS_PAGE_SIZE });
  const people = found.imports.flatMap(({ by, undone }) => [by, ...(undone ? [undone.by] : [])]);
  const names = await findNames(db, [...new Set(people)]);
  const when = (at: Date) => formatMoment(at, config.timezone, text.language, today);
  return importsMessage({ ...found, names }, offset, when, text);
}

async function openUndo(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const file = await findImport(db, id);
  if (!file || file.undone) return plainMessage(text.imported.undo.refusals[file ? 'undone' : 'not_found'] ?? '');
  const since = { changed: await findWorkedOn(db, id), overlapping: await findOverlapping(db, id) };
  return turn.open(undoForm(file, since, text), { press: IMPORT_UNDO, value: String(id) });
}

async function takeBack({ values, metadata, ...turn }: Submitted<typeof UNDO.empty, { id: number }>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.imported.undo;
  if (!isManager(person)) return refuse(text.access.notManager);
  const file = await findImport(db, metadata.id);
  // Nothing that was changed goes unless somebody who saw its name said so.
  const keep = values.changed !== 'go';
  const undone = await undoImport(db, metadata.id, { keep, actor: person.userId, at: turn.now() });
  if ('refusal' in undone || !file)
    return refuse(words.refusals['refusal' in undone ? undone.refusal : 'not_found'] ?? '');
  return { done: undoneLines(file, undone, await findOverlapping(db, file.id), text).join('\n') };
}
