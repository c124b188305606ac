import { normalise } from '../../src/korean/typed.ts';
import { type Heard, Id, press, submission } from '../../src/slack/command.ts';
import { refuse } from '../../src/slack/outcome.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { cardOf } from '../../src/visit/compose.ts';
import { findReported, putReported } from '../../src/visit/reported/store.ts';
import { REPORTED, reportedForm, VISIT_REPORTED_OPEN } from '../../src/visit/reported/views.ts';
import { mayChangeVisit, visitName } from '../../src/visit/rules.ts';
import { findVisit } from '../../src/visit/store.ts';

async function find(id: number, { db, person, text }: Turn) {
  const visit = await findVisit(db, id);
  if (!visit) return { refused: text.visit.notFound(visitName(id)) };
  if (!mayChangeVisit(person, visit)) return { refused: text.visit.form.notYours };
  return visit.cancelled ? { refused: text.visit.form.alreadyCancelled } : { visit };
}

/** A guest's title and an award, from the card of their visit. */
export const reporting: Heard[] = [
  press(VISIT_REPORTED_OPEN, Id, async (turn) => {
    const found = await find(turn.pressed, turn);
    if ('refused' in found) return { text: found.refused ?? '' };
    const reported = await findReported(turn.db, found.visit.id);
    return (
      reported &&
      turn.open(reportedForm(found.visit, reported, turn.text), {
        press: VISIT_REPORTED_OPEN,
        value: String(found.visit.id),
      })
    );
  }),
  submission(REPORTED, async ({ values, metadata: { id }, ...turn }) => {
    const { db, person, text } = turn;
    const found = await find(id, turn);
    if ('refused' in found) return refuse(found.refused ?? '', 'guest_title');
    const said = (typed: string | null) => normalise(typed ?? '') || null;
    const reported = { guestTitle: said(values.guest_title), award: said(values.award) };
    await putReported(db, id, reported, { actor: person.userId, at: turn.now() });
    const done = text.report.visitForm.saved(visitName(id));
    return { done, say: () => cardOf(found.visit, turn, done) };
  }),
];
