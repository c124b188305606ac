import { cardOf } from '../../src/followup/card.ts';
import { type Followup, followupName, parseFollowupName } from '../../src/followup/rules.ts';
import { changeFollowup, findFollowup } from '../../src/followup/store.ts';
import { FOLLOWUP_BEGIN } from '../../src/followup/views.ts';
import { CHANGE, DECLINE, FINISH, type Given, HAND, type Office, POSTPONE, type Way } from '../../src/followup/ways.ts';
import { changeWords, historyWords, peopleIn } from '../../src/followup/words.ts';
import { begin, type Decided, owedOf, refuseWork, reopen, type Step } from '../../src/followup/work.ts';
import { rest, takeDayTime, tokensOf } from '../../src/korean/tokens.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { answerOf } from '../../src/register/ending.ts';
import { besideOthers, type Changed, type Editing, overtaken } from '../../src/register/overtaken.ts';
import { type Heard, Id, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import { mentionedIn } from '../../src/slack/references.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';

export const work: Heard[] = [
  press(FOLLOWUP_BEGIN, Id, (turn) => beginOne(turn.pressed, turn), 'in_place'),
  ...[FINISH, POSTPONE, DECLINE, HAND, CHANGE].flatMap((way) => [
    press(way.open, Id, (turn) => openWay(way, turn.pressed, turn), 'form_in_place'),
    submission(way.form, ({ values, metadata: { editing }, ...turn }) => carryOut(way, editing, values, turn)),
  ]),
];

/** Decides and saves; whoever was overtaken hears who changed what, above what they typed. */
async function carryOut(way: Way, editing: Editing, given: Given, turn: Turn): Promise<Outcome> {
  const followup = await findFollowup(turn.db, editing.id);
  const decided = await decideOn(followup, (it, office) => way.decide(it, given, office), turn);
  if ('refusals' in decided || !followup) return refusedFields(decided, turn);
  const owed = await besideOthers(
    changedOf(turn),
    editing,
    { typed: decided.step.owed, now: owedOf(followup) },
    turn.db,
  );
  return take(editing, { ...decided.step, owed }, doneWords(way), turn);
}

const refusedFields = (decided: Decided, { text }: Turn): Outcome =>
  refuseFields('refusals' in decided ? decided.refusals : {}, text.followup.form.refusals);

const changedOf = ({ text, today }: Turn): Changed => ({
  noun: 'followup',
  say: (entry, names) => changeWords(entry, historyWords(names, text, today)),
  people: peopleIn,
});

type DoneWords = (followup: Followup, owner: string, turn: Turn) => string;
const doneWords =
  (way: Way): DoneWords =>
  (followup, owner, { text, today }) =>
    way.done(followup, owner, text, today);

async function take(editing: Editing, step: Step, done: DoneWords, turn: Turn): Promise<Outcome> {
  const { db, person, text } = turn;
  const changed = await changeFollowup(db, editing, step, { actor: person.userId, at: turn.now() });
  if (!changed) return refuse(text.followup.form.refusals.not_found);
  if ('refusal' in changed) {
    if (changed.refusal === 'ended') return refuse(text.followup.form.refusals.voided);
    return overtaken(changedOf(turn), editing, changed.record.version, turn);
  }
  const { record: followup } = changed;
  const owner = followup.owner ?? '';
  const words = done(followup, (await findNames(db, [owner])).get(owner) ?? owner, turn);
  return {
    done: words,
    say: () => cardOf(followup, turn, words),
  };
}

async function decideOn(
  followup: Followup | null,
  decide: (followup: Followup, office: Office) => Decided,
  { db, person, today }: Turn,
): Promise<Decided> {
  const refusal = refuseWork(person, followup);
  if (refusal || !followup) return { refusals: { record: refusal ?? 'not_found' } };
  const people = new Set((await findPeople(db)).map(({ userId }) => userId));
  return decide(followup, { today, isOfOffice: (userId) => people.has(userId) });
}

async function openWay(way: Way, id: number, turn: Turn): Promise<Answer> {
  const { db, person, text, today } = turn;
  const followup = await findFollowup(db, id);
  if (!followup) return { text: text.followup.notFound(followupName(id)) };
  const refusal = refuseWork(person, followup);
  if (refusal) return { text: text.followup.form.refusals[refusal] };
  return turn.open(way.draw(way.start(followup, today), followup, text), { press: way.open, value: String(id) });
}

/** One press or one line: work on it has begun. */
async function beginOne(id: number, turn: Turn): Promise<Answer> {
  const followup = await findFollowup(turn.db, id);
  if (!followup) return { text: turn.text.followup.notFound(followupName(id)) };
  const decided = await decideOn(followup, (it) => begin(it, turn.person.userId), turn);
  return stepOrCard(followup, decided, () => turn.text.followup.began(followupName(id)), turn);
}

/** The follow-up as it is now, under what was done, or why not. */
async function stepOrCard(followup: Followup, decided: Decided, done: DoneWords, turn: Turn): Promise<Answer> {
  const mayNot = refuseWork(turn.person, followup);
  if (mayNot) return { text: turn.text.followup.form.refusals[mayNot] };
  const { id, version } = followup;
  const outcome: Outcome =
    'refusals' in decided ? refusedFields(decided, turn) : await take({ id, version }, decided.step, done, turn);
  if ('done' in outcome || 'view' in outcome) return answerOf(outcome);
  const why = 'again' in outcome ? outcome.again : Object.values(outcome.errors).join(' ');
  return cardOf((await findFollowup(turn.db, id)) ?? followup, turn, why);
}

/** `F12` and what follows: with enough said it is done at once, else the form asks for the rest. */
function typedWay(way: Way, read: (rest: string, turn: Turn) => Promise<Given | null>) {
  return async (turn: Typed): Promise<Answer> => {
    const [name = '', ...more] = turn.typed.split(' ');
    const id = parseFollowupName(name);
    if (id === null) return { text: turn.text.followup.whichRecord };
    const said = more.length === 0 ? null : await read(more.join(' '), turn);
    if (!said) return openWay(way, id, turn);
    const followup = await findFollowup(turn.db, id);
    if (!followup) return { text: turn.text.followup.notFound(followupName(id)) };
    const given = { ...way.start(followup, turn.today), ...said };
    const decided = await decideOn(followup, (it, office) => way.decide(it, given, office), turn);
    return stepOrCard(followup, decided, doneWords(way), turn);
  };
}

export async function beginTyped(turn: Typed): Promise<Answer> {
  const id = parseFollowupName(turn.typed.split(' ')[0] ?? '');
  return id === null ? { text: turn.text.followup.whichRecord } : beginOne(id, turn);
}

/** `F12`: what had ended is owed again. */
export async function reopenTyped(turn: Typed): Promise<Answer> {
  const { db, person, text } = turn;
  const id = parseFollowupName(turn.typed.split(' ')[0] ?? '');
  if (id === null) return { text: text.followup.whichRecord };
  const followup = await findFollowup(db, id);
  if (!followup) return { text: text.followup.notFound(followupName(id)) };
  const decided = await decideOn(followup, (it) => reopen(it, person.userId), turn);
  return stepOrCard(followup, decided, () => text.followup.reopened(followupName(id)), turn);
}

export const declineTyped = typedWay(DECLINE, async (words) => ({ reason: words }));

export const finishTyped = typedWay(FINISH, async (words) => ({ answer: words }));

export const postponeTyped = typedWay(POSTPONE, async (words, { today }) => {
  const tokens = tokensOf(words);
  const { day } = takeDayTime(tokens, { today, towards: 'future' });
  const reason = rest(tokens);
  return day && reason ? { due: day, reason } : null;
});

export const handTyped = typedWay(HAND, async (words, { db }) => {
  const people = await findPeople(db);
  const [mentioned] = mentionedIn(words);
  const named = people.find(({ name }) => words.split(' ').some((word) => word === name || word === `@${name}`));
  const owner = mentioned ?? named?.userId ?? null;
  const others = words
    .split(' ')
    .filter((word) => !/^<@/.test(word) && (mentioned || word.replace(/^@/, '') !== named?.name));
  const reason = others.join(' ').trim();
  return owner ? { owner, reason: reason || null } : null;
});

export const editTyped = typedWay(CHANGE, async () => null);
