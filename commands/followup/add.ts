import { cardOf } from '../../src/followup/card.ts';
import { ADD, owedForm } from '../../src/followup/form.ts';
import { readOwed } from '../../src/followup/line.ts';
import { followupName, LONGEST } from '../../src/followup/rules.ts';
import { insertEntered } from '../../src/followup/store.ts';
import { NOTHING_YET } from '../../src/followup/stored.ts';
import { findUsualDue } from '../../src/followup/usual-due.ts';
import { FOLLOWUP_NEW } from '../../src/followup/views.ts';
import { draftOwed, type OwedForm } from '../../src/followup/work.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { withMe } from '../../src/people/whose.ts';
import { clip } from '../../src/slack/blocks.ts';
import { type Heard, messageShortcut, press, type SaidMessage, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import { mentionedIn } from '../../src/slack/references.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';

export const adding: Heard[] = [
  press(FOLLOWUP_NEW, Words, (turn) => openAdd({ ...turn, typed: turn.pressed })),
  messageShortcut('followup_from_message', addFromMessage),
  submission(ADD, save),
];

/** Opens the form, filled with what a typed line says; the first person mentioned has it. Who is called and is nobody is asked about. */
export async function openAdd(turn: Typed): Promise<Answer> {
  const { db, person, today } = turn;
  const typed = withMe(turn.typed, person.userId);
  const [mentioned] = mentionedIn(typed);
  const people = await findPeople(db);
  const words = typed.replace(/<@[UW][A-Z0-9]+(?:\|[^<>]*)?>/g, ' ').split(' ');
  const called = words.filter((word) => /^@\p{L}/u.test(word));
  const named = people.find(({ name }) => called.includes(`@${name}`));
  const nobody = called.filter((word) => !people.some(({ name }) => word === `@${name}`));
  const without = words.filter((word) => word !== `@${named?.name}` && !nobody.includes(word)).join(' ');
  const line = readOwed(await readable(db, without), { today });
  const known = people.find(({ userId }) => userId === mentioned) ?? named;
  const { title, requester } = line;
  const due = line.due ?? (await findUsualDue(db, today));
  const owner = known?.userId ?? (nobody.length > 0 ? null : person.userId);
  const values = { ...ADD.empty, source: line.kind ?? 'own_task', title, due, requester, owner };
  return openFilled(values, turn.typed, turn, nobody);
}

async function addFromMessage(turn: Turn & { message: SaidMessage }): Promise<Answer> {
  const { db, person, message, config, today } = turn;
  const said = normaliseLines(await readable(db, message.text));
  const { author } = message;
  const saidOn = todayIn(config.timezone, new Date(Number(message.ts) * 1000));
  const due = readOwed(said, { today: saidOn }).due ?? (await findUsualDue(db, today));
  const requester = author && author !== person.userId ? (await findNames(db, [author])).get(author) : undefined;
  const filled = { source: 'own_task', title: clip(said, LONGEST.title) || null, due, requester: requester ?? null };
  return openFilled({ ...ADD.empty, ...filled, owner: person.userId }, said, turn);
}

const openFilled = (values: OwedForm, typed: string, turn: Turn, nobody: readonly string[] = []): Promise<Answer> => {
  const said = nobody.length > 0 ? turn.text.followup.form.nobody(nobody.join(', ')) : undefined;
  return turn.open(owedForm(values, null, turn.text, said), { press: FOLLOWUP_NEW, value: typed });
};

async function save({ values, key, ...turn }: Submitted<OwedForm, object>): Promise<Outcome> {
  const { db, person, text, today } = turn;
  const people = new Set((await findPeople(db)).map(({ userId }) => userId));
  const nothing = { ...NOTHING_YET, kind: 'own_task' as const, title: '', owner: null };
  const drafted = draftOwed(values, nothing, { today, isOfOffice: (id) => people.has(id) });
  if ('refusals' in drafted) return refuseFields(drafted.refusals, text.followup.form.refusals);
  if (values.owner === null) return refuse(text.followup.form.refusals.missing, 'owner');
  const entry = { actor: person.userId, at: turn.now(), formKey: key };
  const { record: followup, again } = await insertEntered(db, drafted.owed, entry);
  const done = text.followup[again ? 'savedAgain' : 'saved'](followupName(followup.id));
  return { done, say: () => cardOf(followup, turn, done) };
}
