import { findContacts, findMemberContacts, findOpenRequestIds } from '../../src/council/list/store.ts';
import { type CouncilMember, districtNamed, LONGEST_FIELD } from '../../src/council/members/rules.ts';
import { searchMembers } from '../../src/council/members/search/store.ts';
import { changeMember, findMember, findMemberTexts, saidOf } from '../../src/council/members/store.ts';
import {
  CONTACTS_SHOWN,
  MEMBER,
  MEMBER_CONTACTS_PAGE,
  MEMBER_EDIT,
  MEMBER_SHOW,
  MEMBERS_PAGE,
  MEMBERS_SHOWN,
  memberForm,
  memberMessage,
  membersMessage,
  REQUESTS_SHOWN,
} from '../../src/council/members/views.ts';
import { findFollowup } from '../../src/followup/store.ts';
import { nearWords, withNear } from '../../src/korean/near.ts';
import { districtInLatin } from '../../src/people/districts/names.ts';
import { findDistricts } from '../../src/people/districts/store.ts';
import { isManager } from '../../src/people/rules.ts';
import { changing } from '../../src/register/changing.ts';
import { changedBy, type Editing } from '../../src/register/overtaken.ts';
import { type Heard, Id, pages, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { queryOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { markedSimilar } from '../../src/slack/similar.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';

/** No council is larger. */
const MOST_MEMBERS = 1_000;

/** A page of the members whom the words find; a single one's own page. */
export async function showMembers(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { db, text } = turn;
  const query = queryOf(typed);
  const found = await searchMembers(db, query, MOST_MEMBERS);
  const [only] = found;
  const near = only || typed === '' ? null : nearWords(query.split(' '), await findMemberTexts(db, 'in_office'));
  if (near && withNear(query, near) !== query)
    return markedSimilar(await showMembers(withNear(query, near), offset, turn), near, text);
  if (!only)
    return typed === '' ? { text: text.council.members.empty } : plainMessage(text.council.members.none(typed));
  if (found.length === 1) return memberPage(only, 0, turn);
  const shown = found.slice(offset, offset + MEMBERS_SHOWN);
  const met = await findMemberContacts(
    db,
    shown.map(({ id }) => id),
  );
  const page = [];
  for (const member of shown) {
    const { open } = await findOpenRequestIds(db, member.id);
    page.push({ member, standing: { contacts: met.get(member.id) ?? null, open: open.length } });
  }
  return membersMessage({ page, count: found.length }, { query, offset }, turn);
}

async function memberPage(member: CouncilMember, offset: number, turn: Turn, first?: string): Promise<Message> {
  const { db, person } = turn;
  const contacts = await findContacts(db, { memberId: member.id }, { offset, limit: CONTACTS_SHOWN });
  const { open, ended } = await findOpenRequestIds(db, member.id);
  const load = async (ids: readonly number[]) => {
    const followups = await Promise.all(ids.slice(0, REQUESTS_SHOWN).map((id) => findFollowup(db, id)));
    return followups.filter((followup) => followup !== null);
  };
  const page = {
    member,
    contacts: contacts.contacts,
    contactCount: contacts.count,
    open: await load(open),
    openCount: open.length,
    ended: await load(ended),
    endedCount: ended.length,
    mayEdit: isManager(person),
  };
  return memberMessage(page, offset, turn, first);
}

async function showMember(id: number, offset: number, turn: Turn): Promise<Message> {
  const member = await findMember(turn.db, id);
  return member ? memberPage(member, offset, turn) : { text: turn.text.council.members.gone };
}

async function openMember(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const member = await findMember(db, id);
  if (!member) return { text: text.council.members.gone };
  if (!isManager(person)) return { text: text.access.notManager };
  const again = { press: MEMBER_EDIT, value: String(id), label: text.council.members.edit };
  return turn.open(memberForm(member, text), again);
}

async function save({ values, metadata, ...turn }: Submitted<typeof MEMBER.empty, { editing: Editing }>) {
  const { db, person, text } = turn;
  const { editing } = metadata;
  const typed = Object.entries(values).map(([field, value]) => [field, value?.trim() || null] as const);
  const long = typed.filter(([, value]) => [...(value ?? '')].length > LONGEST_FIELD);
  const errors = Object.fromEntries(long.map(([field]) => [field, text.council.members.tooLong]));
  if (long.length > 0) return { errors } satisfies Outcome;
  if (!isManager(person)) return refuse(text.access.notManager, 'party');
  const before = await findMember(db, editing.id);
  if (!before) return refuse(text.council.members.gone, 'party');
  const said = { ...saidOf(before), ...Object.fromEntries(typed) };
  const named = said.district && districtInLatin(said.district, await findDistricts(db));
  const district = named ?? (said.district && districtNamed(said.district));
  const by = { actor: person.userId, at: turn.now() };
  const gone = refuse(text.council.members.gone, 'party');
  return changing(
    changedBy('council_member', { fields: text.council.members.labels }),
    { editing, typed: { ...said, district }, now: saidOf(before) },
    {
      change: (facts) => changeMember(db, editing, facts, by),
      gone,
      ended: gone,
      saved(member) {
        const done = text.council.members.saved(before.name);
        return { done, say: () => memberPage(member, 0, turn, done) };
      },
    },
    turn,
  );
}

export const members: Heard[] = [
  press(MEMBER_SHOW, Id, (turn) => showMember(turn.pressed, 0, turn)),
  ...pages(MEMBERS_PAGE, (turn) => showMembers(turn.query, turn.offset, turn)),
  ...pages(MEMBER_CONTACTS_PAGE, (turn) => showMember(Number(turn.query), turn.offset, turn)),
  press(MEMBER_EDIT, Id, (turn) => openMember(turn.pressed, turn)),
  submission(MEMBER, save),
];
