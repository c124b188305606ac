import type { Database } from '../base/db/database.ts';
import { expenseName } from '../spending/expense/rules.ts';
import { findImport, findOverlapping, findWorkedOn, undoImport } from '../spending/imported/store.ts';
import { undoneLines } from '../spending/imported/words.ts';
import { FINE, REFUSED, type Terminal } from './command.ts';
import { OPERATOR } from './database.ts';

/** What to do with records that people worked on since the import; null: name them first. */
type Changed = 'keep' | 'take' | null;

/** `import --undo ID`: everything that a file brought goes; what was changed since is named first. */
export async function undo(
  db: Database,
  id: number,
  { changed, json }: { changed: Changed; json: boolean },
  { text, say, print }: Terminal,
): Promise<number> {
  const words = text.imported.undo;
  const refuse = (refusal: string, message: string, names: string[] = []): number => {
    if (json) print(JSON.stringify({ import: id, refusal, changed: names, message }));
    else say(message);
    return REFUSED;
  };
  const file = await findImport(db, id);
  if (!file) return refuse('not_found', words.refusals.not_found ?? '');
  const workedOn = (await findWorkedOn(db, id)).map(expenseName);
  if (!file.undone && workedOn.length > 0 && changed === null) {
    return refuse('changed', words.changedFirst(workedOn.join(', ')), workedOn);
  }
  const undone = await undoImport(db, id, { keep: changed === 'keep', actor: OPERATOR, at: new Date() });
  if ('refusal' in undone) return refuse(undone.refusal, words.refusals[undone.refusal] ?? '');
  const overlapping = await findOverlapping(db, id);
  const { gone, won, held, kept } = undone;
  if (json) print(JSON.stringify({ import: id, undone: gone, won, held, kept: kept.map(expenseName), overlapping }));
  else for (const line of undoneLines(file, undone, overlapping, text)) print(line);
  return FINE;
}
