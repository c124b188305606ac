import type { App, BlockAction, BlockButtonAction, StaticSelectAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { visitorOf } from '../../src/slack/visitor.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { handedIn } from '../../src/spending/receipt/handed-in.ts';
import { fetchReceipts } from '../../src/spending/receipt/jobs.ts';
import {
  doneMessage,
  fileNames,
  leftOutWords,
  noneFitMessage,
  offerMessage,
  type Pending,
  pendingOf,
  RECEIPT_CHOOSE,
  RECEIPT_NEW,
  RECEIPT_NOT,
  readPending,
} from '../../src/spending/receipt/views.ts';
import { attach } from './attach.ts';
import { likelySpends } from './likely.ts';
import { decided, placeOf, replaceOffer } from './offered.ts';

/** A photo or a file sent to the app itself: whose receipt it is, is asked there. */
export function listenForOffers(app: App, deps: Deps): void {
  app.message(async ({ message, client, context }) => {
    if (message.channel_type !== 'im' || message.subtype !== 'file_share') return;
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const { fit, unfit } = handedIn(message.files);
    const leftOut = unfit.map(({ name, refusal }) => leftOutWords(name, refusal, text));
    if (fit.length === 0) {
      if (leftOut.length > 0)
        await client.chat.postMessage({ channel: message.channel, ...noneFitMessage(leftOut, text) });
      return;
    }
    const line = normaliseLines(await readable(deps.db, message.text ?? ''));
    const { spends, sure, amount } = await likelySpends(line, person, deps);
    const today = todayIn(deps.config.timezone, deps.now());
    const newFirst = spends.length === 0 || (amount !== null && !sure); // the line says a spend that is not recorded yet
    const offer = offerMessage(pendingOf(fit, line), spends, leftOut, { text, today, newFirst });
    await client.chat.postMessage({ channel: message.channel, ...offer });
  });

  app.action<BlockAction<StaticSelectAction>>(RECEIPT_CHOOSE, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const pending = offeredIn(body.message);
    if (!pending) return;
    const said = await attach(Number(action.selected_option.value), pending.files, visitor, deps);
    if ('refusal' in said) {
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, { text: said.refusal });
      return;
    }
    const words = decided(said.words, visitor, deps);
    await replaceOffer(client, placeOf(body), doneMessage(words, said.expenseId, visitor.text), deps);
    await fetchReceipts(deps, client, undefined, said.expenseId);
    await refresh(deps, client, said.expenseId);
  });

  app.action<BlockButtonAction>(RECEIPT_NOT, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { files } = readPending(action.value ?? '');
    const words = decided(visitor.text.receipt.leftAlone(fileNames(files)), visitor, deps);
    await replaceOffer(client, placeOf(body), plainMessage(words), deps);
  });
}

const Offer = z.object({
  blocks: z.array(
    z.object({
      elements: z.array(z.object({ action_id: z.string().optional(), value: z.string().optional() })).optional(),
    }),
  ),
});

/** The files that a message offers: its buttons know them. */
function offeredIn(message: unknown): Pending | null {
  const elements = (Offer.safeParse(message).data?.blocks ?? []).flatMap((block) => block.elements ?? []);
  const known = elements.find(({ action_id }) => action_id === RECEIPT_NEW)?.value;
  return known ? readPending(known) : null;
}
