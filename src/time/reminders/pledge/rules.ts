import { addDays } from '../../../korean/days.ts';
import { loudAfter } from '../../../people/quiet.ts';
import type { Round } from '../../../pledge/reviews/rules.ts';
import { endOf, momentOn } from '../moments.ts';
import { type Due, type Office, wanting } from '../rules.ts';

/** Days before its answers are due. */
const DAYS_BEFORE = [14, 3];

export const roundRecord = (name: string): string => `round:${name}`;
export const roundNamed = (record: string): string => record.slice('round:'.length);

/** Who has just been asked is not reminded on the same day. */
const SINCE_ASKED_MS = 20 * 3_600_000;

/** To each of those who have not answered all they were asked. */
export function roundDues(
  round: Pick<Round, 'name' | 'until' | 'state' | 'openedAt'>,
  unanswered: readonly string[],
  office: Office,
): Due[] {
  if (round.state !== 'open') return [];
  const record = roundRecord(round.name);
  const until = endOf(round.until, office.zone);
  return unanswered.flatMap((userId) => {
    const wanted = wanting('pledge_round', userId, record, office);
    if (!wanted) return [];
    const { clock } = wanted.recipient;
    const asked = loudAfter(round.openedAt, clock) ?? round.openedAt;
    return DAYS_BEFORE.flatMap((days, stage): Due[] => {
      const at = momentOn(addDays(round.until, -days), wanted.choice.time, 'before', clock, until);
      const occasion = `${round.name}:${days}`;
      return at && at.getTime() >= asked.getTime() + SINCE_ASKED_MS
        ? [{ kind: 'pledge_round', record, to: userId, stage, occasion, at, until }]
        : [];
    });
  });
}
