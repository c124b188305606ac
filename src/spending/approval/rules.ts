import { isAdministrator, isManager } from '../../people/rules.ts';
import type { Decision, RightRefusal, State } from '../../vocabulary/approval.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { Expense } from '../expense/rules.ts';
import { type Away, deputyOf } from './away/rules.ts';

/** One step of a spend's way; `version` counts them. */
export type Event = {
  version: number;
  action: 'asked' | Decision | 'voided';
  actor: string;
  /** In whose place, when a deputy decided. */
  deputyFor: string | null;
  /** The comment, the reason, or why the budget may be exceeded. */
  words: string | null;
  at: Date;
};

export type Approval = {
  expenseId: number;
  /** How many have to approve. */
  steps: number;
  /** Whether the first of them is the accounting side's agreement. */
  agreement: boolean;
  /** Grows with every event: what someone decides on is what they saw. */
  version: number;
  askedBy: string;
  /** Since when the request that is open is out; null while it lacks evidence. */
  outAt: Date | null;
  /** How many calls about it have been made since. */
  called: number;
  events: Event[];
};

/** What a budget has left: an account's, or the whole year's where none is set by account; null where there is none. */
export type Balance = { balance: number | null; rate: number | null; whole: boolean };

export const isOver = ({ amount }: Pick<Expense, 'amount'>, { balance }: Pick<Balance, 'balance'>): boolean =>
  amount > 0 && balance !== null && balance < 0;

/** The approvals of the request that is open now. */
export function approvalsOf({ events }: Pick<Approval, 'events'>): Event[] {
  const asked = events.findLastIndex(({ action }) => action === 'asked');
  return events.slice(asked + 1).filter(({ action }) => action === 'approved');
}

/** 회계관리훈령 제12조 제1항 제3호: 시책추진업무추진비와 기관운영업무추진비. */
export const needsAgreement = ({ account }: Pick<Expense, 'account'>): boolean =>
  account === '203-01' || account === '203-03';

/** Whether it waits for the accounting side: it agrees before anyone approves. */
export const awaitsAgreement = (approval: Pick<Approval, 'events' | 'agreement'>): boolean =>
  approval.agreement && approvalsOf(approval).length === 0;

export const stepOf = (approval: Pick<Approval, 'events' | 'steps'>): number =>
  Math.min(approvalsOf(approval).length + 1, approval.steps);

/** What a spend becomes by a decision: one approval of two leaves it waiting. */
export function stateAfter(approval: Approval, decision: Decision): State {
  if (decision !== 'approved') return decision;
  return approvalsOf(approval).length + 1 < approval.steps ? 'waiting' : 'approved';
}

/** `accounting`: who agrees for the accounting side; `gone`: who is of the people, and can't be asked, having no account in Slack. */
export type Office = {
  people: readonly Person[];
  away: readonly Away[];
  today: string;
  accounting: readonly string[];
  gone: ReadonlySet<string>;
};
type Asked = {
  expense: Pick<Expense, 'createdBy' | 'spender'>;
  approval: Pick<Approval, 'askedBy' | 'events' | 'agreement'>;
};

/** Whose own spend it is: who recorded it, whoever changed it so that it was asked about again, and who spent it where a record says so. */
function isOwn(person: Person, { expense, approval }: Asked): boolean {
  const { createdBy, spender } = expense;
  const asking = approval.events.filter(({ action }) => action === 'asked').map(({ actor }) => actor);
  return [createdBy, approval.askedBy, ...asking].includes(person.userId) || (spender?.includes(person.name) ?? false);
}

/** Who approved the step before, and whose seat that was. */
function hasApproved(person: Person, { approval }: Asked): boolean {
  return approvalsOf(approval).some((event) => [event.actor, event.deputyFor].includes(person.userId));
}
/** Whose it is to decide at this step: a manager's, or the accounting side's, and the administrators' where none of that side may. */
function seatsOfStep(asked: Asked, { people, accounting }: Office): (person: Person) => boolean {
  if (!awaitsAgreement(asked.approval)) return isManager;
  const side = people.filter(({ userId }) => accounting.includes(userId));
  return side.every((person) => isOwn(person, asked)) ? isAdministrator : (person) => side.includes(person);
}

export type Right = { deputyFor: string | null };

/** Whether a person may decide on this spend at this moment, and in whose place; managers and administrators, or a deputy. */
export function rightOf(userId: string, asked: Asked, office: Office): Right | { refusal: RightRefusal } {
  const person = office.people.find((it) => it.userId === userId);
  if (!person) return { refusal: 'not_approver' };
  const sits = seatsOfStep(asked, office);
  const seat = sits(person) ? person : office.people.find((it) => isDeputyOf(person, it, asked, office));
  if (!seat) return { refusal: 'not_approver' };
  if (isOwn(person, asked)) return { refusal: 'own' };
  if (hasApproved(person, asked)) return { refusal: 'approved_before' };
  return { deputyFor: seat === person ? null : seat.userId };
}

/** A deputy has the rights of whom they stand for and no others: not on that one's own spend, nor for a second time. */
function isDeputyOf(person: Person, seat: Person, asked: Asked, office: Office): boolean {
  const { away, today } = office;
  const open = seatsOfStep(asked, office)(seat) && !isOwn(seat, asked) && !hasApproved(seat, asked);
  return open && deputyOf(seat.userId, away, today) === person.userId;
}

/**
 * Who is asked: every manager who may decide (for an agreement everyone of the accounting side), or their deputy while they are away;
 * where there is none, the administrators. An empty list means that nobody can approve it.
 */
export function askedOf(asked: Asked, office: Office): { people: Person[]; of: 'managers' | 'administrators' } {
  const agreeing = awaitsAgreement(asked.approval);
  const managers = seatsOf(asked, office, ({ userId, role }) =>
    agreeing ? office.accounting.includes(userId) : role === 'manager',
  );
  if (managers.length > 0) return { people: managers, of: 'managers' };
  return { people: seatsOf(asked, office, isAdministrator), of: 'administrators' };
}

function seatsOf(asked: Asked, office: Office, sits: (person: Person) => boolean): Person[] {
  const may = (person: Person | undefined): person is Person =>
    person !== undefined && !('refusal' in rightOf(person.userId, asked, office));
  const seats = office.people.filter(sits).filter((seat) => may(seat));
  const asks = seats.map((seat) => {
    const deputy = office.people.find((it) => it.userId === deputyOf(seat.userId, office.away, office.today));
    return may(deputy) ? deputy : seat;
  });
  return [...new Set(asks)].filter(({ userId }) => !office.gone.has(userId));
}
