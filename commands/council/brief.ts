import { findToldOf } from '../../src/council/list/store.ts';
import { findGroups } from '../../src/council/members/store.ts';
import {
  type AudienceState,
  type Briefing,
  briefingName,
  draftPolicy,
  type PolicyForm,
  parseBriefingName,
  stateOf,
} from '../../src/council/policies/rules.ts';
import {
  changeBriefing,
  findBriefing,
  findBriefings,
  findMembership,
  insertBriefing,
  policyOf,
} from '../../src/council/policies/store.ts';
import {
  BRIEF,
  BRIEF_EDIT,
  BRIEF_NEW,
  BRIEF_PAGE,
  BRIEF_SHOW,
  briefingMessage,
  briefingsMessage,
  historyWords,
  PAGE_SIZE,
  policyForm,
} from '../../src/council/policies/views.ts';
import { rest, takeDayTime, tokensOf } from '../../src/korean/tokens.ts';
import { changeWords } from '../../src/people/history/views.ts';
import { readable } from '../../src/people/mentions.ts';
import { mayChange } from '../../src/people/rules.ts';
import { changing } from '../../src/register/changing.ts';
import type { Changed, Editing } from '../../src/register/overtaken.ts';
import { type Heard, Id, pages, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Reader, Submitted, Turn, Typed } from '../../src/slack/turn.ts';

const ALL = /^(?:전체|모두|all)$/i;

/** `B3` one policy, nothing the ones to come, `전체` all of them; anything else is a policy to enter. */
export async function brief(turn: Typed): Promise<Answer> {
  const { db, text, typed } = turn;
  if (typed === '' || ALL.test(typed)) return listBriefings(typed === '' ? '' : 'all', 0, turn);
  if (!/^b?\d+$/i.test(typed)) return openPolicy(turn);
  const id = parseBriefingName(typed) ?? 0;
  const briefing = await findBriefing(db, id);
  return briefing ? cardOf(briefing, turn) : { text: text.council.brief.notFound(briefingName(id)) };
}

async function listBriefings(query: string, offset: number, turn: Turn): Promise<Message> {
  const span = query === 'all' ? {} : { from: turn.today };
  const { briefings, count } = await findBriefings(turn.db, span, { offset, limit: PAGE_SIZE });
  const items = [];
  for (const briefing of briefings) items.push({ briefing, states: await statesOf(briefing, turn) });
  return briefingsMessage({ items, count }, { query, offset }, turn);
}

async function statesOf(briefing: Briefing, { db }: Turn): Promise<AudienceState[]> {
  const contacts = await findToldOf(db, briefing.id);
  const told = contacts.map(({ id, heldOn, heldTime, memberIds }) => ({ contactId: id, heldOn, heldTime, memberIds }));
  return stateOf(briefing, await findMembership(db, briefing), told);
}

async function cardOf(briefing: Briefing, turn: Turn, first?: string): Promise<Message> {
  const states = await statesOf(briefing, turn);
  const contacts = await findToldOf(turn.db, briefing.id);
  return briefingMessage({ briefing, states, contacts, mayChange: mayChange(turn.person, briefing) }, turn, first);
}

/** Opens the form with what a line says: `청년수당 발표 11/30 10:00 보건복지위원회 강남구`. */
async function openPolicy(turn: Typed): Promise<Answer> {
  const { db, text, today, typed } = turn;
  const tokens = tokensOf(await readable(db, typed));
  const { day, time } = takeDayTime(tokens, { today, towards: 'future' });
  const words = rest(tokens).split(' ');
  const groups = await groupsOf(turn);
  const named = (of: readonly { name: string }[]) => of.map(({ name }) => name).filter((name) => words.includes(name));
  const form: PolicyForm = {
    policy: words.join(' ') || null,
    date: day,
    time,
    leaders: true,
    committees: named(groups.committees),
    districts: named(groups.districts),
  };
  const again = { press: BRIEF_NEW, value: typed, label: text.council.brief.add };
  return turn.open(policyForm(form, groups, {}, text), again);
}

const groupsOf = async ({ db }: Turn) => ({
  committees: await findGroups(db, 'committee'),
  districts: await findGroups(db, 'district'),
});

async function openEdit(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const briefing = await findBriefing(db, id);
  if (!briefing) return { text: text.council.brief.notFound(briefingName(id)) };
  if (!mayChange(person, briefing)) return { text: text.council.form.notYours };
  const { policy, announcedOn: date, announcedTime, leaders, committees, districts, version } = briefing;
  const form = { policy, date, time: announcedTime, leaders, committees, districts };
  const again = { press: BRIEF_EDIT, value: String(id), label: text.council.brief.edit };
  return turn.open(policyForm(form, await groupsOf(turn), { editing: { id, version } }, text), again);
}

type Sent = Submitted<typeof BRIEF.empty, { editing?: Editing | undefined }>;

async function save({ values, metadata: { editing }, key, ...turn }: Sent): Promise<Outcome> {
  const { db, person, text } = turn;
  const { refusals, saved, changed: changedWords, notFound } = text.council.brief;
  const drafted = draftPolicy(values);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, refusals);
  const by = { actor: person.userId, at: turn.now() };
  if (!editing) {
    const { record: briefing } = await insertBriefing(db, drafted.policy, { ...by, formKey: key, origin: 'form' });
    return entered(briefing, saved(briefingName(briefing.id)), turn);
  }
  const name = briefingName(editing.id);
  const before = await findBriefing(db, editing.id);
  if (!before) return refuse(notFound(name), 'policy');
  if (!mayChange(person, before)) return refuse(text.council.form.notYours, 'policy');
  const gone = refuse(notFound(name), 'policy');
  const edit = { editing, typed: drafted.policy, now: policyOf(before) };
  const change = (policy: typeof drafted.policy) => changeBriefing(db, editing, policy, by);
  const done = (briefing: Briefing) => entered(briefing, changedWords(name), turn);
  return changing(changedOf(turn), edit, { change, gone, ended: gone, saved: done }, turn);
}

const entered = (briefing: Briefing, done: string, turn: Turn): Outcome => ({
  done,
  say: () => cardOf(briefing, turn, done),
});

const changedOf = (reader: Reader): Changed => ({
  noun: 'briefing',
  say: (entry) => changeWords(entry, historyWords(reader)),
});

export const briefings: Heard[] = [
  press(BRIEF_NEW, Words, (turn) => openPolicy({ ...turn, typed: turn.pressed })),
  press(BRIEF_SHOW, Words, (turn) => brief({ ...turn, typed: turn.pressed })),
  ...pages(BRIEF_PAGE, (turn) => listBriefings(turn.query, turn.offset, turn)),
  press(BRIEF_EDIT, Id, (turn) => openEdit(turn.pressed, turn)),
  submission(BRIEF, save),
];
