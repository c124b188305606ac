import { isManager } from '../../src/people/rules.ts';
import { PLEDGE_UPDATE_OPEN } from '../../src/pledge/card.ts';
import { UPDATE, updateForm } from '../../src/pledge/form.ts';
import { putUpdate } from '../../src/pledge/proposal/store.ts';
import { draftUpdate, formOf, type Pledge, pledgeName, type Update } from '../../src/pledge/rules.ts';
import { type EvidenceFile, findPledge } from '../../src/pledge/store.ts';
import { doneMessage } from '../../src/pledge/views.ts';
import { changedPledge, statusWords } from '../../src/pledge/words.ts';
import { besideOthers, type Editing, overtaken } from '../../src/register/overtaken.ts';
import { type Heard, Id, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { keepAnswer } from './answers.ts';
import { isPledge, onePledge } from './find.ts';

export const updating: Heard[] = [
  press(PLEDGE_UPDATE_OPEN, Id, async (turn) => {
    const pledge = await findPledge(turn.db, turn.pressed);
    return pledge ? openUpdate(pledge, turn) : { text: turn.text.pledge.form.gone };
  }),
  submission(UPDATE, take),
];

/** `1-2-3` opens the form; members' forms propose. */
export async function updateTyped(turn: Typed): Promise<Answer> {
  const found = await onePledge(turn.typed, turn);
  return isPledge(found) ? openUpdate(found, turn) : found;
}

function openUpdate(pledge: Pledge, turn: Turn): Answer | Promise<Answer> {
  if (pledge.voided) return { text: turn.text.pledge.form.gone };
  return turn.open(formFor(pledge, turn), { press: PLEDGE_UPDATE_OPEN, value: String(pledge.id) });
}

export const formFor = (pledge: Pledge, { person, text }: Turn) =>
  updateForm(pledge, formOf(pledge), isManager(person) ? 'update' : 'propose', text);

type Known = { editing: Editing; roundId?: number | undefined };

async function take({ values, metadata, key, ...turn }: Submitted<typeof UPDATE.empty, Known>): Promise<Outcome> {
  const { db, text } = turn;
  const { editing, roundId } = metadata;
  const pledge = await findPledge(db, editing.id);
  if (!pledge) return refuse(text.pledge.form.gone, 'status');
  const files = values.file.map(({ id, name }) => ({ id, name }));
  const typed = { status: values.status, progress: values.progress === null ? null : Number(values.progress) };
  const { status, progress } = pledge;
  const merged = await besideOthers(changedPledge(text), editing, { typed, now: { status, progress } }, db);
  const form = {
    ...values,
    status: merged.status,
    progress: merged.progress === null ? null : String(merged.progress),
  };
  const drafted = draftUpdate(form, pledge, files.length);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, text.pledge.form.refusals);
  if (roundId !== undefined) return keepAnswer(drafted.update, files, { ...editing, roundId, key }, turn);
  return save(drafted.update, files, { editing, key }, turn);
}

/** A manager's update counts at once, a member's is a proposal that managers are asked about. */
async function save(
  update: Update,
  files: readonly EvidenceFile[],
  { editing, key }: { editing: Editing; key: string },
  turn: Turn,
): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.pledge;
  const entry = { actor: person.userId, at: turn.now(), formKey: key, files, confirm: isManager(person) };
  const saved = await putUpdate(db, editing, update, entry);
  if ('refusal' in saved) {
    if (saved.refusal === 'gone') return refuse(words.form.gone, 'status');
    return overtaken(changedPledge(text), editing, saved.pledge.version, turn);
  }
  const { proposal, pledge, again } = saved;
  const name = pledgeName(pledge);
  const open = proposal.state === 'open';
  const say = open ? words.proposed : words.updated;
  const done = again ? words.sentBefore(name) : say(name, statusWords(proposal.status, text), proposal.progress);
  return { done, say: doneMessage(done, pledge, text) };
}
