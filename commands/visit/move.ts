import type { Answer, Typed } from '../../src/slack/turn.ts';
import { visits } from '../../src/visit/compose.ts';
import { draftPlans, formOf } from '../../src/visit/draft.ts';
import { readVisitLine } from '../../src/visit/line.ts';
import { worded } from '../../src/visit/refusals.ts';
import { movedTo } from '../../src/visit/rules.ts';
import { changedMessage, findKnown } from '../../src/visit/saved.ts';
import { changeVisit } from '../../src/visit/store.ts';
import { openEdit } from './schedule.ts';

/** `V12 11/10 15:00` moves at once, as long as before; what stands in the way is shown in the form. */
export async function moveTyped(turn: Typed): Promise<Answer> {
  const { db, person, text, today } = turn;
  const [name = '', ...rest] = turn.typed.split(' ');
  const found = await visits.standing(name, turn);
  if ('refused' in found) return { text: found.refused };
  const { record: visit } = found;

  const line = readVisitLine(rest.join(' '), { today, programs: [], districts: [] });
  const unread = line.unread.date ?? line.unread.start_time;
  if (unread) return openEdit(name, turn, { lines: [text.visit.form.unread(unread)] });
  if (!line.date && !line.start_time) return { text: text.visit.moveHow };

  const to = movedTo(visit, { day: line.date, time: line.start_time, endTime: line.end_time });
  const plan = line.end_date ? { ...to, endsOn: line.end_date } : to;
  const known = await findKnown(turn);
  const drafted = draftPlans(formOf(plan), { ...known, districts: [...known.districts, visit.district] });
  if ('refusals' in drafted) {
    return openEdit(name, turn, { plan, lines: Object.values(worded(drafted.refusals, text)) });
  }
  const by = { actor: person.userId, at: turn.now(), accepted: new Set<number>() };
  const changed = await changeVisit(db, visit, plan, by);
  if (changed && 'clashes' in changed) return openEdit(name, turn, { plan, clashes: changed.clashes });
  if (!changed || 'refusal' in changed) return { text: text.visit.form.changedMeanwhile };
  return changedMessage(changed, [], turn);
}
