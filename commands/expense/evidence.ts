import { normaliseLines } from '../../src/korean/typed.ts';
import { mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { inTime } from '../../src/slack/in-time.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { evidenceIn } from '../../src/spending/check/evidence/form.ts';
import { refuseGiven } from '../../src/spending/check/evidence/given.ts';
import { askedOf } from '../../src/spending/check/evidence/missing.ts';
import { findLastGiven, putEvidence } from '../../src/spending/check/evidence/store.ts';
import { type EvidenceMetadata, evidenceForm, GIVE } from '../../src/spending/check/forms.ts';
import { EVIDENCE_OPEN } from '../../src/spending/check/ids.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import { findFinding, findOpenFindings, settleFinding } from '../../src/spending/check/store.ts';
import { refusalWords } from '../../src/spending/check/unsaved/refusals.ts';
import { receiptsIn } from '../../src/spending/expense/form.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { fetchReceipts } from '../../src/spending/receipt/jobs.ts';
import { attachReceipts } from '../../src/spending/receipt/store.ts';
import { showExpense } from './show.ts';

export const evidence: Heard[] = [
  press(EVIDENCE_OPEN, Words, (turn) => openEvidence(turn.pressed, turn)),
  submission(GIVE, keepEvidence),
];

/** `12`, or `12/34` for one of its findings. */
async function openEvidence(value: string, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const [expenseId = 0, findingId] = value.split('/').map(Number);
  const expense = await findExpense(db, expenseId);
  if (!expense) return plainMessage(text.expense.notFound(expenseName(expenseId)));
  if (!mayChange(person, expense)) return plainMessage(text.check.form.notYours);
  if (expense.voided) return plainMessage(text.check.form.voided);
  const seen = (await findLastGiven(db, expenseId))?.at ?? null;
  const metadata = { expenseId, ...(findingId ? { findingId } : {}), seen };
  const asked = await askedOf(metadata, expense, turn);
  if (asked.asks.length === 0 && !asked.note && !asked.receipt) {
    return plainMessage(text.check.form.nothing(expenseName(expenseId)));
  }
  return turn.open(evidenceForm(asked, metadata, text), { press: EVIDENCE_OPEN, value });
}

type Sent = Submitted<typeof GIVE.empty, EvidenceMetadata>;

async function keepEvidence({ values, metadata, fields, ...turn }: Sent): Promise<Outcome> {
  const { person, text } = turn;
  const { expenseId, findingId, seen } = metadata;
  const words = text.check.form;
  const { given } = evidenceIn(values, fields);
  const note = normaliseLines(values.note ?? '');
  const receipts = receiptsIn(values);
  const wrong = Object.entries(refuseGiven(given)).map(([field, refusal]) => [field, refusalWords(refusal, text)]);
  if (wrong.length > 0) return { errors: Object.fromEntries(wrong) };
  if (note === '' && receipts.length === 0 && Object.values(given).every((value) => !value)) return refuse(words.empty);
  const by = { actor: person.userId, at: turn.now() };
  return turn.db.transaction().execute(async (db): Promise<Outcome> => {
    const expense = await findExpense(db, expenseId);
    if (!expense) return refuse(text.expense.notFound(expenseName(expenseId)));
    if (!mayChange(person, expense)) return refuse(words.notYours);
    if (expense.voided) return refuse(words.voided);
    const last = await findLastGiven(db, expenseId);
    if (last && last.at !== seen && last.by !== person.userId) {
      const name = (await findNames(db, [last.by])).get(last.by) ?? last.by;
      return { again: words.meanwhile(name), metadata: { seen: last.at } };
    }
    // An empty field of this form leaves what was said before as it is.
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    await putEvidence(db, expenseId, said, by);
    await attachReceipts(db, expenseId, receipts, by);
    const finding = findingId === undefined || note === '' ? null : await findFinding(db, findingId);
    if (finding?.expenseId === expenseId && finding.severity === 'warn') {
      await settleFinding(db, finding, 'answered', { ...by, reason: note });
    }
    await judgeRecords(db, [expenseId], by.at);
    const done = words.saved(expenseName(expenseId));
    return {
      done,
      async say() {
        if (receipts.length > 0) await inTime(fetchReceipts(turn, turn.client, undefined, expenseId));
        return cardAfter(expenseId, done, turn);
      },
      after: () => refresh(turn, turn.client, expenseId),
    };
  });
}

/** The record as it stands with what was handed in, and whether that was all. */
async function cardAfter(expenseId: number, done: string, turn: Turn): Promise<Message> {
  const missing = await findOpenFindings(turn.db, [expenseId]);
  const lead = [done, ...(missing.length === 0 ? [turn.text.check.form.all] : [])].join(' ');
  return showExpense(expenseName(expenseId), turn, lead);
}
