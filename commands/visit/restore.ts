import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import { cardOf } from '../../src/visit/compose.ts';
import { mayChangeVisit, parseVisitName, visitName } from '../../src/visit/rules.ts';
import { tellAgain } from '../../src/visit/saved.ts';
import { findVisit, restoreVisit } from '../../src/visit/store.ts';
import { VISIT_RESTORE } from '../../src/visit/views.ts';
import { namesWords } from '../../src/visit/words.ts';

/** `V12`: what was called off takes place after all. */
async function restore(typed: string, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const id = parseVisitName(typed);
  if (id === null) return { text: text.visit.which };
  const visit = await findVisit(db, id);
  const name = visitName(id);
  if (!visit) return { text: text.visit.notFound(name) };
  if (!mayChangeVisit(person, visit)) return { text: text.visit.form.notYours };
  const restored = await restoreVisit(db, id, { actor: person.userId, at: turn.now() });
  if (!restored) return { text: text.visit.notFound(name) };
  const clashing = [...new Set(restored.clashes.map((clash) => visitName(clash.visit.id)))];
  const lines = [
    text.visit[restored.again ? 'notCancelled' : 'restored'](name),
    ...(clashing.length > 0 ? [text.visit.clashesKept(namesWords(clashing, 10, text))] : []),
    ...(restored.again ? [] : await tellAgain(restored.record, turn)),
  ];
  return cardOf(restored.record, turn, lines.join('\n'));
}

export const restoreTyped = (turn: Typed): Promise<Answer> => restore(turn.typed, turn);

export const restoring: Heard[] = [press(VISIT_RESTORE, Words, (turn) => restore(turn.pressed, turn), 'in_place')];
