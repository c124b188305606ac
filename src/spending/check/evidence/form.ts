import { z } from 'zod';
import { type Block, clip, context } from '../../../slack/blocks.ts';
import { readFields } from '../../../slack/fields.ts';
import type { Text } from '../../../text/index.ts';
import { EVIDENCE, type Evidence, type EvidenceField } from '../../../vocabulary/check.ts';
import { type Ask, isStrict } from './asked.ts';
import { EVIDENCE_LATER, evidenceBlocks, laterBlock, linesBlock } from './fields.ts';
import { readGiven } from './given.ts';

/** What stands in the fields that a rule asked for, those that are shown and empty as ''; and whether the rest is to follow. */
export function readEvidence(values: unknown): { given: Evidence; shown: EvidenceField[]; later: boolean } {
  const { one, many } = readFields(values);
  const state = z.record(z.string(), z.unknown()).parse(values);
  const shown = EVIDENCE.filter((field) => field in state);
  const typed = shown.map((field) => [field, field === 'near_home' ? (many(field)[0] ?? '') : one(field)]);
  return { given: readGiven(Object.fromEntries(typed)), shown, later: many(EVIDENCE_LATER).length > 0 };
}

export type Checks = {
  panel: readonly string[];
  notices: readonly string[];
  asks: readonly Ask[];
  given: Evidence;
  later: boolean;
};

/** The form again with the evidence that stood in it. */
export const againWith = ({
  given,
  shown,
  later,
}: {
  given: Evidence;
  shown: readonly EvidenceField[];
  later: boolean;
}): Checks => ({
  panel: [],
  notices: [],
  asks: shown.map((field) => ({ field, by: [] })),
  given,
  later,
});

/** What rules ask for, in the form `expense_record`. */
export function checkBlocks({ panel, notices, asks, given, later }: Checks, text: Text): Block[] {
  return [
    ...(panel.length > 0 ? [linesBlock(panel)] : []),
    ...(notices.length > 0 ? [context(clip(notices.join('\n'), 2000))] : []),
    ...evidenceBlocks(asks, given, text),
    ...(asks.some(isStrict) || later ? [laterBlock(later, text)] : []),
  ];
}
