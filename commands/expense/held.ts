import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/deps.ts';
import { reasonForm } from '../../src/expense/views.ts';
import { discardHeldRow, findHeldRow, findHeldRows } from '../../src/held/store.ts';
import { HELD_DISCARD, HELD_DISCARD_FORM, HELD_PAGE, HELD_PAGE_SIZE, heldMessage } from '../../src/held/views.ts';
import { isManager } from '../../src/person/rules.ts';
import { escaped } from '../../src/slack/blocks.ts';
import { openForm } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';

/** The rows that an import could not read, a page at a time. */
export async function listHeld(offset: number, { text }: Visitor, { db }: Deps): Promise<Message> {
  return heldMessage(await findHeldRows(db, { offset, limit: HELD_PAGE_SIZE }), offset, text);
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
    const reach = { userId: person.userId, responseUrl: body.response_url };
    const row = await findHeldRow(deps.db, Number(action.value));
    const words = text.expense.held;
    const refusal = !isManager(person) ? text.access.notManager : row?.state !== 'open' ? words.notFound : null;
    if (!row || refusal) {
      await tellPrivately({ client, log: deps.log }, reach, { text: refusal ?? words.notFound });
      return;
    }
    const form = { ...words.discardForm, explain: words.discardForm.explain(row.file, String(row.line)) };
    const metadata = JSON.stringify({ id: row.id, responseUrl: body.response_url });
    await openForm(client, body.trigger_id, reasonForm(HELD_DISCARD_FORM, form, metadata, text));
  });

  app.view(HELD_DISCARD_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const reason = Reason.parse(view.state.values).reason.value.value ?? '';
    const row = await findHeldRow(deps.db, id);
    const discarded =
      isManager(person) && (await discardHeldRow(deps.db, id, { actor: person.userId, at: deps.now(), reason }));
    await ack();
    const said =
      discarded && row ? text.expense.held.discarded(row.file, String(row.line)) : text.expense.held.notFound;
    await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, { text: escaped(said) });
  });
}
