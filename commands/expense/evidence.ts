import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { findPublishedOtherwise } from '../../src/disclosure/published/store.ts';
import { withPublished } from '../../src/disclosure/published/views.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { button, type View } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/fields.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import type { Ask } from '../../src/spending/check/evidence/asked.ts';
import { readEvidence } from '../../src/spending/check/evidence/form.ts';
import { refuseGiven } from '../../src/spending/check/evidence/given.ts';
import { findEvidence, findLastGiven, putEvidence } from '../../src/spending/check/evidence/store.ts';
import { evidenceForm } from '../../src/spending/check/forms.ts';
import { EVIDENCE_OPEN, EXPENSE_EVIDENCE } from '../../src/spending/check/ids.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import type { Finding } from '../../src/spending/check/rule.ts';
import { findFinding, findFindings, findOpenFindings, settleFinding } from '../../src/spending/check/store.ts';
import { refusalWords } from '../../src/spending/check/unsaved/refusals.ts';
import { withFindings } from '../../src/spending/check/views.ts';
import { type Expense, expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { whenWords, wonWords } from '../../src/spending/expense/words.ts';
import type { Evidence } from '../../src/vocabulary/check.ts';
import { EVIDENCE } from '../../src/vocabulary/check.ts';

/** What is missing about one record, asked for after it was saved: the form `expense_evidence`. */
export function listenForEvidence(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(EVIDENCE_OPEN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openEvidence(action.value ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(EXPENSE_EVIDENCE, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { text } = visitor;
    const metadata = Metadata.parse(JSON.parse(view.private_metadata));
    const { given, shown } = readEvidence(view.state.values);
    const note = normaliseLines(readFields(view.state.values).one('note') ?? '');
    const expense = await findExpense(deps.db, metadata.expenseId);
    const asked = await askedOf(metadata, expense, visitor, deps);
    const first = shown[0] ?? 'note';
    const work = keepEvidence(metadata, { given, note, first }, visitor, deps).then((kept) => {
      if (!('meanwhile' in kept)) return kept;
      const seen = JSON.stringify({ ...metadata, seen: kept.seen });
      return { view: draw({ ...asked, given: { ...asked.given, ...given } }, note, seen, text, kept.meanwhile) };
    });
    const settled = await settle({ ack, client, view }, work, {
      text,
      log: deps.log,
      again: (said) => draw({ ...asked, given: { ...asked.given, ...given } }, note, view.private_metadata, text, said),
    });
    if (!('done' in settled)) return;
    const reach = { userId: visitor.person.userId, responseUrl: metadata.responseUrl };
    const findings = await findOpenFindings(deps.db, [metadata.expenseId]);
    const done = plainMessage([settled.done, ...(findings.length === 0 ? [text.check.form.all] : [])].join(' '));
    const message = withFindings(done, { findings, given: {}, mayGive: true }, metadata.expenseId, text);
    await tellPrivately({ client, log: deps.log }, reach, message);
    await refresh(deps, client, metadata.expenseId);
  });
}

/** `seen`: when something was said about the record last, as its writer saw it. */
const Metadata = z.object({
  expenseId: z.number(),
  findingId: z.number().optional(),
  seen: z.string().nullable(),
  responseUrl: z.string().optional(),
});
type Metadata = z.infer<typeof Metadata>;

type Asked = { expenseId: number; what: string; asks: Ask[]; given: Evidence; note: Finding | null; receipt: boolean };

/** `12`, or `12/34` for one of its findings. */
async function openEvidence(value: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { person, text } = visitor;
  const [expenseId = 0, findingId] = value.split('/').map(Number);
  const expense = await findExpense(deps.db, expenseId);
  if (!expense) return plainMessage(text.expense.notFound(expenseName(expenseId)));
  if (!mayChange(person, expense)) return plainMessage(text.check.form.notYours);
  if (expense.voided) return plainMessage(text.check.form.voided);
  const seen = (await findLastGiven(deps.db, expenseId))?.at ?? null;
  const url = click.responseUrl ? { responseUrl: click.responseUrl } : {};
  const metadata = { expenseId, ...(findingId ? { findingId } : {}), seen, ...url };
  const asked = await askedOf(metadata, expense, visitor, deps);
  if (asked.asks.length === 0 && !asked.note) {
    const words = asked.receipt ? text.check.form.receipt : text.check.form.nothing(expenseName(expenseId));
    return plainMessage(words);
  }
  const view = draw(asked, null, JSON.stringify(metadata), text);
  return openOrOffer(click, view, button(EVIDENCE_OPEN, text.access.openAgain, value, 'primary'), text);
}

async function askedOf(
  { expenseId, findingId }: Metadata,
  expense: Expense | null,
  { text }: Visitor,
  { db, config, now }: Deps,
): Promise<Asked> {
  const findings = await findOpenFindings(db, [expenseId]);
  const one = findings.find(({ id }) => id === findingId) ?? null;
  const by = findings
    .filter(({ asks }) => asks.length > 0)
    .map((it) => ({ ...it, how: it.how ?? undefined, at: null }));
  const asks = EVIDENCE.flatMap((field) => {
    const own = by.filter((finding) => finding.asks.includes(field));
    return own.length > 0 ? [{ field, by: own }] : [];
  });
  const today = todayIn(config.timezone, now());
  return {
    expenseId,
    what: expense
      ? [whenWords(expense, text, today), wonWords(expense.amount, text), expense.place].filter(Boolean).join(' · ')
      : '',
    asks,
    given: (await findEvidence(db, [expenseId])).get(expenseId) ?? {},
    note: one && one.asks.length === 0 && one.severity === 'warn' ? one : null,
    receipt: findings.some(({ rule }) => rule === 'E17'),
  };
}

const draw = (asked: Asked, typed: string | null, metadata: string, text: Visitor['text'], said?: string): View =>
  evidenceForm({ ...asked, note: asked.note && { finding: asked.note, typed } }, metadata, text, said);

type Kept = { errors: Record<string, string> } | { done: string } | { meanwhile: string; seen: string };

async function keepEvidence(
  { expenseId, findingId, seen }: Metadata,
  { given, note, first }: { given: Evidence; note: string; first: string },
  { person, text }: Visitor,
  { db, now }: Deps,
): Promise<Kept> {
  const words = text.check.form;
  const wrong = Object.entries(refuseGiven(given)).map(([field, refusal]) => [field, refusalWords(refusal, text)]);
  if (wrong.length > 0) return { errors: Object.fromEntries(wrong) };
  if (note === '' && Object.values(given).every((value) => !value)) return { errors: { [first]: words.empty } };
  const by = { actor: person.userId, at: now() };
  return db.transaction().execute(async (db): Promise<Kept> => {
    const expense = await findExpense(db, expenseId);
    if (!expense) return { errors: { [first]: text.expense.notFound(expenseName(expenseId)) } };
    if (!mayChange(person, expense)) return { errors: { [first]: words.notYours } };
    if (expense.voided) return { errors: { [first]: words.voided } };
    const last = await findLastGiven(db, expenseId);
    if (last && last.at !== seen && last.by !== person.userId) {
      const name = (await findNames(db, [last.by])).get(last.by) ?? last.by;
      return { meanwhile: words.meanwhile(name), seen: last.at };
    }
    // An empty field of this form leaves what was said before as it is.
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    await putEvidence(db, expenseId, said, by);
    const finding = findingId === undefined || note === '' ? null : await findFinding(db, findingId);
    if (finding?.expenseId === expenseId && finding.severity === 'warn') {
      await settleFinding(db, finding, 'answered', { ...by, reason: note });
    }
    await judgeRecords(db, [expenseId], by.at);
    return { done: words.saved(expenseName(expenseId)) };
  });
}

/** What is said below a record that was saved or is shown: what it still lacks, and what was said about it. */
export async function besideRecord(
  shown: Message,
  expense: Expense,
  { person, text }: Visitor,
  { db }: Deps,
): Promise<Message> {
  const message = withPublished(shown, await findPublishedOtherwise(db, expense), text);
  if (expense.voided) return message;
  const findings = await findFindings(db, [expense.id]);
  const given = (await findEvidence(db, [expense.id])).get(expense.id) ?? {};
  return withFindings(message, { findings, given, mayGive: mayChange(person, expense) }, expense.id, text);
}
