import { normalise } from '../../src/korean/typed.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { refuse } from '../../src/slack/outcome.ts';
import { cardOf, visits } from '../../src/visit/compose.ts';
import { findReported, putReported } from '../../src/visit/reported/store.ts';
import { REPORTED, reportedForm, VISIT_REPORTED_OPEN } from '../../src/visit/reported/views.ts';
import { visitName } from '../../src/visit/rules.ts';

/** A guest's title and an award, from the card of their visit. */
export const reporting: Heard[] = [
  press(VISIT_REPORTED_OPEN, Words, async (turn) => {
    const found = await visits.standing(turn.pressed, turn);
    if ('refused' in found) return { text: found.refused };
    const reported = await findReported(turn.db, found.record.id);
    return (
      reported &&
      turn.open(reportedForm(found.record, reported, turn.text), {
        press: VISIT_REPORTED_OPEN,
        value: String(found.record.id),
      })
    );
  }),
  submission(REPORTED, async ({ values, metadata: { id }, ...turn }) => {
    const { db, person, text } = turn;
    const found = await visits.standing(String(id), turn);
    if ('refused' in found) return refuse(found.refused, 'guest_title');
    const said = (typed: string | null) => normalise(typed ?? '') || null;
    const reported = { guestTitle: said(values.guest_title), award: said(values.award) };
    await putReported(db, id, reported, { actor: person.userId, at: turn.now() });
    const done = text.report.visitForm.saved(visitName(id));
    return { done, say: () => cardOf(found.record, turn, done) };
  }),
];
