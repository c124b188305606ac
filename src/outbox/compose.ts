import type { webApi } from '@slack/bolt';
import type { Deps } from '../base/deps.ts';
import type { Message } from '../slack/privately.ts';
import type { Entry } from './rules.ts';

/**
 * Writes a message when its time has come, from what is true then. Null: it has become pointless (the thing is done, the person
 * is gone or turned it off) and is not sent. `later`: not now, as it is quiet for who gets it; it is due again then.
 */
export type Compose = (
  entry: Pick<Entry, 'key' | 'recipient' | 'subject' | 'dueAt'>,
  deps: Deps,
  client: webApi.WebClient,
) => Promise<Message | { later: Date } | null>;

export type Kinds = Readonly<Record<string, Compose>>;
