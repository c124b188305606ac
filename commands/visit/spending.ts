import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { mayChange } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { type Expense, expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { mayChangeVisit, parseVisitName, visitName } from '../../src/visit/rules.ts';
import { deleteTie, insertTie } from '../../src/visit/spending/store.ts';
import { tieForm, VISIT_TIE, VISIT_TIE_OPEN } from '../../src/visit/spending/views.ts';
import { findVisit } from '../../src/visit/store.ts';

/** `V12 E34 E35`: the spending that belongs to a visit. */
export async function tieTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [name = '', ...rest] = typed.split(/[\s,]+/).filter(Boolean);
  const id = parseVisitName(name);
  if (id === null) return { text: visitor.text.visit.tieHow };
  if (rest.length === 0) return openTie(id, visitor, click, deps);
  return plainMessage((await tie(id, rest, visitor, deps)).words);
}

/** `V12 E34` undoes it. */
export async function untieTyped(typed: string, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const [visitTyped = '', expenseTyped = ''] = typed.split(/[\s,]+/);
  const [id, expenseId] = [parseVisitName(visitTyped), parseExpenseName(expenseTyped)];
  if (id === null || expenseId === null) return { text: text.visit.tieHow };
  const [visit, expense] = [await findVisit(deps.db, id), await findExpense(deps.db, expenseId)];
  const [name, expenseSaid] = [visitName(id), expenseName(expenseId)];
  if (!visit || !expense) return { text: text.visit.notTied(name, expenseSaid) };
  if (!mayChangeVisit(person, visit) && !mayChange(person, expense)) return { text: text.visit.form.notYours };
  const undone = await deleteTie(deps.db, id, expenseId, { actor: person.userId, at: deps.now() });
  return { text: text.visit[undone ? 'untied' : 'notTied'](name, expenseSaid) };
}

const MOST_TIED = 20;

async function tie(
  id: number,
  names: readonly string[],
  { person, text }: Visitor,
  deps: Deps,
): Promise<{ done: boolean; words: string }> {
  const visit = await findVisit(deps.db, id);
  if (!visit) return { done: false, words: text.visit.notFound(visitName(id)) };
  const ids = names.slice(0, MOST_TIED).map(parseExpenseName);
  const known = ids.filter((expenseId) => expenseId !== null);
  if (known.length < ids.length || known.length === 0) return { done: false, words: text.visit.tieForm.unreadable };
  const expenses: (Expense | null)[] = [];
  for (const expenseId of known) expenses.push(await findExpense(deps.db, expenseId));
  const unknown = known.filter((_, i) => !expenses[i]);
  if (unknown.length > 0)
    return { done: false, words: text.visit.tieForm.refused(unknown.map(expenseName).join(', ')) };
  const foreign = expenses.some((expense) => expense && !mayChangeVisit(person, visit) && !mayChange(person, expense));
  if (foreign) return { done: false, words: text.visit.form.notYours };

  const by = { actor: person.userId, at: deps.now() };
  const fresh: number[] = [];
  for (const expenseId of known) if (await insertTie(deps.db, id, expenseId, by)) fresh.push(expenseId);
  const said = (fresh.length > 0 ? fresh : known).map(expenseName).join(', ');
  return { done: true, words: text.visit[fresh.length > 0 ? 'tied' : 'tiedBefore'](visitName(id), said) };
}

async function openTie(id: number, { text }: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const visit = await findVisit(deps.db, id);
  if (!visit) return { text: text.visit.notFound(visitName(id)) };
  const metadata = JSON.stringify({ id, responseUrl: click.responseUrl });
  const again = button(VISIT_TIE_OPEN, text.visit.tie, String(id), 'primary');
  return openOrOffer(click, tieForm(visit, metadata, text), again, text);
}

const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional() });

export function listenForSpending(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(VISIT_TIE_OPEN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openTie(Number(action.value), visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(VISIT_TIE, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const typed = readFields(view.state.values).one('expenses') ?? '';
    const { done, words } = await tie(id, typed.split(/[\s,]+/).filter(Boolean), visitor, deps);
    if (!done) {
      await ack({ response_action: 'errors', errors: { expenses: words } });
      return;
    }
    await ack();
    const reach = { userId: visitor.person.userId, responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, plainMessage(words));
  });
}
