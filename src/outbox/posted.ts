import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type Claimed, isPerson } from './rules.ts';

/** In a message's metadata, where people don't see it. Slack takes letters, digits and underscores. */
export const EVENT_TYPE = 'biseo';

export const metadataOf = ({ key }: { key: string }) => ({ event_type: EVENT_TYPE, event_payload: { key } });

/** Where a message stands. */
export type Posted = { channel: string; ts: string };

/** Slack's clock may differ from ours by that much. */
const MARGIN_MS = 10 * 60_000;
const PAGE = 200;
/** Four thousand messages: a day of the busiest channel. */
const MOST_PAGES = 20;

const Threaded = z.object({ thread: z.string() });

/** The message in whose thread an entry is posted, where its subject names one. */
export const threadOf = ({ subject }: Pick<Claimed, 'subject'>): string | undefined =>
  Threaded.safeParse(subject).data?.thread;

const Opened = z.object({ channel: z.object({ id: z.string() }) });
const History = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/**
 * Looks for an entry that was posted without our hearing what became of it, by its key in the metadata of the conversation's
 * messages since then. Null: it is not there. 'unclear': there is too much to look through.
 */
export async function findPosted(
  client: webApi.WebClient,
  { key, recipient, subject }: Pick<Claimed, 'key' | 'recipient' | 'subject'>,
  since: Date,
): Promise<Posted | null | 'unclear'> {
  const channel = isPerson(recipient)
    ? Opened.parse(await client.conversations.open({ users: recipient })).channel.id
    : recipient;
  const oldest = String((since.getTime() - MARGIN_MS) / 1_000);
  const thread = threadOf({ subject });
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const wanted = { channel, oldest, limit: PAGE, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    const { messages, response_metadata } = History.parse(
      thread === undefined
        ? await client.conversations.history(wanted)
        : await client.conversations.replies({ ...wanted, ts: thread }),
    );
    const found = messages.find(
      ({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload.key === key,
    );
    if (found) return { channel, ts: found.ts };
    cursor = response_metadata?.next_cursor;
    if (!cursor) return null;
  }
  return 'unclear';
}
