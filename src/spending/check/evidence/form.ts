import { type Block, clip, context } from '../../../slack/blocks.ts';
import type { Text } from '../../../text/index.ts';
import { EVIDENCE, EVIDENCE_LATER, type Evidence, type EvidenceField } from '../../../vocabulary/check.ts';
import { type Ask, isStrict } from './asked.ts';
import { evidenceBlocks, laterBlock, linesBlock } from './fields.ts';
import { readGiven } from './given.ts';

type Sent = { given: Evidence; shown: EvidenceField[]; later: boolean };
type EvidenceValues = Partial<Record<EvidenceField | typeof EVIDENCE_LATER, string | boolean | null>>;

/** What stands in the fields that a rule asked for, those that are shown and empty as ''; and whether the rest is to follow. */
export function evidenceIn(values: EvidenceValues, fields: ReadonlySet<string>): Sent {
  const shown = EVIDENCE.filter((field) => fields.has(field));
  const said = (value: string | boolean | null | undefined) => (value === true ? 'yes' : value || null);
  const given = readGiven(Object.fromEntries(shown.map((field) => [field, said(values[field])])));
  return { given, shown, later: values[EVIDENCE_LATER] === true };
}

export type Checks = {
  panel: readonly string[];
  notices: readonly string[];
  asks: readonly Ask[];
  given: Evidence;
  later: boolean;
  /** Those that are filled with what was given for a like spend. */
  proposed?: readonly EvidenceField[];
};

/** The fields that something was said in already, before it is known what rules ask for. */
export const shownAs = (given: Evidence): Checks => {
  const asks = EVIDENCE.filter((field) => given[field]).map((field) => ({ field, by: [] }));
  return { panel: [], notices: [], asks, given, later: false };
};

/** What rules ask for, in the form `expense_record`. */
export function checkBlocks({ panel, notices, asks, given, later, proposed = [] }: Checks, text: Text): Block[] {
  return [
    ...(panel.length > 0 ? [linesBlock(panel)] : []),
    ...(notices.length > 0 ? [context(clip(notices.join('\n'), 2000))] : []),
    ...evidenceBlocks(asks, given, text, proposed),
    ...(asks.some(isStrict) || later ? [laterBlock(later, text)] : []),
  ];
}
