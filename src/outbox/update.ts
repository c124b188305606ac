import type { webApi } from '@slack/bolt';
import type { Deps } from '../base/deps.ts';
import type { Message } from '../slack/privately.ts';
import { troubleOf } from './answer.ts';
import type { Pace } from './pace.ts';
import { metadataOf } from './posted.ts';
import { CLAIM_MS, pauseAfter } from './rules.ts';
import { claimUpdate, postponeUpdate, putUpdate, settleUpdate, type Update } from './update/store.ts';

export { putUpdate } from './update/store.ts';

/** How many one tick sends at most. */
const MOST = 20;

/**
 * Lets a message that was sent, or waits to be, say something else from now on: at once if Slack can be reached, else as soon as
 * it can. What has to survive a kill is put with `putUpdate` in the transaction that decides it, and sent by this or by a tick.
 */
export async function updateSent(deps: Deps, client: webApi.WebClient, key: string, message: Message): Promise<void> {
  await putUpdate(deps.db, key, message, deps.now());
  await sendUpdate(deps, client, key);
}

/** Tries now what was put for one message; otherwise the next tick does. */
export async function sendUpdate(deps: Deps, client: webApi.WebClient, key: string): Promise<void> {
  const update = await claim(deps, key);
  if (update) await send(deps, client, update);
}

/** Brings the messages up to date that are not yet: part of every tick. */
export async function sendUpdates(deps: Deps, client: webApi.WebClient, pace: Pace): Promise<void> {
  for (let left = Math.min(MOST, pace.roomToUpdate(deps.now())); left > 0; left--) {
    const update = await claim(deps);
    if (!update) return;
    pace.updated(deps.now());
    if (!(await send(deps, client, update))) return;
  }
}

function claim(deps: Deps, key?: string): Promise<Update | null> {
  const now = deps.now();
  return claimUpdate(deps.db, { now, until: new Date(now.getTime() + CLAIM_MS), key });
}

/** False when Slack wants no more for now. */
async function send(
  deps: Deps,
  client: webApi.WebClient,
  { key, message, at, revision, attempts }: Update,
): Promise<boolean> {
  try {
    const { text, blocks = [] } = message; // what is left out would stay as it was
    await client.chat.update({ ...at, text, blocks, metadata: metadataOf({ key }) });
  } catch (error) {
    const trouble = troubleOf(error) ?? { what: 'unknown' as const };
    if (trouble.what !== 'refused') {
      const ms = trouble.what === 'limited' ? trouble.seconds * 1_000 : pauseAfter(attempts + 1);
      await postponeUpdate(deps.db, key, attempts + 1, new Date(deps.now().getTime() + ms));
      return false;
    }
    // The message is gone, or too old to be changed: nothing can be done, and nobody misses it.
    deps.log.warn({ err: error, key }, 'A message could not be brought up to date.');
  }
  await settleUpdate(deps.db, key, revision, deps.now());
  return true;
}
