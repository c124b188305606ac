import { formatMoment } from '../../korean/day-words.ts';
import { percent } from '../../korean/won.ts';
import { clip } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import type { Finding } from '../check/rule.ts';
import { findingLine } from '../check/words.ts';
import type { Expense } from '../expense/rules.ts';
import { accountWords, wonWords } from '../expense/words.ts';
import { type Approval, awaitsAgreement, type Balance, type Event, stepOf } from './rules.ts';

/** What words about approvals need to know of the reader and the people. */
export type Around = {
  text: Text;
  today: string;
  timezone: string;
  /** Names by user id. */
  names: ReadonlyMap<string, string>;
};

export const nameIn = ({ names }: Pick<Around, 'names'>, userId: string): string => names.get(userId) ?? userId;

export const namesIn = (around: Pick<Around, 'names'>, userIds: readonly string[]): string =>
  clip(userIds.map((id) => nameIn(around, id)).join(', '), LONGEST_NAMES);

const LONGEST_NAMES = 300;

/** `11월 23일(월) 14:05` */
export const momentWords = (at: Date, { text, today, timezone }: Around): string =>
  formatMoment(at, timezone, text.language, today);

/** Who did it, and in whose place. */
export function actorWords({ actor, deputyFor }: Pick<Event, 'actor' | 'deputyFor'>, around: Around): string {
  const name = nameIn(around, actor);
  return deputyFor ? around.text.approval.deputy(name, nameIn(around, deputyFor)) : name;
}

/** `결재 대기 · 1/2단계` */
export function stateWords({ approval: state }: Expense, approval: Approval | null, text: Text): string {
  if (state === null) return '';
  const isHeld = state === 'waiting' && approval?.outAt === null;
  const step = approval && approval.steps > 1 && state === 'waiting';
  const words = isHeld ? text.approval.held.state : text.approval.states[state];
  return step ? `${words} · ${stepWords(approval, text)}` : words;
}

/** `1/2단계 · 회계부서 합의` */
export function stepWords(approval: Approval, text: Text): string {
  const step = text.approval.step(stepOf(approval), approval.steps);
  return awaitsAgreement(approval) ? `${step} · ${text.approval.agreement}` : step;
}

/** `11월 23일(월) 14:05 오세라 · 보완 요청`, and below it what was said. */
export function eventWords(event: Event, around: Around, isAgreement = false): string {
  const { text } = around;
  const { agreed, ...events } = text.approval.events;
  const line = (isAgreement ? agreed : events[event.action])(actorWords(event, around), momentWords(event.at, around));
  const label = event.action === 'asked' || event.action === 'voided' ? null : text.approval.words[event.action];
  return event.words && label ? `${line}\n${label}: ${event.words}` : line;
}

/** How many steps of its way are shown, the latest; the history keeps them all. */
const EVENTS_SHOWN = 6;

export const trailWords = ({ events, agreement }: Approval, around: Around, longest = 2_000): string =>
  clip(
    events
      .map((event, i) => ({ event, isAgreement: agreement && isFirstApproval(events, i) }))
      .slice(-EVENTS_SHOWN)
      .map(({ event, isAgreement }) => clip(eventWords(event, around, isAgreement), Math.floor(longest / EVENTS_SHOWN)))
      .join('\n'),
    longest,
  );

/** Everyone that an approval speaks of. */
export const peopleOf = ({ askedBy, events }: Approval, expense: Expense): string[] => [
  ...new Set([expense.createdBy, askedBy, ...events.flatMap((event) => [event.actor, event.deputyFor ?? event.actor])]),
];

/** What the spend leaves of its budget. */
export function balanceWords({ account, year, amount }: Expense, line: Balance, text: Text): string {
  const name = line.whole ? text.expense.wholeYear(year) : accountWords(account, text);
  if (line.balance === null) return text.approval.request.noBudget(name, year);
  if (line.balance < 0 && amount > 0) return text.approval.request.over(name, wonWords(-line.balance, text));
  return text.approval.request.balance(name, wonWords(line.balance, text), percent(line.rate));
}

/** Whether it is the first approval since someone asked last. */
const isFirstApproval = (events: readonly Event[], at: number): boolean =>
  events[at]?.action === 'approved' && events[at - 1]?.action === 'asked';

export const missingWords = (missing: readonly Finding[], text: Text): string[] =>
  missing.map((finding) => findingLine(finding, text));
