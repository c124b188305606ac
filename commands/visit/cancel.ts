import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { button, clip } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { reasonForm } from '../../src/spending/expense/views.ts';
import { findNotices } from '../../src/visit/notice/store.ts';
import { mayChangeVisit, parseVisitName, visitName } from '../../src/visit/rules.ts';
import { cancelVisit, findVisit } from '../../src/visit/store.ts';
import { VISIT_CANCEL, VISIT_CANCEL_FORM } from '../../src/visit/views.ts';
import { namesWords } from '../../src/visit/words.ts';

/** `V12 비가 많이 옴` calls off at once; without a reason a form asks for it. */
export async function cancelTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [name = '', ...reason] = typed.split(' ');
  const id = parseVisitName(name);
  if (id === null) return { text: visitor.text.visit.which };
  if (reason.length > 0) return cancelWithReason(id, reason.join(' '), visitor, deps);
  return openCancel(id, visitor, click, deps);
}

export function listenForCancels(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(VISIT_CANCEL, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openCancel(Number(action.value), visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view(VISIT_CANCEL_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const said = await cancelWithReason(id, Reason.parse(view.state.values).reason.value.value ?? '', visitor, deps);
    await ack();
    await tellPrivately({ client, log: deps.log }, { userId: visitor.person.userId, responseUrl }, said);
  });
}

const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional() });
const Reason = z.object({ reason: z.object({ value: z.object({ value: z.string().nullish() }) }) });

async function openCancel(id: number, { person, text }: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const visit = await findVisit(deps.db, id);
  const name = visitName(id);
  if (!visit) return { text: text.visit.notFound(name) };
  if (!mayChangeVisit(person, visit)) return { text: text.visit.form.notYours };
  if (visit.cancelled) return { text: text.visit.cancelledBefore(name) };
  if (visit.summary !== null) return { text: text.visit.hasResult(name) };
  const words = { ...text.visit.cancelForm, explain: text.visit.cancelForm.explain(name) };
  const metadata = JSON.stringify({ id, responseUrl: click.responseUrl });
  const again = button(VISIT_CANCEL, text.visit.cancel, String(id), 'danger');
  return openOrOffer(click, reasonForm(VISIT_CANCEL_FORM, words, metadata, text), again, text);
}

async function cancelWithReason(id: number, reason: string, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const visit = await findVisit(deps.db, id);
  const name = visitName(id);
  if (!visit) return { text: text.visit.notFound(name) };
  if (!mayChangeVisit(person, visit)) return { text: text.visit.form.notYours };
  const cancelled = await cancelVisit(deps.db, id, { actor: person.userId, at: deps.now(), reason: clip(reason, 500) });
  if (cancelled && 'refusal' in cancelled) return { text: text.visit.hasResult(name) };
  if (cancelled?.again) return { text: text.visit.cancelledBefore(name) };
  const notices = (await findNotices(deps.db, [id])).get(id) ?? [];
  const told = [...new Set(notices.map((notice) => notice.name))];
  const again = told.length > 0 ? [text.visit.tellAgain(namesWords(told, 10, text))] : [];
  return plainMessage([text.visit.cancelledNow(name), ...again].join('\n'));
}
