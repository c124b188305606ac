import { webApi as api, type types, type webApi } from '@slack/bolt';
import type { Text } from '../text/index.ts';
import { sentence, type View } from './blocks.ts';
import type { Message } from './privately.ts';
import { type OpenView, showView } from './urgent-call.ts';

/** What someone did that may open a form, and where they can be answered. */
export type Click = { client: webApi.WebClient; triggerId: string; responseUrl: string | undefined };

/** What is done with a form once it is open, such as drawing what takes longer than a trigger lives. */
export type WhenOpen = (view: OpenView) => Promise<void>;

/** Slack's words for a trigger that came too late, as opposed to one that was used (the same click, delivered twice). */
const TOO_LATE = new Set(['expired_trigger_id', 'trigger_expired']);
const USED = new Set(['exchanged_trigger_id', 'trigger_exchanged']);

/** Opens a form; false when that comes too late, so that the caller can offer it again. */
export async function openForm(
  client: webApi.WebClient,
  triggerId: string,
  view: View,
  whenOpen?: WhenOpen,
): Promise<boolean> {
  try {
    const open = await showView(client, 'views.open', { trigger_id: triggerId, view });
    if (open) await whenOpen?.(open);
    return true;
  } catch (error) {
    // Asked twice, Slack gave no answer in time, or none that says anything: the button may find it well again.
    const unanswered = error instanceof api.WebAPIRequestError || error instanceof api.WebAPIHTTPError;
    if (unanswered || error instanceof api.WebAPIRateLimitedError) return false;
    const said = error instanceof api.WebAPIPlatformError ? error.data.error : '';
    if (USED.has(said)) return true;
    if (TOO_LATE.has(said)) return false;
    throw error;
  }
}

/** Opens a form; when the click was too long ago, says so beside the button that opens it. Null when there is nothing to say. */
export async function openOrOffer(
  click: Click,
  view: View,
  again: types.Button,
  text: Text,
  whenOpen?: WhenOpen,
): Promise<Message | null> {
  if (await openForm(click.client, click.triggerId, view, whenOpen)) return null;
  const words = text.access.tooLate;
  return { text: words, blocks: [sentence(words), { type: 'actions', elements: [again] }] };
}
