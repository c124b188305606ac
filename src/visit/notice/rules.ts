import { isDay } from '../../korean/days.ts';
import { normalise } from '../../korean/typed.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { ProgramKind } from '../../vocabulary/visit.ts';
import { type Standing, WAYS, type Way } from '../../vocabulary/visit.ts';
import type { Program } from '../programs/rules.ts';
import type { Visit } from '../rules.ts';

/** One member of the council, or someone in words, who was told of a visit. */
export type Notice = {
  memberId: number | null;
  name: string;
  toldOn: Day;
  toldTime: string;
  /** A Slack user id. */
  toldBy: string;
  how: Way;
  invited: boolean;
  /** The visit's at that moment: a smaller one than it has now means that they know an old plan. */
  sequence: number;
};

/** What a person filled into `visit_share`. */
export type ShareForm = {
  told_members: readonly string[];
  others: string | null;
  told_on: string | null;
  told_time: string | null;
  told_by: string | null;
  how: string | null;
  invited: boolean;
};
export type ShareRefusal = 'nobody' | 'too_long' | 'missing' | 'not_a_day' | 'not_yet' | 'not_a_time' | 'too_many';
export type ShareRefusals = Partial<Record<keyof ShareForm, ShareRefusal>>;

export const MOST_TOLD = 150; // a whole council
export const LONGEST_OTHERS = 300;

/** Decides whether a filled form tells who knows; `names` are the members it can mean, by id. */
export function draftNotices(
  form: ShareForm,
  sequence: number,
  { today, clock, names }: { today: Day; clock: string; names: ReadonlyMap<number, string> },
): { notices: Notice[] } | { refusals: ShareRefusals } {
  const refusals: ShareRefusals = {};
  const members = form.told_members.flatMap((id): [number, string][] => {
    const name = names.get(Number(id));
    return name === undefined ? [] : [[Number(id), name]];
  });
  const typed = normalise(form.others ?? '');
  const others = [...new Set(typed.split(',').map((name) => name.trim()))].filter(Boolean);
  if ([...typed].length > LONGEST_OTHERS) refusals.others = 'too_long';
  if (members.length + others.length === 0) refusals.told_members = 'nobody';
  if (members.length + others.length > MOST_TOLD) refusals.told_members = 'too_many';

  const { told_on, told_time, told_by } = form;
  const how = WAYS.find((way) => way === form.how);
  if (!told_on) refusals.told_on = 'missing';
  else if (!isDay(told_on)) refusals.told_on = 'not_a_day';
  else if (told_on > today) refusals.told_on = 'not_yet';
  if (!told_time) refusals.told_time = 'missing';
  else if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(told_time)) refusals.told_time = 'not_a_time';
  else if (told_on === today && told_time > clock) refusals.told_time = 'not_yet';
  if (!told_by) refusals.told_by = 'missing';
  if (!how) refusals.how = 'missing';
  if (Object.keys(refusals).length > 0 || !told_on || !told_time || !told_by || !how) return { refusals };

  const told = { toldOn: told_on, toldTime: told_time, toldBy: told_by, how, invited: form.invited, sequence };
  return {
    notices: [
      ...members.map(([memberId, name]) => ({ memberId, name, ...told })),
      ...others.map((name) => ({ memberId: null, name, ...told })),
    ],
  };
}

/** The council is told of a visit this many days before it. */
export const NOTICE_DAYS = 3;

/** Kinds that the council hears of first: events and visits in a district, and announcements of policy. */
export const SHARED_KINDS: readonly ProgramKind[] = ['site', 'citizens', 'announcement'];

export const isShared = (program: Pick<Program, 'kind'>): boolean => SHARED_KINDS.includes(program.kind);

/** Places that no member of the council is elected in. */
export const NOBODYS: readonly string[] = ['서울 밖', '해외'];

/** What a list of visits is narrowed down by, so that only those are left that nobody of the council was told of. */
export const untoldOf = (
  programs: readonly Program[],
): { programIds: readonly number[]; notIn: readonly string[] } => ({
  programIds: programs.filter(isShared).map(({ id }) => id),
  notIn: NOBODYS,
});

/** Whether the council knows of a visit, as far as is recorded. */
export function standingOf(
  visit: Visit,
  program: Pick<Program, 'kind'> | undefined,
  notices: readonly Notice[],
): Standing {
  if (!program || visit.cancelled || !isShared(program) || NOBODYS.includes(visit.district)) return 'not_needed';
  if (notices.length === 0) return 'untold';
  if (notices.every((notice) => notice.sequence < visit.sequence)) return 'stale';
  const announcement = program.kind === 'announcement';
  return announcement && notices.every((notice) => !isBefore(notice, visit)) ? 'late' : 'told';
}

/** Who was told of an older plan and not of this one, each once. */
export function toTellAgain(visit: Visit, notices: readonly Notice[]): Notice[] {
  const latest = new Map(notices.map((notice) => [notice.memberId ?? notice.name, notice]));
  return [...latest.values()].filter(({ sequence }) => sequence < visit.sequence);
}

export const isBefore = (notice: Notice, visit: Visit): boolean =>
  `${notice.toldOn} ${notice.toldTime}` < `${visit.startsOn} ${visit.startTime}`;
