import { z } from 'zod';
import type { KindName } from '../../vocabulary/reminder.ts';

/** Where the history of a record stands: `F12` → followup 12. Null: it has none of its own. */
export function historyOf(record: string): { noun: string; record: string } | null {
  const [, letter = '', id = ''] = /^([FVCEB])(\d+)$/.exec(record) ?? [];
  const noun = NOUNS[letter];
  return noun ? { noun, record: id } : null;
}

/** The other way round: what a reminder calls a record that changed. */
export function recordOf({ noun, record }: { noun: string; record: string }): string | null {
  const letter = Object.keys(NOUNS).find((it) => NOUNS[it] === noun);
  return letter ? `${letter}${record}` : null;
}

const NOUNS: Readonly<Record<string, string>> = {
  F: 'followup',
  V: 'visit',
  C: 'council',
  E: 'expense',
  B: 'briefing',
};

type Change = { before: string | null; after: string | null; action: string };

/** The fields that decide when somebody is told of a record, and who. */
const MOVING: readonly string[] = [
  'due',
  'owner',
  'startsOn',
  'startTime',
  'endsOn',
  'staff',
  'heldOn',
  'announcedOn',
  'announcedTime',
];
/** Besides, those that decide whether anybody is. */
const DECIDING: readonly string[] = [...MOVING, 'status', 'summary', 'result'];

/** Whether a change made something due: not a note, or a new title. Of what was entered, all is new. */
export const decides = (change: Change): boolean => change.before === null || differs(change, DECIDING);

/** Whether what was told before is no longer so, though the record may still be open. */
export const overtakes = (change: Change): boolean => ENDING.has(change.action) || differs(change, MOVING);

/** What ends a reminder without a field to show for it. */
const ENDING = new Set(['voided', 'cancelled', 'told', 'closed']);

const Fields = z.record(z.string(), z.unknown());

function differs(change: Change, fields: readonly string[]): boolean {
  const [before, after] = [change.before, change.after].map((json) => Fields.parse(JSON.parse(json ?? '{}')));
  return fields.some((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]));
}

/** Kinds whose end shows in no record's history. */
export const WITHOUT_HISTORY: readonly KindName[] = [
  'pledge_round',
  'council_announcement',
  'visit_unshared',
  'expense_evidence',
  'disclosure',
  'budget_80',
  'budget_100',
];
