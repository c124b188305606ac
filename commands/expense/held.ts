import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { isManager } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { reasonForm } from '../../src/spending/expense/views.ts';
import { discardHeldRow, findHeldRow, findHeldRows, type HeldRow } from '../../src/spending/held/store.ts';
import {
  HELD_DISCARD,
  HELD_DISCARD_FORM,
  HELD_PAGE,
  HELD_PAGE_SIZE,
  heldMessage,
} from '../../src/spending/held/views.ts';

/** The rows that an import could not read, a page at a time. */
export async function listHeld(offset: number, visitor: Visitor, deps: Deps, lead?: string): Promise<Message> {
  const found = await findHeldRows(deps.db, { offset, limit: HELD_PAGE_SIZE });
  // Rows may have been settled since the page before was shown.
  if (found.rows.length === 0 && offset > 0) return listHeld(0, visitor, deps, lead);
  return heldMessage(found, offset, visitor.text, lead);
}

const Turn = z.object({ offset: z.number().int().min(0) });
const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional() });
const Reason = z.object({ reason: z.object({ value: z.object({ value: z.string().nullish() }) }) });

/** Mending opens the expense form, so it stands in record.ts. */
export function listenForHeldRows(app: App, deps: Deps): void {
  for (const actionId of [`${HELD_PAGE}_previous`, `${HELD_PAGE}_next`]) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const { offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      const message = await listHeld(offset, visitor, deps);
      await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
    });
  }

  app.action<BlockButtonAction>(HELD_DISCARD, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const row = await findHeldRow(deps.db, Number(action.value));
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(HELD_DISCARD, text.access.openAgain, action.value ?? '', 'primary');
    const metadata = JSON.stringify({ id: row?.id, responseUrl: body.response_url });
    const said = !isManager(person)
      ? { text: text.access.notManager }
      : row?.state !== 'open'
        ? { text: text.expense.held.notFound }
        : await openOrOffer(click, discardForm(row, metadata, text), again, text);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(HELD_DISCARD_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const reason = normaliseLines(Reason.parse(view.state.values).reason.value.value ?? '');
    const row = await findHeldRow(deps.db, id);
    const settled = await settle({ ack, client, view }, discard(row, reason, visitor, deps), {
      text: visitor.text,
      log: deps.log,
      again: (said) => discardForm(row, view.private_metadata, visitor.text, { said, reason }),
    });
    if ('errors' in settled) return;
    const reach = { userId: visitor.person.userId, responseUrl };
    const message = await listHeld(0, visitor, deps, settled.done);
    await tellPrivately({ client, log: deps.log }, reach, message, { replace: true });
  });
}

function discardForm(
  row: HeldRow | null,
  metadata: string,
  text: Visitor['text'],
  again?: { said: string; reason: string },
) {
  const words = text.expense.held.discardForm;
  const explain = words.explain(row?.file ?? '', String(row?.line ?? ''));
  return reasonForm(HELD_DISCARD_FORM, { ...words, explain }, metadata, text, again);
}

type Discarded = { errors: { reason: string } } | { done: string };

async function discard(
  row: HeldRow | null,
  reason: string,
  { person, text }: Visitor,
  { db, now }: Deps,
): Promise<Discarded> {
  if (!isManager(person)) return { errors: { reason: text.access.notManager } };
  if (reason === '') return { errors: { reason: text.expense.form.refusals.missing } };
  const by = { actor: person.userId, at: now(), reason };
  if (!row || !(await discardHeldRow(db, row.id, by))) return { done: text.expense.held.notFound };
  return { done: text.expense.held.discarded(row.file, String(row.line)) };
}
