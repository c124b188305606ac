import { contactName } from '../../../council/rules.ts';
import { addDays, todayIn } from '../../../korean/days.ts';
import type { ContactKind } from '../../../vocabulary/council.ts';
import type { Day } from '../../../vocabulary/day.ts';
import { endOf, momentOn } from '../moments.ts';
import { type Due, type Office, wanting } from '../rules.ts';

export type Waiting = {
  id: number;
  kind: string;
  heldOn: Day;
  createdBy: string;
  /** The office's day on which it was logged. */
  createdOn: Day;
  origin: 'form' | 'sample';
};

const FEEDBACK_DAYS = 7;
const USEFUL_DAYS = 30;

/** Nothing comes back of what was only told, and a feedback is one itself. */
const WITHOUT_RESULT: readonly string[] = ['event_notice', 'request_feedback'] satisfies ContactKind[];

/** A contact without a result, seven days after it was held, or after it was logged if that was later: to who logged it. */
export function contactDues(contact: Waiting, office: Office): Due[] {
  const record = contactName(contact.id);
  const wanted = wanting('council_feedback', contact.createdBy, record, office);
  if (!wanted || WITHOUT_RESULT.includes(contact.kind)) return [];
  const { clock } = wanted.recipient;
  const logged = contact.origin === 'form' && contact.createdOn > contact.heldOn ? contact.createdOn : contact.heldOn;
  const day = addDays(logged, FEEDBACK_DAYS);
  const until = endOf(addDays(day, USEFUL_DAYS), office.zone);
  const at = momentOn(day, wanted.choice.time, 'after', clock, until);
  if (!at) return [];
  const occasion = todayIn(clock.zone, at);
  return [{ kind: 'council_feedback', record, to: contact.createdBy, stage: 0, occasion, at, until }];
}
