import { contactForm, contactFormOf, LOG, type Metadata } from '../../src/council/form.ts';
import { readLogged } from '../../src/council/line.ts';
import type { CouncilMember } from '../../src/council/members/rules.ts';
import { offerMembers } from '../../src/council/members/search/offer.ts';
import { findGroups, findMembers, findMembersNamed, findMembersOfCommittee } from '../../src/council/members/store.ts';
import { committeeIn, MOST_OPTIONS, memberChoices } from '../../src/council/members/views.ts';
import type { Briefing } from '../../src/council/policies/rules.ts';
import { findBriefing, findBriefings } from '../../src/council/policies/store.ts';
import { type ContactForm, draftContact, MOST_DAYS_AHEAD } from '../../src/council/rules.ts';
import { COUNCIL_EDIT, COUNCIL_NEW } from '../../src/council/views.ts';
import { addDays } from '../../src/korean/days.ts';
import { lettersOf } from '../../src/korean/hangul.ts';
import { readable } from '../../src/people/mentions.ts';
import { type Heard, offered, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { saveContact } from './save.ts';
import { contacts } from './show.ts';

const BRIEFINGS_OFFERED = 50;
const COMMITTEES_OFFERED = 5;

/** Opens the form, filled with what a typed line says; `V87` in it is the visit that the contact happened at. */
export async function openLog(turn: Typed): Promise<Answer> {
  const { db, text, typed, today } = turn;
  const line = readLogged(await readable(db, typed), { today });
  const members = await findMembersNamed(db, line.names);
  const values: ContactForm = {
    ...LOG.empty,
    kind: line.kind ?? (line.briefingId === null ? null : 'prior_briefing'),
    date: line.date ?? today,
    time: line.time,
    members: members.map(({ id }) => String(id)),
    others: line.others,
    agenda: withoutNames(line.agenda, members),
    briefing: line.briefingId === null ? null : String(line.briefingId),
  };
  const view = contactForm(values, { members, briefings: await briefingsFor(values, turn) }, ofVisit(line), text);
  return turn.open(view, { press: COUNCIL_NEW, value: typed, label: text.council.form.log });
}

const ofVisit = ({ visitId }: { visitId: number | null }): Metadata => (visitId === null ? {} : { visitId });

/** Whoever became a member of the form need not stand in its agenda, too. */
function withoutNames(agenda: string | null, members: readonly CouncilMember[]): string | null {
  const names = new Set(members.map(({ name }) => name));
  const words = (agenda ?? '').split(' ');
  const left = words.filter(
    (word, i) => !names.has(word) && !(names.has(words[i - 1] ?? '') && /^시?의원$/.test(word)),
  );
  return left.join(' ') || null;
}

/** Policies still to be announced, and the one that is chosen already. */
async function briefingsFor({ briefing }: ContactForm, { db, today }: Turn): Promise<Briefing[]> {
  const { briefings } = await findBriefings(db, { from: addDays(today, -30) }, { offset: 0, limit: BRIEFINGS_OFFERED });
  const chosen = briefing === null ? null : await findBriefing(db, Number(briefing));
  return chosen && !briefings.some(({ id }) => id === chosen.id) ? [chosen, ...briefings] : briefings;
}

/** `C31` opens its form. */
export async function openEdit(typed: string, turn: Turn): Promise<Answer> {
  const { text } = turn;
  const found = await contacts.standing(typed, turn);
  if ('refused' in found) return { text: found.refused };
  const { record: contact } = found;
  const { id } = contact;
  const values = contactFormOf(contact);
  const offers = { members: contact.members, briefings: await briefingsFor(values, turn) };
  const metadata = { editing: { id, version: contact.version }, ...ofVisit(contact) };
  const again = { press: COUNCIL_EDIT, value: String(id), label: text.council.edit };
  return turn.open(contactForm(values, offers, metadata, text), again);
}

async function save({ values, ...sent }: Submitted<typeof LOG.empty, Metadata>): Promise<Outcome> {
  const { today, text } = sent;
  const members = await chosenMembers(values.members, sent);
  const drafted = draftContact(values, members, { latest: addDays(today, MOST_DAYS_AHEAD), today });
  if ('refusals' in drafted) return refuseFields(drafted.refusals, text.council.form.refusals);
  return saveContact(drafted, sent);
}

/** The members whom the chosen options stand for, each once. */
async function chosenMembers(values: readonly string[], { db }: Turn): Promise<CouncilMember[]> {
  const members: CouncilMember[] = [];
  for (const value of values) {
    const committee = committeeIn(value);
    if (committee !== null) members.push(...(await findMembersOfCommittee(db, committee)));
  }
  const ids = values.filter((value) => committeeIn(value) === null).map(Number);
  members.push(...(await findMembers(db, ids)));
  return [...new Map(members.map((member) => [member.id, member])).values()];
}

/** Committees that what was typed begins; none while nothing is typed, since members come first then. */
async function committeesFor(typed: string, { db }: Turn): Promise<{ name: string; count: number }[]> {
  const letters = lettersOf(typed);
  if (letters === '') return [];
  const groups = await findGroups(db, 'committee');
  return groups.filter(({ name }) => lettersOf(name).includes(letters)).slice(0, COMMITTEES_OFFERED);
}

export const logging: Heard[] = [
  press(COUNCIL_NEW, Words, (turn) => openLog({ ...turn, typed: turn.pressed })),
  press(COUNCIL_EDIT, Words, (turn) => openEdit(turn.pressed, turn), 'form_in_place'),
  offered('members', async (turn) => {
    const members = await offerMembers(turn, MOST_OPTIONS);
    return memberChoices(await committeesFor(turn.typed, turn), members, turn.text);
  }),
  submission(LOG, save),
];
