import { LONGEST as LONGEST_OWED, linesOf, MOST_LINES } from '../followup/rules.ts';
import { isDay } from '../korean/days.ts';
import { readWanted } from '../korean/until.ts';
import { namesOf } from '../register/names.ts';
import type { ContactField, ContactRefusal } from '../vocabulary/council.ts';
import { type ContactKind, isContactKind } from '../vocabulary/council.ts';
import type { CouncilMember } from './members/rules.ts';

/** What one contact with the council was, whoever logged it. */
export type Talk = {
  kind: ContactKind;
  /** `YYYY-MM-DD` */
  heldOn: string;
  /** `HH:MM`; null when unknown. */
  heldTime: string | null;
  agenda: string;
  result: string | null;
  /** People who are not on the members' list, in words. */
  others: string | null;
  /** Ids of members, in their order. */
  memberIds: number[];
  visitId: number | null;
  /** The policy that was explained before its announcement. */
  briefingId: number | null;
};

/** As the register keeps it. `C31` is its name. */
export type Contact = Talk & {
  id: number;
  members: CouncilMember[];
  origin: 'form' | 'sample';
  createdBy: string;
  version: number;
  voided: boolean;
};

/** What a person put into `council_log`, field by field. Members are ids, `committee:…` a whole committee. */
export type ContactForm = Record<Exclude<ContactField, 'members'>, string | null> & { members: readonly string[] };
export type Refusals = Partial<Record<ContactField, ContactRefusal>>;

export const LONGEST = { agenda: 1000, result: 2000, others: 500, requests: 3000 } as const;
/** A city council has little over a hundred members; a contact with more than that is a slip. */
export const MOST_MEMBERS = 300;
const FIRST_DAY = '2000-01-01';

/** A meeting may be logged a little before it is held, as long as its day is close. */
export const MOST_DAYS_AHEAD = 60;

export type Request = { title: string; due: string | null; memberId: number | null; requester: string | null };

/** Decides whether a filled form makes a contact; every wrong field is named. Members are found by the caller. */
export function draftContact(
  form: ContactForm,
  members: readonly CouncilMember[],
  { latest, today }: { latest: string; today: string },
): { talk: Omit<Talk, 'visitId'>; requests: Request[] } | { refusals: Refusals } {
  const refusals: Refusals = {};
  const words = (field: keyof typeof LONGEST): string | null => {
    const typed = form[field]?.trim() ?? '';
    if ([...typed].length > LONGEST[field]) refusals[field] = 'too_long';
    return typed === '' ? null : typed;
  };
  const agenda = words('agenda');
  const [result, others, typedRequests] = [words('result'), words('others'), words('requests')];
  if (agenda === null) refusals.agenda = 'missing';
  if (!isContactKind(form.kind)) refusals.kind = 'missing';
  const heldOn = form.date;
  if (!heldOn || !isDay(heldOn)) refusals.date = 'missing';
  else if (heldOn < FIRST_DAY) refusals.date = 'long_ago';
  else if (heldOn > latest) refusals.date = 'far_ahead';
  if (members.length === 0 && others === null) refusals.members = 'nobody';
  else if (members.length > MOST_MEMBERS) refusals.members = 'too_many';

  const requests = linesOf(typedRequests ?? '').map((line) =>
    requestOf(line, members, { today, since: heldOn ?? today }),
  );
  if (requests.length > MOST_LINES) refusals.requests = 'too_many_lines';
  if (requests.some(({ title }) => [...title].length > LONGEST_OWED.title)) refusals.requests = 'too_long';

  if (Object.keys(refusals).length > 0 || !isContactKind(form.kind) || !heldOn || agenda === null) return { refusals };
  const heldTime = form.time && /^([01]\d|2[0-3]):[0-5]\d$/.test(form.time) ? form.time : null;
  const briefingId = form.briefing && /^\d+$/.test(form.briefing) ? Number(form.briefing) : null;
  const memberIds = members.map(({ id }) => id).sort((a, b) => a - b);
  return { talk: { kind: form.kind, heldOn, heldTime, agenda, result, others, memberIds, briefingId }, requests };
}

/**
 * `김서연: 주차장 확대 12/10까지` is that member's request and its due day; a line that names nobody, or somebody who was not there,
 * is everybody's. `since`: the day of the contact.
 */
export function requestOf(
  typed: string,
  members: readonly CouncilMember[],
  days: { today: string; since: string },
): Request {
  const { words: line, due } = readWanted(typed, days);
  const [, name = '', title = ''] = /^([^:：]{2,40}?)\s*(?:시?의원)?\s*[:：]\s*(.+)$/.exec(line) ?? [];
  const asked = members.filter((member) => member.name === name);
  const [one] = asked;
  if (one && asked.length === 1) return { title, due, memberId: one.id, requester: one.name };
  const [only] = members;
  if (only && members.length === 1) return { title: line, due, memberId: only.id, requester: only.name };
  return { title: line, due, memberId: null, requester: null };
}

/** Only what the contact was, without the register's own fields: what the history keeps. */
export function talkOf({ kind, heldOn, heldTime, agenda, result, others, memberIds, visitId, briefingId }: Talk): Talk {
  return { kind, heldOn, heldTime, agenda, result, others, memberIds, visitId, briefingId };
}

export const { name: contactName, parse: parseContactName } = namesOf('C');
