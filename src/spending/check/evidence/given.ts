import { lastDayIn } from '../../../korean/day-in-words.ts';
import { normaliseLines } from '../../../korean/typed.ts';
import type { Evidence } from '../../../vocabulary/check.ts';
import { CHOICES, EVIDENCE, type EvidenceField } from '../../../vocabulary/check.ts';

export const LONGEST_EVIDENCE = 1000;
const MOST_ESCORTS = 1000;

export type GivenRefusal = 'too_long' | 'not_a_count' | 'no_quantity' | 'no_day';

/** What a form's fields say, normalised; a field that is shown and empty is ''. Choices that are none count as not chosen. */
export function readGiven(values: Readonly<Record<string, string | null>>): Evidence {
  const given: Evidence = {};
  for (const field of EVIDENCE) {
    const typed = values[field];
    if (typed === undefined) continue;
    const value = normaliseLines(typed ?? '');
    given[field] = isChoice(field) && !choicesOf(field).includes(value) ? '' : value;
  }
  return given;
}

export const isChoice = (field: EvidenceField): field is keyof typeof CHOICES => field in CHOICES;
export const choicesOf = (field: keyof typeof CHOICES): readonly string[] => CHOICES[field];

export function refuseGiven(given: Evidence): Partial<Record<EvidenceField, GivenRefusal>> {
  const refusals: Partial<Record<EvidenceField, GivenRefusal>> = {};
  for (const field of EVIDENCE) if ([...(given[field] ?? '')].length > LONGEST_EVIDENCE) refusals[field] = 'too_long';
  const { escorts, gift_ledger, approval_doc } = given;
  if (approval_doc && lastDayIn(approval_doc) === null) refusals.approval_doc ??= 'no_day';
  if (escorts && !(/^\d{1,4}$/.test(escorts) && Number(escorts) <= MOST_ESCORTS)) refusals.escorts = 'not_a_count';
  if (gift_ledger && !/\d/.test(gift_ledger)) refusals.gift_ledger = 'no_quantity';
  return refusals;
}
