import { findPublishedOtherwise } from '../../src/disclosure/published/store.ts';
import { withPublished } from '../../src/disclosure/published/views.ts';
import { mayChange } from '../../src/people/rules.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import { findFindings } from '../../src/spending/check/store.ts';
import { withFindings } from '../../src/spending/check/views.ts';
import type { Expense } from '../../src/spending/expense/rules.ts';

/** What is said below a record that was saved or is shown: what it still lacks, and what was said about it. */
export async function besideRecord(shown: Message, expense: Expense, { db, person, text }: Turn): Promise<Message> {
  const message = withPublished(shown, await findPublishedOtherwise(db, expense), text);
  if (expense.voided) return message;
  const findings = await findFindings(db, [expense.id]);
  const given = (await findEvidence(db, [expense.id])).get(expense.id) ?? {};
  return withFindings(message, { findings, given, mayGive: mayChange(person, expense) }, expense.id, text);
}
