import { findToldOf } from '../../src/council/list/store.ts';
import { findGroups } from '../../src/council/members/store.ts';
import {
  type Briefing,
  briefingName,
  draftPolicy,
  isAnnounced,
  type PolicyForm,
  parseBriefingName,
} from '../../src/council/policies/rules.ts';
import { findOwed, findStates, findUnexplained } from '../../src/council/policies/standing.ts';
import { closeBriefing, findBriefing, findBriefings, policies } from '../../src/council/policies/store.ts';
import {
  BRIEF,
  BRIEF_CLOSE,
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
import { addDays, clockIn } from '../../src/korean/days.ts';
import { rest, takeDayTime, tokensOf } from '../../src/korean/tokens.ts';
import { readable } from '../../src/people/mentions.ts';
import { mayChange } from '../../src/people/rules.ts';
import { findPeople } from '../../src/people/store.ts';
import { whoseAmong } from '../../src/people/whose.ts';
import { ending } from '../../src/register/ending.ts';
import { changedBy, type Editing } from '../../src/register/overtaken.ts';
import { saving } from '../../src/register/saving.ts';
import { type Heard, Id, pages, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';

const ALL = /^(?:전체|모두|all)$/i;
const UNEXPLAINED = /^(?:미설명|unexplained)$/i;

/**
 * `B3` one policy, nothing the ones to come, `전체` all of them, `미설명` those announced of which somebody has still to hear, `나` mine;
 * anything else is a policy to enter.
 */
export async function brief(turn: Typed): Promise<Answer> {
  const { db, text, typed } = turn;
  const { words } = await asked(typed, turn);
  if (words.every((word) => ALL.test(word) || UNEXPLAINED.test(word))) return listBriefings(typed, 0, turn);
  if (!/^b?\d+$/i.test(typed)) return openPolicy(turn);
  const id = parseBriefingName(typed) ?? 0;
  const briefing = await findBriefing(db, id);
  return briefing ? cardOf(briefing, turn) : { text: text.council.brief.notFound(briefingName(id)) };
}

const asked = async (typed: string, { db, person }: Turn) =>
  whoseAmong(typed, { me: person.userId, people: await findPeople(db) });

async function listBriefings(query: string, offset: number, turn: Turn): Promise<Message> {
  const { db } = turn;
  const now = nowOf(turn);
  const { whose, words } = await asked(query, turn);
  if (words.some((word) => UNEXPLAINED.test(word))) return listUnexplained(query, offset, whose, turn);
  const all = words.length > 0;
  const span = { whose, ...(all ? {} : { from: turn.today }) };
  // What was announced before and somebody has still to hear of stands above what is to come.
  const owed = all ? [] : (await findOwed(db, { to: addDays(turn.today, -1) })).reverse();
  const before = owed.filter(({ briefing }) => whose.every((it) => it === briefing.createdBy));
  const first = before.slice(offset, offset + PAGE_SIZE);
  const part = { offset: Math.max(0, offset - before.length), limit: PAGE_SIZE - first.length };
  const { briefings, count } = await findBriefings(db, span, part);
  const items = first.map((it) => ({ ...it, announced: true }));
  for (const briefing of briefings)
    items.push({ briefing, states: await findStates(db, briefing), announced: isAnnounced(briefing, now) });
  return briefingsMessage({ items, count: count + before.length }, { query, offset }, turn);
}

async function listUnexplained(query: string, offset: number, whose: readonly string[], turn: Turn): Promise<Message> {
  const found = (await findUnexplained(turn.db, nowOf(turn))).toReversed();
  const theirs = found.filter(({ briefing }) => whose.every((it) => it === briefing.createdBy));
  const items = theirs.slice(offset, offset + PAGE_SIZE).map((it) => ({ ...it, announced: true }));
  const none = turn.text.council.brief.noneUnexplained;
  return briefingsMessage({ items, count: theirs.length, none }, { query, offset }, turn);
}

const nowOf = ({ today, config, now }: Turn) => ({ day: today, time: clockIn(config.timezone, now()) });

async function cardOf(briefing: Briefing, turn: Turn, first?: string): Promise<Message> {
  const states = await findStates(turn.db, briefing);
  const contacts = await findToldOf(turn.db, briefing.id);
  const announced = isAnnounced(briefing, nowOf(turn));
  const card = { briefing, states, contacts, mayChange: mayChange(turn.person, briefing), announced };
  return briefingMessage(card, turn, first);
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

async function save({ values, ...sent }: Sent): Promise<Outcome> {
  const { person, text, metadata } = sent;
  const { refusals, saved, changed: changedWords, notFound } = text.council.brief;
  const drafted = draftPolicy(values);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, refusals);
  return saving(
    {
      records: policies,
      changed: changedBy('briefing', historyWords(sent)),
      gone: refuse(notFound(briefingName(metadata.editing?.id ?? 0)), 'policy'),
      refused: (before) => (mayChange(person, before) ? null : refuse(text.council.form.notYours, 'policy')),
      saved: (it, how) => entered(it, (how === 'changed' ? changedWords : saved)(briefingName(it.id)), sent),
    },
    drafted.policy,
    sent,
  );
}

const entered = (briefing: Briefing, done: string, turn: Turn): Outcome => ({
  done,
  say: () => cardOf(briefing, turn, done),
});

const closing = ending<Briefing>({
  open: BRIEF_CLOSE,
  form: 'council_brief_close_form',
  async find(named, { db, person, text }) {
    const id = parseBriefingName(named) ?? 0;
    const briefing = await findBriefing(db, id);
    if (!briefing) return { refused: text.council.brief.notFound(briefingName(id)) };
    if (!mayChange(person, briefing)) return { refused: text.council.form.notYours };
    return briefing.closed ? { ended: text.council.brief.closedBefore(briefingName(id)) } : { subject: briefing };
  },
  words: ({ id }, { council: { brief } }) => ({
    ...brief.closeForm,
    explain: brief.closeForm.explain(briefingName(id)),
  }),
  async end(briefing, reason, turn) {
    const words = turn.text.council.brief;
    const id = briefing.id;
    const by = { actor: turn.person.userId, at: turn.now(), reason };
    const first = await closeBriefing(turn.db, briefing, by);
    // What else changed meanwhile is no reason to leave it open.
    const closed = first && 'refusal' in first ? await closeBriefing(turn.db, first.record, by) : first;
    if (!closed || 'refusal' in closed) return refuse(words.notFound(briefingName(id)), 'reason');
    return entered(closed.record, words.closedNow(briefingName(id)), turn);
  },
});

export const briefings: Heard[] = [
  ...closing.hears,
  press(BRIEF_NEW, Words, (turn) => openPolicy({ ...turn, typed: turn.pressed })),
  press(BRIEF_SHOW, Words, (turn) => brief({ ...turn, typed: turn.pressed })),
  ...pages(BRIEF_PAGE, (turn) => listBriefings(turn.query, turn.offset, turn)),
  press(BRIEF_EDIT, Id, (turn) => openEdit(turn.pressed, turn)),
  submission(BRIEF, save),
];
