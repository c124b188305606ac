import { besideOthers, overtaken } from '../../src/register/overtaken.ts';
import { type Heard, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Submitted } from '../../src/slack/turn.ts';
import type { Clash } from '../../src/visit/clashes.ts';
import { visits } from '../../src/visit/compose.ts';
import { draftPlans } from '../../src/visit/draft.ts';
import { type Metadata, SCHEDULE, type Values, visitForm } from '../../src/visit/form.ts';
import { dayNotes, idsOf } from '../../src/visit/notes.ts';
import { worded } from '../../src/visit/refusals.ts';
import { planOf } from '../../src/visit/rules.ts';
import { changedMessage, changedOf, findKnown, keptWords, plannedMessage } from '../../src/visit/saved.ts';
import { changeVisit, insertVisits } from '../../src/visit/store.ts';

/** The form `visit_schedule`. A clash that its writer has not been shown stands in the form before anything is saved. */
export const submitting: Heard[] = [submission(SCHEDULE, save)];

async function save({ values, metadata, fields, key, ...turn }: Submitted<Values, Metadata>): Promise<Outcome> {
  const { db, person, text } = turn;
  const known = await findKnown(turn);
  const shownWith = async (clashes: readonly Clash[], lines: readonly string[]): Promise<Outcome> => {
    const around = { ...known, clashes, lines: [...lines, ...(await dayNotes(values, turn))] };
    return { view: visitForm(values, { ...metadata, clashes: idsOf(clashes) }, around, text) };
  };

  const { editing } = metadata;
  const found = editing && (await visits.standing(String(editing.id), turn));
  if (found && 'refused' in found) return refuse(found.refused, 'title');
  const before = found?.record;
  const programs = known.programs.filter(({ id, retired }) => !retired || id === before?.programId);
  const districts = before ? [...known.districts, before.district] : known.districts;
  const drafted = draftPlans(values, { programs, districts, today: turn.today });
  if ('refusals' in drafted) {
    const errors = worded(drafted.refusals, text);
    const missing = Object.keys(errors).some((field) => !fields.has(field));
    return missing ? shownWith([], [text.visit.form.moreNeeded]) : { errors };
  }

  const by = { actor: person.userId, at: turn.now(), accepted: new Set(values.anyway ? metadata.clashes : []) };
  const [plan] = drafted.plans;
  if (!editing || !before || !plan) {
    const saved = await insertVisits(db, drafted.plans, { ...by, formKey: key });
    if ('clashes' in saved) return shownWith(saved.clashes, []);
    const say = await plannedMessage(saved, keptWords(saved.kept, text), known, turn);
    return { done: say.text.split('\n')[0] ?? '', say };
  }
  const changes = changedOf(turn, known.programs);
  const merged = await besideOthers(changes, editing, { typed: plan, now: planOf(before) }, db);
  const saved = await changeVisit(db, editing, merged, by);
  if (!saved) return refuse(text.visit.notFound(visits.name(before)), 'title');
  if ('clashes' in saved) return shownWith(saved.clashes, []);
  if ('refusal' in saved) {
    if (saved.refusal === 'ended') return refuse(text.visit.form.alreadyCancelled, 'title');
    return overtaken(changes, editing, saved.record.version, turn);
  }
  const say = await changedMessage(saved, keptWords(saved.kept, text), turn);
  return { done: say.text.split('\n')[0] ?? '', say };
}
