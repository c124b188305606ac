import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../base/deps.ts';
import type { Message } from '../slack/privately.ts';
import { type Trouble, troubleOf } from './answer.ts';
import type { Kinds } from './compose.ts';
import { giveUp } from './failed/give-up.ts';
import type { Pace } from './pace.ts';
import { findPosted, metadataOf, type Posted, threadOf } from './posted.ts';
import { afterFailure, CLAIM_MS, type Claimed, isExpired } from './rules.ts';
import { markPointless, markSent, markTrying, postpone } from './store.ts';

/** Who sends: one process, with what it knows of Slack's pace. */
export type Sender = { id: string; pace: Pace; kinds: Kinds; deps: Deps; client: webApi.WebClient };

/** The soonest that "later" means. */
const LATER_MS = 60_000;

/** Never throws: an entry that can't even be noted stays claimed until its claim ends. */
export async function send(entry: Claimed, sender: Sender): Promise<void> {
  try {
    await sendOne(entry, sender);
  } catch (error) {
    sender.deps.log.error(
      { err: error, key: entry.key },
      'What became of a message could not be noted; it is looked for later.',
    );
  }
}

async function sendOne(entry: Claimed, sender: Sender): Promise<void> {
  const { deps, client, id, kinds } = sender;
  const compose = kinds[entry.kind];
  if (!compose) return giveUp(deps, entry, id, { failure: 'unknown_kind', maybe: true });

  if (entry.triedAt) {
    const earlier = await inSlack(sender, entry, () => findPosted(client, entry, entry.triedAt ?? deps.now()));
    if (earlier === 'over') return;
    if (earlier === 'unclear') return giveUp(deps, entry, id, { failure: 'unclear', maybe: true });
    if (earlier) return markSent(deps.db, entry.key, earlier, deps.now());
  }
  if (isExpired(entry, deps.now())) return markPointless(deps.db, entry.key, id, deps.now());

  const message = await inSlack(sender, entry, () => compose(entry, deps, client), 'composing');
  if (message === 'over') return;
  if (message === null) return markPointless(deps.db, entry.key, id, deps.now());
  if ('later' in message) {
    const { attempts, failingSince } = entry;
    const nextAt = new Date(Math.max(message.later.getTime(), deps.now().getTime() + LATER_MS));
    return postpone(deps.db, entry.key, id, { nextAt, mayBeThere: false, attempts, failingSince });
  }

  const at = deps.now();
  const until = new Date(at.getTime() + CLAIM_MS);
  if (!(await markTrying(deps.db, entry.key, id, { at, until }))) return; // its claim ended: someone else has it
  sender.pace.posted(entry.recipient, at);
  const posted = await inSlack(sender, entry, () => post(client, entry, message), 'posting');
  if (posted === 'over') return;
  sender.pace.back();
  await markSent(deps.db, entry.key, posted, deps.now());
}

const Answer = z.object({ channel: z.string(), ts: z.string() });

/** A picture that Slack has lost, or not looked at yet, must not keep the words from people. */
async function post(client: webApi.WebClient, entry: Claimed, { text, blocks = [] }: Message): Promise<Posted> {
  const words = blocks.filter(({ type }) => type !== 'image');
  const thread = threadOf(entry);
  const to = {
    channel: entry.recipient,
    text,
    metadata: metadataOf(entry),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
  const posting = async (these: typeof blocks) =>
    Answer.parse(await client.chat.postMessage(these.length > 0 ? { ...to, blocks: these } : to));
  try {
    return await posting(blocks);
  } catch (error) {
    const refused = error instanceof webApi.WebAPIPlatformError && error.data.error === 'invalid_blocks';
    if (!refused || words.length === blocks.length) throw error;
    return posting(words);
  }
}

/** Does one step of an entry; when that fails, decides what becomes of the entry, and it is over with it for now. */
async function inSlack<Result>(
  sender: Sender,
  entry: Claimed,
  step: () => Promise<Result>,
  which: 'looking' | 'composing' | 'posting' = 'looking',
): Promise<Result | 'over'> {
  try {
    return await step();
  } catch (error) {
    const trouble = troubleOf(error) ?? (which === 'composing' ? 'broken' : { what: 'unknown' as const });
    await settleTrouble(sender, entry, { trouble, which, error });
    return 'over';
  }
}

async function settleTrouble(
  { deps, pace, id }: Sender,
  entry: Claimed,
  {
    trouble,
    which,
    error,
  }: { trouble: Trouble | 'broken'; which: 'looking' | 'composing' | 'posting'; error: unknown },
): Promise<void> {
  const now = deps.now();
  const told = { err: error, key: entry.key, kind: entry.kind };
  // What an earlier attempt left open stays so until it was looked for; what was composed was looked for before.
  const mayBeThere = which === 'looking';
  const { attempts, failingSince } = entry;

  if (trouble === 'broken') {
    deps.log.error(told, 'A message could not be written.');
    const after = afterFailure(entry, 'broken', now);
    if ('failure' in after) return giveUp(deps, entry, id, { failure: after.failure, maybe: mayBeThere });
    return postpone(deps.db, entry.key, id, { ...after, mayBeThere, attempts: attempts + 1 });
  }
  if (trouble.what === 'refused') {
    pace.back();
    // Without a look nobody knows: rather not at all than twice.
    const blind = which === 'looking' && trouble.error === 'missing_scope';
    return giveUp(deps, entry, id, { failure: blind ? 'unclear' : trouble.error, maybe: mayBeThere });
  }
  if (trouble.what === 'limited') {
    pace.back();
    deps.log.info({ key: entry.key, seconds: trouble.seconds }, 'Slack wants a pause.');
    if (which === 'posting') pace.limited(entry.recipient, trouble.seconds, now);
    const nextAt = new Date(now.getTime() + trouble.seconds * 1_000);
    return postpone(deps.db, entry.key, id, { nextAt, mayBeThere, attempts, failingSince });
  }

  deps.log.warn(told, 'Slack is away or in trouble; a message waits.');
  pace.away(now);
  const after = afterFailure(entry, 'away', now);
  const maybe = mayBeThere || (trouble.what === 'unknown' && which === 'posting');
  if ('failure' in after) return giveUp(deps, entry, id, { failure: after.failure, maybe });
  return postpone(deps.db, entry.key, id, { ...after, mayBeThere: maybe, attempts: attempts + 1 });
}
