import type { Database } from '../../../base/db/database.ts';
import { clip } from '../../../slack/blocks.ts';
import type { Text } from '../../../text/index.ts';
import type { Evidence } from '../../../vocabulary/check.ts';
import { type EvidenceField, isEvidence } from '../../../vocabulary/check.ts';
import type { Expense } from '../../expense/rules.ts';
import { asksOf, isStrict } from '../evidence/asked.ts';
import { type GivenRefusal, refuseGiven } from '../evidence/given.ts';
import type { Found, Judged } from '../rule.ts';
import { findOpenFindings } from '../store.ts';
import { findingWords, ruleWords } from '../words.ts';
import { previewSpend } from './preview.ts';

/** Errors stand under one field on a phone. */
const LONGEST_REASON = 300;

type Sent = {
  /** What is known besides, with what the form says now. */
  given: Evidence;
  shown: readonly EvidenceField[];
  later: boolean;
  receipts: number;
  before: Expense | null;
};

/**
 * Why a filled form can't be saved, by field: what is blocked, and what was asked for in it and left empty. What a record was blocked for
 * before it was edited does not stop the edit, and what was never asked for does not stop anything.
 */
export async function refuseByRules(
  db: Database,
  spend: Judged,
  { given, shown, later, receipts, before }: Sent,
  text: Text,
): Promise<Record<string, string>> {
  const errors: Record<string, string> = {};
  const wrong = refuseGiven(given);
  for (const field of shown) {
    const refusal = wrong[field];
    if (refusal) errors[field] = refusalWords(refusal, text);
  }
  // Without an answer nothing is blocked but what the activity alone says.
  if (shown.length === 0 && spend.activity !== '8-나') return errors;
  const known = before ? await findOpenFindings(db, [before.id]) : [];
  const { judgement } = await previewSpend(db, spend, { given, receipts, typed: true, before });
  for (const found of judgement.found) {
    const { at, severity, rule } = found;
    if (severity !== 'block' || at === null || known.some((it) => it.rule === rule && it.severity === 'block'))
      continue;
    const field = isEvidence(at) && !shown.includes(at) ? 'purpose' : at;
    errors[field] ??= sentenceOf(found, text);
  }
  if (later) return errors;
  for (const ask of asksOf(judgement, given)) {
    if (!isStrict(ask) || !shown.includes(ask.field) || given[ask.field]) continue;
    const [found] = ask.by;
    errors[ask.field] ??= found
      ? clip(`${text.check.missing} ${findingWords(found, text)}`, LONGEST_REASON)
      : text.check.missing;
  }
  return errors;
}

const sentenceOf = (found: Found, text: Text): string =>
  clip(`${findingWords(found, text)} ${text.check.basis(ruleWords(found.rule, text).basis)}`, LONGEST_REASON);

export function refusalWords(refusal: GivenRefusal, { check }: Text): string {
  return {
    too_long: check.form.tooLong,
    not_a_count: check.notACount,
    no_quantity: check.noQuantity,
    no_day: check.noDay,
  }[refusal];
}
