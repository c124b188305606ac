import { isDay } from '../../korean/days.ts';
import { namesOf } from '../../register/names.ts';
import type { PolicyRefusal } from '../../vocabulary/council.ts';
import { type CouncilMember, isLeader } from '../members/rules.ts';

/** A policy that the council must hear of before it is announced; `B3` is its name. */
export type Policy = {
  policy: string;
  announcedOn: string;
  /** `HH:MM`; null: any time that day. */
  announcedTime: string | null;
  /** Whether the council's leaders must be told. */
  leaders: boolean;
  committees: string[];
  districts: string[];
};
export type Briefing = Policy & {
  id: number;
  origin: 'form' | 'sample';
  createdBy: string;
  version: number;
  voided: boolean;
  /** Nobody has to hear of it any more. */
  closed: boolean;
};

export const { name: briefingName, parse: parseBriefingName } = namesOf('B');

/** Who heard of it and when: a contact that was about this policy. */
export type Told = { heldOn: string; heldTime: string | null; memberIds: readonly number[]; contactId: number };

/** Before: told in time. Unsure: the same day, but the times don't say. After: too late. */
export type When = 'before' | 'unsure' | 'after';

/** Told on the same day counts when both times are known and in order, or when the announcement has no time of its own. */
export function whenTold(
  told: Pick<Told, 'heldOn' | 'heldTime'>,
  policy: Pick<Policy, 'announcedOn' | 'announcedTime'>,
): When {
  if (told.heldOn !== policy.announcedOn) return told.heldOn < policy.announcedOn ? 'before' : 'after';
  if (policy.announcedTime === null || told.heldTime === null) return 'unsure';
  return told.heldTime < policy.announcedTime ? 'before' : 'after';
}

export type Audience = { of: 'leaders' } | { of: 'committee' | 'district'; name: string };

export type AudienceState = {
  audience: Audience;
  told: CouncilMember[];
  unsure: CouncilMember[];
  late: CouncilMember[];
  missing: CouncilMember[];
};

export type Membership = { leaders: readonly CouncilMember[]; of: ReadonlyMap<string, readonly CouncilMember[]> };

export const audienceKey = (audience: Audience): string =>
  audience.of === 'leaders' ? 'leaders' : `${audience.of}:${audience.name}`;

export function audiencesOf({ leaders, committees, districts }: Policy): Audience[] {
  return [
    ...(leaders ? [{ of: 'leaders' as const }] : []),
    ...committees.map((name) => ({ of: 'committee' as const, name })),
    ...districts.map((name) => ({ of: 'district' as const, name })),
  ];
}

/** For each audience: who has been told in time, who perhaps, who too late, and who is missing. */
export function stateOf(policy: Policy, members: Membership, told: readonly Told[]): AudienceState[] {
  const best = new Map<number, When>();
  for (const contact of told) {
    const when = whenTold(contact, policy);
    for (const id of contact.memberIds) {
      const before = best.get(id);
      if (before === undefined || RANK[when] < RANK[before]) best.set(id, when);
    }
  }
  return audiencesOf(policy).map((audience) => {
    const all =
      audience.of === 'leaders' ? members.leaders.filter(isLeader) : (members.of.get(audienceKey(audience)) ?? []);
    const those = (when: When | undefined) => all.filter((member) => best.get(member.id) === when);
    return {
      audience,
      told: those('before'),
      unsure: those('unsure'),
      late: those('after'),
      missing: those(undefined),
    };
  });
}

const RANK: Record<When, number> = { before: 0, unsure: 1, after: 2 };

/** Whether everybody of an audience was told in time; an audience of nobody can't be. */
export const isTold = ({ told, unsure, late, missing }: AudienceState): boolean =>
  told.length > 0 && unsure.length + late.length + missing.length === 0;

const isNobody = ({ told, unsure, late, missing }: AudienceState): boolean =>
  told.length + unsure.length + late.length + missing.length === 0;

/** Whether anybody has still to hear of it, be it late. Of an audience of nobody, nobody knows who that would be. */
export const isOwed = (states: readonly AudienceState[]): boolean =>
  states.some((state) => state.missing.length > 0 || isNobody(state));

/** Who has not heard of it at all, each once. */
export const missingOf = (states: readonly AudienceState[]): CouncilMember[] => [
  ...new Map(states.flatMap(({ missing }) => missing).map((member) => [member.id, member])).values(),
];

export const isAnnounced = (
  { announcedOn, announcedTime }: Pick<Policy, 'announcedOn' | 'announcedTime'>,
  now: { day: string; time: string },
): boolean => announcedOn < now.day || (announcedOn === now.day && announcedTime !== null && announcedTime <= now.time);

export type PolicyForm = {
  policy: string | null;
  date: string | null;
  time: string | null;
  leaders: boolean;
  committees: readonly string[];
  districts: readonly string[];
};

export const LONGEST_POLICY = 300;

export function draftPolicy(
  form: PolicyForm,
): { policy: Policy } | { refusals: Partial<Record<'policy' | 'date' | 'leaders', PolicyRefusal>> } {
  const refusals: Partial<Record<'policy' | 'date' | 'leaders', PolicyRefusal>> = {};
  const policy = form.policy?.trim() ?? '';
  if (policy === '') refusals.policy = 'missing';
  else if ([...policy].length > LONGEST_POLICY) refusals.policy = 'too_long';
  if (!form.date || !isDay(form.date)) refusals.date = 'missing';
  if (!form.leaders && form.committees.length + form.districts.length === 0) refusals.leaders = 'nobody';
  if (Object.keys(refusals).length > 0 || !form.date) return { refusals };
  const { leaders, committees, districts } = form;
  return {
    policy: {
      policy,
      announcedOn: form.date,
      announcedTime: form.time || null,
      leaders,
      committees: [...committees],
      districts: [...districts],
    },
  };
}
