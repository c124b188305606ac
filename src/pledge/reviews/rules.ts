import { isDay } from '../../korean/days.ts';
import { plainly } from '../../korean/typed.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { OpenRefusal, Status } from '../../vocabulary/pledge.ts';
import { GROUPS, type Group, type GroupLine, groupLines, groupOf } from '../state.ts';
import { isTroubled } from '../status.ts';

/** A half-yearly evaluation of every pledge of a term, as of 30 June or 31 December. */
export type Round = {
  id: number;
  /** `2016-h1` */
  name: string;
  term: number;
  asOf: Day;
  state: 'open' | 'frozen';
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

export type Result = { total: number; done: number; continued: number; groups: GroupLine[]; troubled: Answer[] };

/** A frozen round in the report's shape. */
export function resultOf(answers: readonly Answer[]): Result {
  const results = answers.map((answer) => answer.result);
  return {
    total: answers.length,
    done: results.filter((status) => status === '완료').length,
    continued: results.filter((status) => status === '이행 후 계속추진').length,
    groups: groupLines(results),
    troubled: answers.filter((answer) => isTroubled(answer.result)),
  };
}

export type Moved = { name: string; title: string; before: Status | null; after: Status | null };
export type Comparison = { groups: { group: Group; change: number }[]; moved: Moved[] };

type Stood = { pledgeId: number; name: string; title: string; status: Status | null };

/** What changed from one standing to the next: each group's number, and the pledges that are elsewhere now. */
export function compare(before: readonly Stood[], after: readonly Stood[]): Comparison {
  const count = (all: readonly Stood[], group: Group) => all.filter(({ status }) => groupOf(status) === group).length;
  const earlier = new Map(before.map((it) => [it.pledgeId, it]));
  return {
    groups: GROUPS.map((group) => ({ group, change: count(after, group) - count(before, group) })).filter(
      ({ change }) => change !== 0,
    ),
    moved: after.flatMap((it) => {
      const was = earlier.get(it.pledgeId);
      return was && was.status !== it.status
        ? [{ name: it.name, title: it.title, before: was.status, after: it.status }]
        : [];
    }),
  };
}

export const standing = (answers: readonly Answer[]): Stood[] =>
  answers.map(({ pledgeId, name, title, result }) => ({ pledgeId, name, title, status: result }));

/** A result can't be published before it is frozen, nor before the day it describes. */
export function refusePublishing(round: Round, day: string, today: Day): 'not_frozen' | 'not_a_day' | null {
  if (round.state !== 'frozen') return 'not_frozen';
  return isDay(day) && day >= round.asOf && day <= today ? null : 'not_a_day';
}
