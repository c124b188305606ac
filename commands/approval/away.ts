import { formatSpan } from '../../src/korean/day-words.ts';
import { sendUpdate } from '../../src/outbox/update.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { type Heard, Id, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import { plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { endAway } from '../../src/spending/approval/away/ending.ts';
import { AWAY, awayForm } from '../../src/spending/approval/away/form.ts';
import { type Away, draftAway } from '../../src/spending/approval/away/rules.ts';
import { awayKey, findAway, insertAway } from '../../src/spending/approval/away/store.ts';
import { AWAY_END, AWAY_OPEN } from '../../src/spending/approval/away/views.ts';
import { askLate } from '../../src/spending/approval/jobs.ts';

/** A manager's days away, and who decides in their place. */
export const beingAway: Heard[] = [
  press(AWAY_OPEN, Words, open),
  press(AWAY_END, Id, (turn) => end(turn.pressed, turn)),
  submission(AWAY, save),
];

function open(turn: Turn): Answer | Promise<Answer> {
  const { person, text, today } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  return turn.open(awayForm({ from: today, to: today, deputy: null }, text), { press: AWAY_OPEN });
}

async function save({ values, key, ...turn }: Submitted<typeof AWAY.empty, object>): Promise<Outcome> {
  const { db, person, text, today } = turn;
  const words = text.approval.away;
  if (!isManager(person)) return refuse(text.access.notManager, 'from');
  const people = new Set((await findPeople(db)).map(({ userId }) => userId));
  const known = await findAway(db, today);
  const own = known.filter(({ userId, key: first }) => userId === person.userId && first !== key);
  const around = { userId: person.userId, today, own, isOfOffice: (id: string) => people.has(id) };
  const drafted = draftAway(values, around);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, words.refusals);
  const away = await insertAway(db, drafted.away, { formKey: key, actor: person.userId, at: turn.now() });
  const name = (await findNames(db, [away.deputy])).get(away.deputy) ?? away.deputy;
  return { done: words.saved(...daysOf(away, turn), name), after: () => askLate(turn) };
}

async function end(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const words = text.approval.away;
  const by = { actor: person.userId, at: turn.now(), language: turn.config.language };
  const ended = await endAway(db, id, by);
  await turn.tell(plainMessage(ended ? words.ended(...daysOf(ended.away, turn)) : words.notYours));
  if (!ended || ended.again) return null;
  await askLate(turn);
  await sendUpdate(turn, turn.client, awayKey(id));
  return null;
}

const daysOf = (away: Away, { text, today }: Turn) => formatSpan(away, text.language, today);
