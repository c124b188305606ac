import { z } from 'zod';
import { type Followup, followupName } from '../../followup/rules.ts';
import { dueWords } from '../../followup/words.ts';
import { formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { Editing } from '../../register/overtaken.ts';
import { type Block, button, clip, escaped, header, section, type View } from '../../slack/blocks.ts';
import type { Choice } from '../../slack/fields.ts';
import { drawForm, form, words } from '../../slack/form.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Reader } from '../../slack/turn.ts';
import type { Text } from '../../text/index.ts';
import type { Contact } from '../rules.ts';
import { contactName } from '../rules.ts';
import { type CouncilMember, LONGEST_FIELD } from './rules.ts';
import type { Group } from './store.ts';
import { memberChosen, memberWords } from './words.ts';

const field = () => words({ longest: LONGEST_FIELD });

export const MEMBER_SHOW = 'council_member_show';
export const MEMBER_EDIT = 'council_member_edit_open';
export const MEMBERS_PAGE = 'council_members_page';
export const MEMBER_CONTACTS_PAGE = 'council_member_contacts';

/** Slack shows at most this many options. */
export const MOST_OPTIONS = 100;
const COMMITTEE = 'committee:';

/** What a search in the form offers: whole committees that fit first, then members. */
export function memberChoices(committees: readonly Group[], members: readonly CouncilMember[], text: Text): Choice[] {
  const whole = committees.map(({ name, count }) => ({
    label: text.council.committee(name, formatWon(count)),
    value: `${COMMITTEE}${name}`,
  }));
  return [...whole, ...members.map((it) => memberChoice(it, text))].slice(0, MOST_OPTIONS);
}

export const memberChoice = (member: CouncilMember, text: Text): Choice => ({
  label: memberChosen(member, text),
  value: String(member.id),
});

/** The committee that a chosen option stands for, or null: then it is a member's id. */
export const committeeIn = (value: string): string | null =>
  value.startsWith(COMMITTEE) ? value.slice(COMMITTEE.length) : null;

export type Standing = { contacts: { count: number; last: string } | null; open: number };

/** Members listed at once. */
export const MEMBERS_SHOWN = 20;

/** A page of the members whom a search found, each with how often they were met and what they still wait for. */
export function membersMessage(
  found: { page: readonly { member: CouncilMember; standing: Standing }[]; count: number },
  at: { query: string; offset: number },
  { text, today }: Reader,
): Message {
  const words = text.council.members;
  const rows = found.page.map(({ member, standing }) => {
    const met = standing.contacts;
    const contacts = met
      ? words.contacts(formatWon(met.count), formatDay(met.last, text.language, today))
      : words.noContacts;
    const open = standing.open > 0 ? words.open(formatWon(standing.open)) : words.noOpen;
    const head = [memberWords(member, text), member.committee && text.council.committees(member.committee)]
      .filter(Boolean)
      .join(' · ');
    return { member, words: clip(`${head}\n${contacts} · ${open}`, 300) };
  });
  const count = words.summary(formatWon(found.count));
  return {
    text: escaped([words.title, count, ...rows.map((row) => row.words)].join('\n')),
    blocks: [
      header(words.title),
      section(count),
      ...rows.map((row) => section(row.words, button(MEMBER_SHOW, text.council.show, String(row.member.id)))),
      ...pager(MEMBERS_PAGE, at, { count: found.count, size: MEMBERS_SHOWN }, text),
    ],
  };
}

export type MemberPage = {
  member: CouncilMember;
  contacts: readonly Contact[];
  contactCount: number;
  open: readonly Followup[];
  openCount: number;
  ended: readonly Followup[];
  endedCount: number;
  mayEdit: boolean;
};

/** Contacts on a page of a member; requests shown at once. */
export const CONTACTS_SHOWN = 6;
export const REQUESTS_SHOWN = 8;

/** One member: who they are, when they were met, what they asked for and what became of it. */
export function memberMessage(page: MemberPage, offset: number, { text, today }: Reader, first?: string): Message {
  const { member } = page;
  const words = text.council.members;
  const facts = [
    [words.labels.post, member.post && text.council.posts(member.post)],
    [words.labels.party, member.party],
    [words.labels.district, member.district && text.visit.district(member.district)],
    [words.constituency, member.constituency && text.council.constituencies(member.constituency)],
    [words.labels.committee, member.committee && text.council.committees(member.committee)],
  ].flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const day = (it: string) => formatDay(it, text.language, today);
  const contacts = page.contacts.map((contact) =>
    clip(
      `${contactName(contact.id)} · ${day(contact.heldOn)} · ${text.council.kinds[contact.kind]} · ${contact.agenda}`.replaceAll(
        '\n',
        ' ',
      ),
      200,
    ),
  );
  const open = page.open.map((it) =>
    clip(
      `${followupName(it.id)} · ${text.followup.statuses[it.status]} · ${dueWords(it, text, today)} · ${it.title}`.replaceAll(
        '\n',
        ' ',
      ),
      250,
    ),
  );
  const ended = page.ended.map((it) => {
    const answer = it.answer
      ? words.answered(it.answeredOn ? day(it.answeredOn) : '', it.answer)
      : text.followup.statuses[it.status];
    return clip(`${followupName(it.id)} · ${it.title} — ${answer}`.replaceAll('\n', ' '), 250);
  });
  const more = (count: number, shown: readonly unknown[]) =>
    count > shown.length ? [words.andMore(formatWon(count - shown.length))] : [];
  const parts = [
    [words.openTitle(formatWon(page.openCount)), ...open, ...more(page.openCount, open)],
    ...(page.endedCount > 0
      ? [[words.endedTitle(formatWon(page.endedCount)), ...ended, ...more(page.endedCount, ended)]]
      : []),
    [words.contactsTitle(formatWon(page.contactCount)), ...contacts],
  ].map((lines) => lines.join('\n'));
  const blocks: Block[] = [
    ...(first ? [section(first)] : []),
    header(member.name),
    ...(facts.length > 0 ? [section(facts.join('\n'))] : []),
    ...parts.map((part) => section(part)),
    ...pager(
      MEMBER_CONTACTS_PAGE,
      { query: String(member.id), offset },
      { count: page.contactCount, size: CONTACTS_SHOWN },
      text,
    ),
    ...(page.mayEdit
      ? [{ type: 'actions' as const, elements: [button(MEMBER_EDIT, words.edit, String(member.id))] }]
      : []),
  ];
  return { text: escaped(clip([...(first ? [first] : []), member.name, ...facts, ...parts].join('\n'), 3500)), blocks };
}

export const MEMBER = form({
  id: 'council_member_edit',
  metadata: z.object({ editing: Editing }),
  fields: { party: field(), district: field(), committee: field(), post: field() },
});

export function memberForm(member: CouncilMember, text: Text): View {
  const { labels, hints, editTitle } = text.council.members;
  const fields = Object.keys(MEMBER.fields) as (keyof typeof MEMBER.fields)[];
  const show = [header(member.name), ...fields];
  const look = { title: editTitle, submit: text.council.form.save, labels, hints, optional: fields, show };
  return drawForm(MEMBER, member, { editing: { id: member.id, version: member.version } }, look, text);
}
