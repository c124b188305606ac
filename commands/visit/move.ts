import type { Deps } from '../../src/base/deps.ts';
import type { Click } from '../../src/slack/open-form.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Visitor } from '../../src/slack/visitor.ts';
import { draftPlans, formOf } from '../../src/visit/draft.ts';
import { readVisitLine } from '../../src/visit/line.ts';
import { movedTo, parseVisitName } from '../../src/visit/rules.ts';
import { changeVisit, findVisit } from '../../src/visit/store.ts';
import { refuseChange, worded } from './refusals.ts';
import { changedMessage, findKnown } from './saved.ts';
import { openEdit } from './schedule.ts';

/** `V12 11/10 15:00` moves at once, as long as before; what stands in the way is shown in the form. */
export async function moveTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { person, text } = visitor;
  const [name = '', ...rest] = typed.split(' ');
  const id = parseVisitName(name);
  if (id === null) return { text: text.visit.which };
  const visit = await findVisit(deps.db, id);
  const refusal = refuseChange(visit, id, visitor);
  if (!visit || refusal) return { text: refusal ?? '' };

  const known = await findKnown(deps);
  const line = readVisitLine(rest.join(' '), { today: known.today, programs: [], districts: [] });
  const unread = line.unread.date ?? line.unread.start_time;
  if (unread) return openEdit(id, visitor, click, deps, visit, [], [text.visit.form.unread(unread)]);
  if (!line.date && !line.start_time) return { text: text.visit.moveHow };

  const to = movedTo(visit, { day: line.date, time: line.start_time, endTime: line.end_time });
  const plan = line.end_date ? { ...to, endsOn: line.end_date } : to;
  const districts = [...known.districts, visit.district];
  const drafted = draftPlans(formOf(plan), { ...known, districts });
  if ('refusals' in drafted) {
    return openEdit(id, visitor, click, deps, plan, [], Object.values(worded(drafted.refusals, text)));
  }
  const by = { actor: person.userId, at: deps.now(), accepted: new Set<number>() };
  const changed = await changeVisit(deps.db, id, visit.version, plan, by);
  if (changed && 'clashes' in changed) return openEdit(id, visitor, click, deps, plan, changed.clashes);
  if (!changed || 'refusal' in changed) return { text: text.visit.form.changedMeanwhile };
  return changedMessage(changed, [], known, text, deps.db);
}
