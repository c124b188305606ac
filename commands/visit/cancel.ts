import { ending } from '../../src/register/ending.ts';
import { refuse } from '../../src/slack/outcome.ts';
import { cardOf } from '../../src/visit/compose.ts';
import { mayChangeVisit, parseVisitName, type Visit, visitName } from '../../src/visit/rules.ts';
import { tellAgain } from '../../src/visit/saved.ts';
import { cancelVisit, findVisit } from '../../src/visit/store.ts';
import { VISIT_CANCEL } from '../../src/visit/views.ts';

/** `V12 비가 많이 옴` calls off at once; without a reason a form asks for it. */
export const cancelling = ending<Visit>({
  open: VISIT_CANCEL,
  form: 'visit_cancel_form',
  async find(named, { db, person, text }) {
    const id = parseVisitName(named);
    if (id === null) return { refused: text.visit.which };
    const visit = await findVisit(db, id);
    const name = visitName(id);
    if (!visit) return { refused: text.visit.notFound(name) };
    if (!mayChangeVisit(person, visit)) return { refused: text.visit.form.notYours };
    if (visit.cancelled) return { ended: text.visit.cancelledBefore(name) };
    return visit.summary === null ? { subject: visit } : { refused: text.visit.hasResult(name) };
  },
  words: ({ id }, { visit: { cancelForm } }) => ({ ...cancelForm, explain: cancelForm.explain(visitName(id)) }),
  async end({ id }, reason, turn) {
    const { db, person, text } = turn;
    const name = visitName(id);
    const cancelled = await cancelVisit(db, id, { actor: person.userId, at: turn.now(), reason });
    if (!cancelled) return refuse(text.visit.notFound(name), 'reason');
    if ('refusal' in cancelled) return refuse(text.visit.hasResult(name), 'reason');
    const { record: visit, again } = cancelled;
    const lines = again ? [] : await tellAgain(visit, turn);
    const done = [text.visit[again ? 'cancelledBefore' : 'cancelledNow'](name), ...lines].join('\n');
    return { done, say: () => cardOf(visit, turn, done) };
  },
});
