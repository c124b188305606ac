import { addDays, isDay } from '../../korean/days.ts';
import { plainly } from '../../korean/typed.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { OpenRefusal, Status } from '../../vocabulary/pledge.ts';
import type { Pledge } from '../rules.ts';
import { GROUPS, type Group, type GroupLine, groupLines, groupOf } from '../state.ts';
import { isTroubled } from '../status.ts';

/** A half-yearly evaluation of every pledge of a term, as of 30 June or 31 December. */
export type Round = {
  id: number;
  /** `2016-h1` */
  name: string;
  term: number;
  asOf: Day;
  /** Until when people answer. */
  until: Day;
  state: 'open' | 'frozen' | 'cancelled';
  openedBy: string;
  openedAt: Date;
  closedBy: string | null;
  closedAt: Date | null;
  publishedOn: Day | null;
  origin: 'form' | 'sample';
};

/** One pledge in a round. `name`, `title` and `type` are as they were then. */
export type Answer = {
  pledgeId: number;
  /** Who is asked; null where nobody answers for the department. */
  asked: string | null;
  department: string | null;
  name: string;
  title: string;
  type: string;
  status: Status | null;
  progress: number | null;
  source: string | null;
  note: string | null;
  answeredBy: string | null;
  /** What the round says of it for good, once frozen. */
  result: Status | null;
  resultProgress: number | null;
};

/** `2016-h1`, `2016 상반기`, `'16 하반기`, `2016h2` → the round's name. */
export function readRoundName(typed: string): string | null {
  const found = /^'?(\d{4}|\d{2})(?:년)? ?-? ?(?:h([12])|([상하])반기|([12])h)(?: 평가)?$/.exec(plainly(typed));
  if (!found) return null;
  const year = Number(found[1]) < 100 ? 2000 + Number(found[1]) : Number(found[1]);
  const half = found[2] ?? found[4] ?? (found[3] === '상' ? '1' : '2');
  return year >= 1995 && year <= 2100 ? `${year}-h${half}` : null;
}

export const yearOf = (name: string): number => Number(name.slice(0, 4));
export const halfOf = (name: string): 1 | 2 => (name.endsWith('h1') ? 1 : 2);

export const asOfDay = (name: string): Day => (halfOf(name) === 1 ? `${yearOf(name)}-06-30` : `${yearOf(name)}-12-31`);

const firstDay = (name: string): Day => (halfOf(name) === 1 ? `${yearOf(name)}-01-01` : `${yearOf(name)}-07-01`);

/** A round may be prepared while its half year runs, not before. */
export function refuseOpening(name: string, today: Day, pledges: number): OpenRefusal | null {
  if (firstDay(name) > today) return 'not_begun';
  return pledges === 0 ? 'no_pledges' : null;
}

/** How long people have where the day that a round describes is past. */
const ANSWERED_WITHIN_DAYS = 14;

/** Until when a round is to be answered unless its opener says otherwise. */
export const usualUntil = (name: string, today: Day): Day =>
  asOfDay(name) >= today ? asOfDay(name) : addDays(today, ANSWERED_WITHIN_DAYS);

/** Whom a round would ask for what, and for what it finds nobody. */
export type Planned = {
  people: readonly { userId: string; pledges: readonly Pledge[] }[];
  unasked: readonly Pledge[];
};

export function plannedOf(pledges: readonly Pledge[], answererOf: (pledge: Pledge) => string | null): Planned {
  const people = [...new Set(pledges.flatMap((it) => answererOf(it) ?? []))];
  return {
    people: people.map((userId) => ({ userId, pledges: pledges.filter((it) => answererOf(it) === userId) })),
    unasked: pledges.filter((it) => answererOf(it) === null),
  };
}

export type Tally = {
  answered: number;
  total: number;
  unasked: number;
  people: { userId: string; answered: number; total: number }[];
};

export function tallyOf(answers: readonly Answer[]): Tally {
  const asked = [...new Set(answers.flatMap((answer) => answer.asked ?? []))];
  return {
    answered: answers.filter(isAnswered).length,
    total: answers.length,
    unasked: answers.filter((answer) => answer.asked === null).length,
    people: asked.map((userId) => {
      const own = answers.filter((answer) => answer.asked === userId);
      return { userId, answered: own.filter(isAnswered).length, total: own.length };
    }),
  };
}

export const isAnswered = (answer: Answer): boolean => answer.answeredBy !== null;

export type Result = {
  total: number;
  done: number;
  continued: number;
  groups: GroupLine[];
  troubled: Answer[];
  /** What stands as it was, since nobody answered. */
  unanswered: Answer[];
};

/** A frozen round in the report's shape. */
export function resultOf(answers: readonly Answer[]): Result {
  const results = answers.map((answer) => answer.result);
  return {
    total: answers.length,
    done: results.filter((status) => status === '완료').length,
    continued: results.filter((status) => status === '이행 후 계속추진').length,
    groups: groupLines(results),
    troubled: answers.filter((answer) => isTroubled(answer.result)),
    unanswered: answers.filter((answer) => !isAnswered(answer)),
  };
}

type State = { status: Status | null; progress: number | null };
export type Moved = { name: string; title: string; before: State; after: State };
/** `progress`: the average of the pledges that both know it of; null where there is none. */
export type Comparison = {
  groups: { group: Group; change: number }[];
  progress: { before: number; after: number } | null;
  moved: Moved[];
};

type Stood = State & { pledgeId: number; name: string; title: string };

/** What changed from one standing to the next: each group's number, the progress, and the pledges that are elsewhere now. */
export function compare(before: readonly Stood[], after: readonly Stood[]): Comparison {
  const count = (all: readonly Stood[], group: Group) => all.filter(({ status }) => groupOf(status) === group).length;
  const earlier = new Map(before.map((it) => [it.pledgeId, it]));
  const both = after.flatMap(({ pledgeId, progress }) => {
    const was = earlier.get(pledgeId)?.progress ?? null;
    return was === null || progress === null ? [] : [{ was, is: progress }];
  });
  const average = (of: 'was' | 'is') => both.reduce((sum, it) => sum + it[of], 0) / both.length;
  return {
    progress: both.length === 0 ? null : { before: average('was'), after: average('is') },
    groups: GROUPS.map((group) => ({ group, change: count(after, group) - count(before, group) })).filter(
      ({ change }) => change !== 0,
    ),
    moved: after.flatMap((it) => {
      const was = earlier.get(it.pledgeId);
      const moved = was && (was.status !== it.status || was.progress !== it.progress);
      return moved ? [{ name: it.name, title: it.title, before: stateOf(was), after: stateOf(it) }] : [];
    }),
  };
}

const stateOf = ({ status, progress }: Stood): State => ({ status, progress });

export const standing = (answers: readonly Answer[]): Stood[] =>
  answers.map(({ pledgeId, name, title, result, resultProgress }) => {
    return { pledgeId, name, title, status: result, progress: resultProgress };
  });

/** A result can't be published before it is frozen, nor before the day it describes. */
export function refusePublishing(round: Round, day: string, today: Day): 'not_frozen' | 'not_a_day' | null {
  if (round.state !== 'frozen') return 'not_frozen';
  return isDay(day) && day >= round.asOf && day <= today ? null : 'not_a_day';
}
