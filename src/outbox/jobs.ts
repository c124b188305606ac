import { randomUUID } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Deps } from '../base/deps.ts';
import type { Kinds } from './compose.ts';
import { createPace, type Pace, PER_CHANNEL_MS } from './pace.ts';
import { CLAIM_MS } from './rules.ts';
import { type Sender, send } from './send.ts';
import { claimDue, findLatelyTried, isAnythingDue } from './store.ts';
import { sendUpdates } from './update.ts';

/** How many messages may be under way at once. */
const LANES = 4;
/** How many one tick sends at most, so that other jobs get their turn. */
const MOST = 40;

const paces = new WeakMap<webApi.WebClient, { id: string; pace: Pace }>();

/** Who takes over from another process goes on at the pace that the register shows it sent at. */
async function senderOf(deps: Deps, client: webApi.WebClient, kinds: Kinds): Promise<Sender> {
  const known = paces.get(client);
  if (known) return { ...known, kinds, deps, client };
  const begun = { id: randomUUID(), pace: createPace() };
  const since = new Date(deps.now().getTime() - PER_CHANNEL_MS);
  for (const { recipient, at } of await findLatelyTried(deps.db, since)) begun.pace.posted(recipient, at);
  paces.set(client, begun);
  return { ...begun, kinds, deps, client };
}

/**
 * Sends what is due, oldest first, a few at a time and no faster than Slack wants. 'again': more is due that has to wait for its
 * channel's turn. `kinds`: who writes which kind of message.
 */
export async function sendDue(
  deps: Deps,
  client: webApi.WebClient,
  isOver: () => boolean,
  kinds: Kinds,
): Promise<'again' | undefined> {
  const sender = await senderOf(deps, client, kinds);
  const { id, pace } = sender;
  for (let left = MOST; left > 0 && !isOver(); ) {
    const now = deps.now();
    const most = Math.min(LANES, left, pace.room(now));
    const until = new Date(now.getTime() + CLAIM_MS);
    const claimed = most > 0 ? await claimDue(deps.db, { by: id, now, until, most, not: pace.resting(now) }) : [];
    if (claimed.length === 0) break;
    left -= claimed.length;
    await Promise.all(claimed.map((entry) => send(entry, sender)));
  }
  if (!isOver()) await sendUpdates(deps, client, pace);
  const now = deps.now();
  return !pace.isAway(now) && (await isAnythingDue(deps.db, now)) ? 'again' : undefined;
}
