import type { ReviewAnswerRow, ReviewRoundRow } from '../../base/db/schema/pledge.ts';
import { isStatus } from '../../vocabulary/pledge.ts';
import type { Answer, Round } from './rules.ts';

/** A round that was called off gives its name to the one that is opened after it. */
export const calledOff = ({ id, name }: { id: number; name: string }): string => `${name}-x${id}`;
const CALLED_OFF = /-x\d+$/;

export function toRound(row: ReviewRoundRow): Round {
  return {
    id: row.id,
    name: row.name.replace(CALLED_OFF, ''),
    term: row.term,
    asOf: row.as_of,
    until: row.until ?? row.as_of,
    state: row.state === 'frozen' || row.state === 'cancelled' ? row.state : 'open',
    openedBy: row.opened_by,
    openedAt: new Date(row.opened_at),
    closedBy: row.closed_by,
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    publishedOn: row.published_on,
    origin: row.origin === 'sample' ? 'sample' : 'form',
  };
}

export function toAnswer(row: ReviewAnswerRow): Answer {
  return {
    pledgeId: row.pledge_id,
    asked: row.asked,
    department: row.department,
    name: row.name,
    title: row.title,
    type: row.type,
    status: isStatus(row.status) ? row.status : null,
    progress: row.progress,
    source: row.source,
    note: row.note,
    answeredBy: row.answered_by,
    result: isStatus(row.result) ? row.result : null,
    resultProgress: row.result_progress,
  };
}
