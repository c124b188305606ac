import { cardOf, followups } from '../../src/followup/card.ts';
import { type Followup, followupName, isOpen } from '../../src/followup/rules.ts';
import { changeFollowup, findFollowup } from '../../src/followup/store.ts';
import { FOLLOWUP_BEGIN, FOLLOWUP_REOPEN } from '../../src/followup/views.ts';
import { CHANGE, DECLINE, FINISH, type Given, HAND, type Office, POSTPONE, type Way } from '../../src/followup/ways.ts';
import { historyWords, peopleIn } from '../../src/followup/words.ts';
import { begin, type Decided, owedOf, reopen } from '../../src/followup/work.ts';
import { rest, takeDayTime, tokensOf } from '../../src/korean/tokens.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { changing } from '../../src/register/changing.ts';
import { answerOf, ending } from '../../src/register/ending.ts';
import { changedBy, type Editing } from '../../src/register/overtaken.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import { mentionedIn } from '../../src/slack/references.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';

/** `F12 추가 요청`: what had ended is owed again; without a reason a form asks for it. */
const reopening = ending<Followup>({
  open: FOLLOWUP_REOPEN,
  form: 'followup_reopen_form',
  async find(named, turn) {
    const found = await followups.standing(named, turn);
    if ('refused' in found) return found;
    const { record } = found;
    return isOpen(record.status) ? { ended: turn.text.followup.form.refusals.already } : { subject: record };
  },
  words: ({ id }, { followup: { reopenForm } }) => ({ ...reopenForm, explain: reopenForm.explain(followupName(id)) }),
  end(followup, reason, turn) {
    const { id, version } = followup;
    const done: DoneWords = () => turn.text.followup.reopened(followupName(id));
    return take(followup, { id, version }, (it) => reopen(it, turn.person.userId, reason), done, turn);
  },
});

export const reopenTyped = reopening.typed;

export const work: Heard[] = [
  ...reopening.hears,
  press(FOLLOWUP_BEGIN, Words, (turn) => beginOne(turn.pressed, turn), 'in_place'),
  ...[FINISH, POSTPONE, DECLINE, HAND, CHANGE].flatMap((way) => [
    press(way.open, Words, (turn) => openWay(way, turn.pressed, turn), 'form_in_place'),
    submission(way.form, ({ values, metadata: { editing }, ...turn }) => carryOut(way, editing, values, turn)),
  ]),
];

/** Decides and saves; whoever was overtaken hears who changed what, above what they typed. */
async function carryOut(way: Way, editing: Editing, given: Given, turn: Turn): Promise<Outcome> {
  const found = await followups.standing(String(editing.id), turn);
  if ('refused' in found) return refuse(found.refused);
  const step = (followup: Followup, office: Office) => way.decide(followup, given, office);
  const came = await take(found.record, editing, step, doneWords(way), turn);
  return way === CHANGE ? came : { ...came, edit: null };
}

type Decide = (followup: Followup, office: Office) => Decided;
type DoneWords = (followup: Followup, owner: string, turn: Turn) => string;
const doneWords =
  (way: Way): DoneWords =>
  (followup, owner, { text, today }) =>
    way.done(followup, owner, text, today);

async function take(
  followup: Followup,
  editing: Editing,
  decide: Decide,
  done: DoneWords,
  turn: Turn,
): Promise<Outcome> {
  const { db, person, text, today } = turn;
  const { refusals } = text.followup.form;
  const people = new Set((await findPeople(db)).map(({ userId }) => userId));
  const decided = decide(followup, { today, isOfOffice: (userId) => people.has(userId) });
  if ('refusals' in decided) return refuseFields(decided.refusals, refusals);
  const { step } = decided;
  const by = { actor: person.userId, at: turn.now() };
  return changing(
    changedBy('followup', (names) => historyWords(names, text, today), { people: peopleIn }),
    { editing, typed: step.owed, now: owedOf(followup) },
    {
      change: (owed) => changeFollowup(db, editing, { ...step, owed }, by),
      gone: refuse(refusals.not_found),
      ended: refuse(refusals.voided),
      async saved(now) {
        const owner = now.owner ?? '';
        const words = done(now, (await findNames(db, [owner])).get(owner) ?? owner, turn);
        return { done: words, say: () => cardOf(now, turn, words) };
      },
    },
    turn,
  );
}

async function openWay(way: Way, named: string, turn: Turn): Promise<Answer> {
  const found = await followups.standing(named, turn);
  if ('refused' in found) return { text: found.refused };
  const { record: followup } = found;
  const form = way.draw(way.start(followup, turn.today), followup, turn.text);
  return turn.open(form, { press: way.open, value: String(followup.id) });
}

/** The follow-up as it is now, under what was done, or why not. */
async function stepOrCard(named: string, decide: Decide, done: DoneWords, turn: Turn): Promise<Answer> {
  const found = await followups.standing(named, turn);
  if ('refused' in found) return { text: found.refused };
  const { id, version } = found.record;
  const outcome = await take(found.record, { id, version }, decide, done, turn);
  if ('done' in outcome || 'view' in outcome) return answerOf(outcome);
  const why = 'again' in outcome ? outcome.again : Object.values(outcome.errors).join(' ');
  return cardOf((await findFollowup(turn.db, id)) ?? found.record, turn, why);
}

/** `F12` and what follows: with enough said it is done at once, else the form asks for the rest. */
function typedWay(way: Way, read: (rest: string, turn: Turn) => Promise<Given | null>) {
  return async (turn: Typed): Promise<Answer> => {
    const [name = '', ...more] = turn.typed.split(' ');
    const said = more.length === 0 ? null : await read(more.join(' '), turn);
    if (!said) return openWay(way, name, turn);
    const decide: Decide = (it, office) => way.decide(it, { ...way.start(it, turn.today), ...said }, office);
    return stepOrCard(name, decide, doneWords(way), turn);
  };
}

/** One press or one line: work on it has begun; what had ended begins again with a reason only. */
async function beginOne(named: string, turn: Turn): Promise<Answer> {
  const { person, text } = turn;
  const found = await followups.standing(named, turn);
  if ('record' in found && !isOpen(found.record.status)) return reopening.ask(named, turn);
  return stepOrCard(
    named,
    (it) => begin(it, person.userId),
    ({ id }) => text.followup.began(followupName(id)),
    turn,
  );
}

const firstOf = (typed: string): string => typed.split(' ')[0] ?? '';
export const beginTyped = (turn: Typed): Promise<Answer> => beginOne(firstOf(turn.typed), turn);

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
