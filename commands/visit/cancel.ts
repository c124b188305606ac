import { ending } from '../../src/register/ending.ts';
import { refuse } from '../../src/slack/outcome.ts';
import { findNotices } from '../../src/visit/notice/store.ts';
import { mayChangeVisit, parseVisitName, type Visit, visitName } from '../../src/visit/rules.ts';
import { cancelVisit, findVisit } from '../../src/visit/store.ts';
import { VISIT_CANCEL } from '../../src/visit/views.ts';
import { namesWords } from '../../src/visit/words.ts';

/** `V12 비가 많이 옴` calls off at once; without a reason a form asks for it. */
export const cancelling = ending<Visit>({
  open: VISIT_CANCEL,
  form: 'visit_cancel_form',
  place: 'below',
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
    if (cancelled && 'refusal' in cancelled) return refuse(text.visit.hasResult(name), 'reason');
    if (cancelled?.again) return { done: text.visit.cancelledBefore(name) };
    const notices = (await findNotices(db, [id])).get(id) ?? [];
    const told = [...new Set(notices.map((notice) => notice.name))];
    const again = told.length > 0 ? [text.visit.tellAgain(namesWords(told, 10, text))] : [];
    return { done: [text.visit.cancelledNow(name), ...again].join('\n') };
  },
});
