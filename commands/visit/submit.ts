import type { Deps } from '../../src/base/deps.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Verdict } from '../../src/slack/submission.ts';
import type { Visitor } from '../../src/slack/visitor.ts';
import type { Clash } from '../../src/visit/clashes.ts';
import { draftPlans, type VisitForm } from '../../src/visit/draft.ts';
import { type Metadata, visitForm } from '../../src/visit/form.ts';
import { visitName } from '../../src/visit/rules.ts';
import { changeVisit, findVisit, insertVisits } from '../../src/visit/store.ts';
import { namesWords } from '../../src/visit/words.ts';
import { dayOffs, idsOf } from './notes.ts';
import { refuseChange, worded } from './refusals.ts';
import { changedMessage, type Known, plannedMessage } from './saved.ts';

export type Submitted = Exclude<Verdict, { done: string }> | { done: string; message: Message };
type Submission = { form: VisitForm; anyway: boolean; fields: ReadonlySet<string>; metadata: Metadata };

/** Decides, and saves for good: a person who sees the form close can rely on it. */
export async function submit(
  { form, anyway, fields, metadata }: Submission,
  visitor: Visitor,
  known: Known,
  { db, now }: Deps,
): Promise<Submitted> {
  const { person, text } = visitor;
  const redrawn = async (clashes: readonly Clash[], lines: readonly string[]) => {
    const shown = { ...metadata, clashes: idsOf(clashes) };
    const notes = { clashes, lines: [...lines, ...(await dayOffs(form, known, text))] };
    return { view: visitForm(form, shown, notes, known, text) };
  };

  const { editing, key } = metadata;
  const before = editing ? await findVisit(db, editing.id) : null;
  const refusal = editing ? refuseChange(before, editing.id, visitor) : null;
  if (refusal) return { errors: { title: refusal } };
  const programs = known.programs.filter(({ id, retired }) => !retired || id === before?.programId);
  const districts = before ? [...known.districts, before.district] : known.districts;
  const drafted = draftPlans(form, { programs, districts, today: known.today });
  if ('refusals' in drafted) {
    const errors = worded(drafted.refusals, text);
    const missing = Object.keys(errors).some((field) => !fields.has(field));
    return missing ? redrawn([], [text.visit.form.moreNeeded]) : { errors };
  }

  const accepted = new Set(anyway ? metadata.clashes : []);
  const by = { actor: person.userId, at: now(), accepted };
  const [plan] = drafted.plans;
  const saved =
    editing && plan
      ? await changeVisit(db, editing.id, editing.version, plan, by)
      : await insertVisits(db, drafted.plans, { ...by, formKey: key });
  if (saved && 'clashes' in saved) return redrawn(saved.clashes, []);
  if (!saved || 'refusal' in saved) {
    const cancelled = saved?.refusal === 'cancelled';
    return { errors: { title: cancelled ? text.visit.form.alreadyCancelled : text.visit.form.changedMeanwhile } };
  }
  const kept = [...new Set(idsOf(saved.kept))].map(visitName);
  const lines = kept.length > 0 ? [text.visit.clashesKept(namesWords(kept, 10, text))] : [];
  const message =
    'visits' in saved
      ? await plannedMessage(saved, lines, known, text, db)
      : await changedMessage(saved, lines, known, text, db);
  return { done: message.text.split('\n')[0] ?? '', message };
}
