import type { types } from '@slack/bolt';
import { type Block, clip, context, plain } from '../../../slack/blocks.ts';
import { choiceField, tickField, wordsField } from '../../../slack/fields.ts';
import type { Text } from '../../../text/index.ts';
import { EVIDENCE_LATER, type Evidence, type EvidenceField } from '../../../vocabulary/check.ts';
import { findingWords, ruleWords } from '../words.ts';
import type { Ask } from './asked.ts';
import { choicesOf, isChoice, LONGEST_EVIDENCE } from './given.ts';

/** Sentences about one field, so that a form of many stays within Slack's limits. */
const LONGEST_WHY = 900;

/** A field that a rule asks for, with why and by which clause above it. */
export function evidenceBlocks(
  asks: readonly Ask[],
  given: Evidence,
  text: Text,
  proposed: readonly EvidenceField[] = [],
): Block[] {
  return asks.flatMap(({ field, by }) => {
    const why = by.map(
      (found) => `${findingWords(found, text)} ${text.check.basis(ruleWords(found.rule, text).basis)}`,
    );
    return [
      ...(why.length > 0 ? [context(clip(why.join('\n'), LONGEST_WHY))] : []),
      evidenceInput(field, given, text, proposed.includes(field)),
    ];
  });
}

/** All may be left empty for Slack: whether they may is decided when the form is sent, since the evidence can follow later. */
function evidenceInput(field: EvidenceField, given: Evidence, text: Text, proposed: boolean): types.InputBlock {
  const words = text.check;
  const label = proposed ? text.expense.form.proposal.label(words.labels[field]) : words.labels[field];
  const described = { id: field, label, hint: words.hints[field], optional: true };
  const value = given[field] || null;
  if (field === 'near_home') return { ...tickField(described, words.nearHome, value === 'yes') };
  if (isChoice(field)) {
    const choices = choicesOf(field).map((it) => ({ value: it, label: words.choices[field]?.[it] ?? it }));
    return { ...choiceField(described, choices, value, text.expense.form.choose), dispatch_action: true };
  }
  const multiline = field === 'reason' || field === 'gift_ledger' || field === 'counterpart';
  return wordsField(described, value, { multiline, longest: LONGEST_EVIDENCE });
}

/** For who can't hand it in now. */
export const laterBlock = (ticked: boolean, text: Text): types.InputBlock =>
  tickField({ id: EVIDENCE_LATER, label: text.check.later, optional: true }, text.check.laterTick, ticked);

/** Short lines in front of the fields. */
export const linesBlock = (lines: readonly string[]): types.SectionBlock => ({
  type: 'section',
  text: plain(clip(lines.join('\n'), 2000)),
});
