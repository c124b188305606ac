import { clearHome } from '../src/desk/home/clear.ts';
import { formatMoment } from '../src/korean/day-words.ts';
import { fetchProfile } from '../src/people/access.ts';
import { PERSON, personForm } from '../src/people/form.ts';
import { isAdministrator } from '../src/people/rules.ts';
import { dismissAccessRequest, findPeople, findPerson } from '../src/people/store.ts';
import {
  ACCESS_ADD,
  ACCESS_DISMISS,
  PEOPLE_PAGE,
  PEOPLE_SHOW,
  PERSON_CHANGE,
  peopleMessage,
} from '../src/people/views.ts';
import { type Command, pages, press, submission, Words } from '../src/slack/command.ts';
import { type Outcome, refuse } from '../src/slack/outcome.ts';
import { type Message, plainMessage } from '../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../src/slack/turn.ts';
import { heardOf } from '../src/upkeep/accounts/heard.ts';
import { giveRole } from '../src/upkeep/accounts/roles.ts';
import { isRole, type Role } from '../src/vocabulary/person.ts';

/** The buttons of a request for access, and the form behind `/biseo people`. */
export const people = {
  hears: [
    press(ACCESS_ADD, Words, (turn) => add(turn.pressed, turn), 'in_place'),
    press(ACCESS_DISMISS, Words, (turn) => dismiss(turn.pressed, turn), 'in_place'),
    press(PEOPLE_SHOW, Words, (turn) => showPeople(0, turn)),
    ...pages(PEOPLE_PAGE, (turn) => showPeople(turn.offset, turn)),
    press(PERSON_CHANGE, Words, (turn) => change(turn.pressed, turn)),
    submission(PERSON, save),
    { hears: 'accounts', changed: heardOf },
  ],
} satisfies Command;

async function showPeople(offset: number, { db, person, text }: Turn): Promise<Message> {
  return peopleMessage(await findPeople(db), isAdministrator(person), text, offset);
}

const refused = (words: string): Message => ({ text: words, below: true });

/** The decision stands where the question was, and its buttons are gone. */
async function add(userId: string, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isAdministrator(person)) return refused(text.access.notAdministrator);
  const known = await findPerson(db, userId);
  if (known) return plainMessage(text.access.addedBefore(known.name));
  const given = await give(userId, 'member', turn);
  if (typeof given === 'string') return refused(given);
  return plainMessage(text.access.added(given.name, person.name, moment(turn)));
}

async function dismiss(userId: string, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  if (!isAdministrator(person)) return refused(text.access.notAdministrator);
  const known = await findPerson(db, userId);
  if (known) return plainMessage(text.access.addedBefore(known.name));
  const { name } = await fetchProfile(turn.client, userId);
  await dismissAccessRequest(db, userId, { actor: person.userId, at: turn.now() });
  return plainMessage(text.access.dismissed(name, person.name, moment(turn)));
}

async function change(userId: string, turn: Turn): Promise<Answer> {
  if (!isAdministrator(turn.person)) return { text: turn.text.access.notAdministrator };
  const subject = await findPerson(turn.db, userId);
  const form = personForm(subject, turn.text, isRole(userId) ? userId : 'member');
  return turn.open(form, { press: PERSON_CHANGE, value: userId });
}

async function save({ values, ...turn }: Submitted<typeof PERSON.empty, object>): Promise<Outcome> {
  const { personSaved, personRemoved, roles } = turn.text.office;
  const userId = values.person ?? '';
  const role = isRole(values.role) ? values.role : null;
  const given = await give(userId, role, turn);
  if (typeof given === 'string') return refuse(given, 'person');
  return {
    done: role ? personSaved(given.name, roles[role]) : personRemoved(given.name),
    after: async () => role ?? clearHome(userId, turn, turn.client),
  };
}

/** Gives a role, or takes the person off the list (`null`). Returns their name, or why not. */
async function give(
  userId: string,
  role: Role | null,
  { db, client, teamId, person, text, now, today, config }: Turn,
): Promise<{ name: string } | string> {
  if (!isAdministrator(person)) return text.office.personRefusals.not_administrator;
  const known = await findPerson(db, userId);
  const profile = known ?? (await fetchProfile(client, userId, teamId));
  if ('guest' in profile && profile.guest) return text.access.guestNotAdded;
  const { name, language } = profile;
  const by = { actor: person.userId, at: now(), today, language: config.language };
  const changed = await giveRole(db, { userId, name, language }, role, by);
  return 'refusal' in changed ? text.office.personRefusals[changed.refusal] : { name };
}

const moment = ({ config, now, text, today }: Turn): string =>
  formatMoment(now(), config.timezone, text.language, today);
