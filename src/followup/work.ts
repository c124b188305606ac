import { isDay } from '../korean/days.ts';
import type { WorkRefusal } from '../vocabulary/followup.ts';
import { isAuditKind, isKind, isStatus } from '../vocabulary/followup.ts';
import type { Person } from '../vocabulary/person.ts';
import { type Followup, isOpen, LONGEST, mayWork, type Owed } from './rules.ts';

export type Refusals = Partial<Record<string, WorkRefusal>>;

/** A line of the trail. `saidOn` is the day it tells of, not the day it was written down. */
export type Note = {
  kind: 'progress' | 'plan' | 'answer' | 'reason' | 'declined';
  saidOn: string | null;
  words: string;
};

/** How a follow-up changes: what it then is, and what the trail gains. */
export type Step = { owed: Owed; notes: readonly Note[]; action: string; reason?: string | null };
export type Decided = { step: Step } | { refusals: Refusals };

/** Only what is owed, without the register's own fields: what the history keeps. */
export function owedOf(followup: Followup): Owed {
  const { id, origin, createdBy, version, voided, ...owed } = followup;
  return owed;
}

/** What a person put into `followup_add`, or into the form that changes one. */
export type OwedForm = {
  source: string | null;
  title: string | null;
  owner: string | null;
  due: string | null;
  requester: string | null;
  department: string | null;
  audit_year: string | null;
  status: string | null;
  progress: string | null;
  plan: string | null;
};

type Office = { today: string; isOfOffice(userId: string): boolean };

/** Decides whether a filled form makes something owed; every wrong field is named. */
export function draftOwed(
  form: OwedForm,
  before: Owed,
  office: Office,
): { owed: Owed; notes: Note[] } | { refusals: Refusals } {
  const refusals: Refusals = {};
  const words = (field: 'title' | 'requester' | 'department' | 'progress' | 'plan'): string | null => {
    const typed = form[field]?.trim() ?? '';
    const longest = field === 'progress' || field === 'plan' ? LONGEST.words : LONGEST[field];
    if ([...typed].length > longest) refusals[field] = 'too_long';
    return typed === '' ? null : typed;
  };
  const title = words('title');
  const [requester, department, progress, plan] = [
    words('requester'),
    words('department'),
    words('progress'),
    words('plan'),
  ];
  if (title === null) refusals.title = 'missing';
  if (!isKind(form.source)) refusals.source = 'missing';
  if (form.owner !== null && form.owner !== before.owner && !office.isOfOffice(form.owner))
    refusals.owner = 'not_of_office';
  if (form.due !== null && !isDay(form.due)) refusals.due = 'not_a_day';

  const year = /^((?:19|20)\d{2})\s*년?도?$/.exec(form.audit_year?.trim() ?? '')?.[1];
  if (form.audit_year?.trim() && !year) refusals.audit_year = 'not_a_year';
  if (!form.audit_year?.trim() && isAuditKind(form.source)) refusals.audit_year = 'missing';
  if (Object.keys(refusals).length > 0 || !isKind(form.source) || title === null) return { refusals };
  const owed: Owed = {
    ...before,
    kind: form.source,
    auditYear: isAuditKind(form.source) && year ? Number(year) : null,
    title,
    status: isStatus(form.status) ? form.status : before.status,
    owner: form.owner,
    department,
    due: form.due,
    requester,
    memberId: requester === before.requester ? before.memberId : null,
  };
  const saidOn = office.today;
  const notes: Note[] = [
    ...(progress ? [{ kind: 'progress' as const, saidOn, words: progress }] : []),
    ...(plan ? [{ kind: 'plan' as const, saidOn, words: plan }] : []),
  ];
  return { owed, notes };
}

/** Whether a person may work on it at all. */
export function refuseWork(person: Person, followup: Followup | null): WorkRefusal | null {
  if (!followup) return 'not_found';
  if (!mayWork(person, followup)) return 'not_yours';
  return followup.voided ? 'voided' : null;
}

/** Work has begun, or begins again after an end that was none. Who begins what nobody has, has it. */
export function begin(followup: Followup, by: string): Decided {
  if (followup.status === 'in_progress') return { refusals: { status: 'already' } };
  const owner = followup.owner ?? by;
  return { step: { owed: { ...owedOf(followup), status: 'in_progress', owner }, notes: [], action: 'began' } };
}

/** It is done: what was answered, to whom, and when. */
export function finish(
  followup: Followup,
  form: { answer: string | null; answered_to: string | null; answered_on: string | null },
  today: string,
): Decided {
  const refusals: Refusals = {};
  const answer = form.answer?.trim() ?? '';
  const to = form.answered_to?.trim() || null;
  const day = form.answered_on || today;
  if (answer === '') refusals.answer = 'missing';
  else if ([...answer].length > LONGEST.answer) refusals.answer = 'too_long';
  if (to !== null && [...to].length > LONGEST.requester) refusals.answered_to = 'too_long';
  if (!isDay(day)) refusals.answered_on = 'not_a_day';
  else if (day > today) refusals.answered_on = 'in_the_future';
  if (Object.keys(refusals).length > 0) return { refusals };
  const ended = { status: 'done' as const, answer, answeredTo: to, answeredOn: day };
  const notes = [{ kind: 'answer' as const, saidOn: day, words: answer }];
  return { step: { owed: { ...owedOf(followup), ...ended }, notes, action: 'finished' } };
}

/** A due day for what has none yet; needs no reason. */
export function giveDue(followup: Followup, due: string): Decided {
  if (followup.due !== null || !isOpen(followup.status)) return { refusals: { due: 'already' } };
  return { step: { owed: { ...owedOf(followup), due }, notes: [], action: 'postponed' } };
}

/** Nothing will come of it, and why. */
export function decline(followup: Followup, form: { reason: string | null }, today: string): Decided {
  const reason = form.reason?.trim() ?? '';
  if (followup.status === 'declined') return { refusals: { reason: 'already' } };
  if (reason === '') return { refusals: { reason: 'missing' } };
  if ([...reason].length > LONGEST.reason) return { refusals: { reason: 'too_long' } };
  const notes = [{ kind: 'declined' as const, saidOn: today, words: reason }];
  return { step: { owed: { ...owedOf(followup), status: 'declined' }, notes, action: 'declined', reason } };
}

/** What had ended is owed again, and why; whoever takes it up has it, where nobody had. */
export function reopen(followup: Followup, by: string, reason: string): Decided {
  if (isOpen(followup.status)) return { refusals: { status: 'already' } };
  const begun = begin(followup, by);
  return 'step' in begun ? { step: { ...begun.step, action: 'reopened', reason } } : begun;
}

/** Another due day, with the reason that is kept. */
export function postpone(followup: Followup, form: { due: string | null; reason: string | null }): Decided {
  const refusals: Refusals = {};
  const reason = form.reason?.trim() ?? '';
  if (!form.due) refusals.due = 'missing';
  else if (!isDay(form.due)) refusals.due = 'not_a_day';
  else if (form.due === followup.due) refusals.due = 'same_day';
  if (reason === '') refusals.reason = 'missing';
  else if ([...reason].length > LONGEST.reason) refusals.reason = 'too_long';
  if (Object.keys(refusals).length > 0 || !form.due) return { refusals };
  const notes = [{ kind: 'reason' as const, saidOn: form.due, words: reason }];
  return { step: { owed: { ...owedOf(followup), due: form.due }, notes, action: 'postponed', reason } };
}

/** Somebody else has it from now on. */
export function hand(
  followup: Followup,
  form: { owner: string | null; reason: string | null },
  isOfOffice: (userId: string) => boolean,
): Decided {
  const reason = form.reason?.trim() || null;
  const refusals: Refusals = {};
  if (!form.owner) refusals.owner = 'missing';
  else if (form.owner === followup.owner) refusals.owner = 'already';
  else if (!isOfOffice(form.owner)) refusals.owner = 'not_of_office';
  if (reason !== null && [...reason].length > LONGEST.reason) refusals.reason = 'too_long';
  if (Object.keys(refusals).length > 0) return { refusals };
  return { step: { owed: { ...owedOf(followup), owner: form.owner }, notes: [], action: 'handed', reason } };
}
