import { findUsualDue } from '../../src/followup/usual-due.ts';
import { dueOffer } from '../../src/followup/views.ts';
import { formatWon } from '../../src/korean/won.ts';
import { changing } from '../../src/register/changing.ts';
import type { Find } from '../../src/register/finding.ts';
import type { Editing } from '../../src/register/overtaken.ts';
import { button } from '../../src/slack/blocks.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Typed } from '../../src/slack/turn.ts';
import { visits } from '../../src/visit/compose.ts';
import type { Program } from '../../src/visit/programs/rules.ts';
import { findPrograms } from '../../src/visit/programs/store.ts';
import { draftResult } from '../../src/visit/result/rules.ts';
import { findAgenda, putResult } from '../../src/visit/result/store.ts';
import { RESULT, resultForm, VISIT_RESULT_OPEN } from '../../src/visit/result/views.ts';
import { type Visit, visitName } from '../../src/visit/rules.ts';
import { changedOf } from '../../src/visit/saved.ts';
import { savedMessage } from '../../src/visit/views.ts';
import type { Kind } from '../../src/vocabulary/followup.ts';

/** `V12` opens the form for what came of it. */
export async function openResult(turn: Typed): Promise<Answer> {
  const { db, text } = turn;
  const found = await resultOf(turn.typed, turn);
  if ('refused' in found) return { text: found.refused };
  const { record: visit } = found;
  const { id } = visit;
  const known = (await findAgenda(db, id)).map(({ title }) => title);
  const participants = visit.participants === null ? null : String(visit.participants);
  const form = resultForm(visit, { participants, summary: visit.summary, agenda: null }, known, turn);
  return turn.open(form, { press: VISIT_RESULT_OPEN, value: String(id), label: text.visit.result });
}

/** The visit whose result it is, unless it is not this person's, is called off, or is still to come. */
const resultOf: Find<Visit> = async (named, turn) => {
  const found = await visits.standing(named, turn);
  const isToCome = 'record' in found && found.record.startsOn > turn.today;
  return isToCome ? { refused: turn.text.visit.resultForm.notYet(visits.name(found.record)) } : found;
};

type Sent = Submitted<typeof RESULT.empty, { editing: Editing }>;

async function save({ values, metadata: { editing }, key, ...turn }: Sent): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.visit.resultForm;
  const found = await resultOf(String(editing.id), turn);
  if ('refused' in found) return refuse(found.refused, 'summary');
  const { record: before } = found;
  const drafted = draftResult(values, { today: turn.today, since: before.startsOn });
  if ('refusals' in drafted) return refuseFields(drafted.refusals, words.refusals);

  const { participants, summary } = before;
  const now = { ...drafted.result, participants: participants ?? 0, summary: summary ?? '' };
  const programs = await findPrograms(db);
  const program = programs.find((it) => it.id === before.programId);
  const by = { actor: person.userId, at: turn.now(), formKey: key, followupKind: followupKind(program) };
  const name = visitName(editing.id);
  return changing(
    changedOf(turn, programs),
    { editing, typed: drafted.result, now },
    {
      change: (result) => putResult(db, editing, result, by),
      gone: refuse(text.visit.notFound(name), 'summary'),
      ended: refuse(text.visit.form.alreadyCancelled, 'summary'),
      async saved(visit, { followups, again }) {
        const done = again ? words.savedAgain(name) : words.saved(name, formatWon(visit.participants ?? 0));
        const lines = followups.length > 0 ? [words.followups(formatWon(followups.length))] : [];
        const offer = dueOffer(followups, await findUsualDue(db, turn.today), text, turn.today);
        const edit = button(VISIT_RESULT_OPEN, text.visit.edit, String(visit.id));
        return { done, say: savedMessage(done, [visit], lines, turn, offer), edit };
      },
    },
    turn,
  );
}

/** Two programs' items have a name of their own in the register of follow-ups. */
function followupKind(program: Program | undefined): Kind {
  if (program?.name === '현장시장실') return 'field_office';
  return program?.name === '주말데이트' ? 'weekend_date' : 'visit_agenda';
}

export const results: Heard[] = [
  press(VISIT_RESULT_OPEN, Words, (turn) => openResult({ ...turn, typed: turn.pressed })),
  submission(RESULT, save),
];
