import type { Turn } from '../../../slack/turn.ts';
import { EVIDENCE } from '../../../vocabulary/check.ts';
import type { Expense } from '../../expense/rules.ts';
import { whenWords, wonWords } from '../../expense/words.ts';
import type { EvidenceMetadata } from '../forms.ts';
import { findOpenFindings } from '../store.ts';
import { findEvidence } from './store.ts';

/** What the open findings of a spend ask for, what was given before, and the one finding that takes a note. */
export async function askedOf({ expenseId, findingId }: EvidenceMetadata, expense: Expense, { db, text, today }: Turn) {
  const findings = await findOpenFindings(db, [expenseId]);
  const one = findings.find(({ id }) => id === findingId) ?? null;
  const by = findings
    .filter(({ asks }) => asks.length > 0)
    .map((it) => ({ ...it, how: it.how ?? undefined, at: null }));
  const asks = EVIDENCE.flatMap((field) => {
    const own = by.filter((finding) => finding.asks.includes(field));
    return own.length > 0 ? [{ field, by: own }] : [];
  });
  return {
    what: [whenWords(expense, text, today), wonWords(expense.amount, text), expense.place].filter(Boolean).join(' · '),
    asks,
    given: (await findEvidence(db, [expenseId])).get(expenseId) ?? {},
    note: one && one.asks.length === 0 && one.severity === 'warn' ? one : null,
    receipt: findings.some(({ rule }) => rule === 'E17'),
  };
}
