import { isDay } from '../korean/days.ts';
import { isManager } from '../people/rules.ts';
import { namesOf } from '../register/names.ts';
import type { Kind, Status } from '../vocabulary/followup.ts';
import type { Person } from '../vocabulary/person.ts';

/** While something is still owed. */
export const isOpen = (status: Status): boolean => status === 'in_progress' || status === 'under_review';

/** The record that something is owed because of: a visit, a council contact, a pledge. */
export type Source = { noun: 'visit' | 'council' | 'pledge' | 'message'; record: string };

/** What something owed is, whoever enters it. */
export type Owed = {
  kind: Kind;
  source: Source | null;
  /** Which year's audit demanded it. */
  auditYear: number | null;
  title: string;
  status: Status;
  /** A Slack user id; null while nobody has it. */
  owner: string | null;
  department: string | null;
  /** `YYYY-MM-DD` */
  due: string | null;
  /** Who asked, in words. */
  requester: string | null;
  /** The council member who asked, where that is one of the list. */
  memberId: number | null;
  answer: string | null;
  answeredTo: string | null;
  answeredOn: string | null;
};

/** As the register keeps it. `F210` is its name. */
export type Followup = Owed & {
  id: number;
  origin: 'form' | 'record' | 'import' | 'sample';
  createdBy: string;
  version: number;
  voided: boolean;
};

export const { name: followupName, parse: parseFollowupName } = namesOf('F');

/** Members work on what is theirs or what they entered; managers on all. What nobody has, anyone may take up. */
export function mayWork(person: Person, followup: Pick<Followup, 'owner' | 'createdBy'>): boolean {
  const { owner, createdBy } = followup;
  return owner === null || owner === person.userId || createdBy === person.userId || isManager(person);
}

export const isOverdue = (followup: Followup, today: string): boolean =>
  !followup.voided && isOpen(followup.status) && followup.due !== null && followup.due < today;

export const LONGEST = { title: 2000, answer: 2000, words: 2000, requester: 100, department: 60, reason: 500 } as const;
/** What a list of requests or agenda items in another record's form may hold. */
export const MOST_LINES = 50;

/** One item for each line that says something; a list's own marks (`-`, `1.`, `○`) go. */
export function linesOf(typed: string): string[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–—•·*○●□▶]|\d{1,2}[.)](?=\s))\s*/, '').trim())
    .filter((line) => line !== '');
}

export const validDue = (due: string | null): boolean => due === null || isDay(due);
