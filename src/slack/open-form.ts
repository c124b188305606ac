import { webApi as api, type webApi } from '@slack/bolt';
import type { View } from './blocks.ts';

/** Slack's words for a trigger that came too late, as opposed to one that was used (the same click, delivered twice). */
const TOO_LATE = new Set(['expired_trigger_id', 'trigger_expired']);
const USED = new Set(['exchanged_trigger_id', 'trigger_exchanged']);

/** Opens a form; false when the click was too long ago, so that the caller can offer it again. */
export async function openForm(client: webApi.WebClient, triggerId: string, view: View): Promise<boolean> {
  try {
    await client.views.open({ trigger_id: triggerId, view });
    return true;
  } catch (error) {
    const said = error instanceof api.WebAPIPlatformError ? error.data.error : '';
    if (USED.has(said)) return true;
    if (TOO_LATE.has(said)) return false;
    throw error;
  }
}
