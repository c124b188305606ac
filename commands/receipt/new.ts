import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { button } from '../../src/slack/blocks.ts';
import { openOrOffer, urgentClient } from '../../src/slack/open-form.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { fillForm } from '../../src/spending/expense/fill.ts';
import { EMPTY_FORM, expenseForm, type Metadata } from '../../src/spending/expense/form.ts';
import type { ExpenseForm } from '../../src/spending/expense/rules.ts';
import { findLastAccount } from '../../src/spending/expense/store.ts';
import { type Pending, RECEIPT_NEW, readPending } from '../../src/spending/receipt/views.ts';
import { drawWhenOpen } from '../expense/typing.ts';

/** A spend that is not recorded yet: the expense form, filled from the line, takes the files along. */
export function listenForNew(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(RECEIPT_NEW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { text } = visitor;
    if (body.view) {
      const pending = readPending(body.view.private_metadata);
      const { form, metadata } = await newForm(
        pending,
        { responseUrl: pending.responseUrl, replace: false },
        visitor,
        deps,
      );
      const view = expenseForm(form, metadata, text);
      const { view: open } = await urgentClient(client).views.update({ view_id: body.view.id, view });
      const whenOpen = drawWhenOpen({ form }, metadata, client, visitor, deps);
      if (open?.id && open.hash) whenOpen({ id: open.id, hash: open.hash });
      return;
    }
    const value = action.value ?? '';
    const pending = readPending(value);
    const { form, metadata } = await newForm(pending, { responseUrl: body.response_url, replace: true }, visitor, deps);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(RECEIPT_NEW, text.access.openAgain, value, 'primary');
    const whenOpen = drawWhenOpen({ form }, metadata, client, visitor, deps);
    const said = await openOrOffer(click, expenseForm(form, metadata, text), again, text, whenOpen);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });
}

/** `replace`: the result takes the place of the message that offered the files. */
async function newForm(
  { files, line }: Pending,
  { responseUrl, replace }: { responseUrl: string | undefined; replace: boolean },
  { person }: Visitor,
  deps: Deps,
): Promise<{ form: ExpenseForm; metadata: Metadata }> {
  const today = todayIn(deps.config.timezone, deps.now());
  const account = await findLastAccount(deps.db, person.userId);
  const form = { ...EMPTY_FORM, spent_on: today, account, ...(line === '' ? {} : fillForm(line, [], today)) };
  const metadata = { key: randomUUID(), receipts: files, replace, ...(responseUrl ? { responseUrl } : {}) };
  return { form, metadata };
}
