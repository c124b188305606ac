import { webApi } from '@slack/bolt';
import { KINDS } from '../../src/app/kinds.ts';
import { createTicker, type Job, type Ticker } from '../../src/app/timetable.ts';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import type { Deps } from '../../src/base/deps.ts';
import { createLog } from '../../src/base/log.ts';
import type { Kinds } from '../../src/outbox/compose.ts';
import { sendDue } from '../../src/outbox/jobs.ts';
import type { Entry } from '../../src/outbox/rules.ts';
import { putEntries } from '../../src/outbox/store.ts';
import type { Playground } from '../../src/simulator/driver.ts';
import { MEMBER, NOW } from '../support/office.ts';

/** Messages that say their subject: null has become pointless, and `!` can't be written. */
export const NOTES: Kinds = {
  ...KINDS,
  note: async ({ subject }) => {
    if (subject === '!') throw new Error('This one can not be written.');
    return subject === null ? null : { text: String(subject) };
  },
  /** With a picture that Slack does not have. */
  picture: async () => ({
    text: 'words',
    blocks: [{ type: 'image', slack_file: { id: 'F0NOWHERE1' }, alt_text: '-' }, { type: 'divider' }],
  }),
  quiet: async (_entry, { now }) =>
    now() < LOUD ? { later: LOUD } : { text: 'good morning', blocks: [{ type: 'divider' }] },
};

/** When it is not quiet any more for who gets a `quiet`. */
export const LOUD = new Date(NOW.getTime() + 60 * 60_000);

/** Only the sending, of the kinds above. */
export const SENDING: readonly Job[] = [
  { name: 'outbox', run: (deps, client, isOver) => sendDue(deps, client, isOver, NOTES) },
];

export function note(key: string, more: Partial<Entry> = {}): Entry {
  return { key, kind: 'note', recipient: MEMBER, subject: key, dueAt: NOW, expiresAt: null, ...more };
}

export const put = (db: Database, ...entries: Entry[]): Promise<void> => putEntries(db, entries, NOW);

/** A process of its own on this file, as far as the outbox goes: it knows nothing of what another one did. */
export async function startSender(
  file: string,
  slack: Playground,
  { now = slack.now, kinds = NOTES }: { now?: () => Date; kinds?: Kinds } = {},
): Promise<Ticker & { db: Database; deps: Deps; client: webApi.WebClient; close(): Promise<void> }> {
  const db = await openDatabase(file);
  const { botToken, apiUrl: slackApiUrl } = slack;
  const deps: Deps = {
    db,
    now,
    log: createLog('fatal', { write: () => undefined }),
    holder: 'test',
    config: {
      timezone: 'Asia/Seoul',
      language: 'ko',
      officeChannel: null,
      slackApiUrl,
      publicUrl: null,
      botToken,
      databaseFile: null,
      receiptsFolder: null,
    },
  };
  const client = new webApi.WebClient(botToken, {
    slackApiUrl,
    logLevel: webApi.LogLevel.ERROR,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 5_000,
  });
  const job: Job = { name: 'outbox', run: (deps, client, isOver) => sendDue(deps, client, isOver, kinds) };
  const ticker = createTicker(deps, client, [job]);
  return {
    ...ticker,
    db,
    deps,
    client,
    close: async () => {
      await ticker.stop();
      await db.destroy();
    },
  };
}

/** What stands in Slack with a key of the outbox, each as often as it stands there. */
export function keysIn(slack: Playground): string[] {
  return [...slack.slack.workspace.channels.values()].flatMap((channel) =>
    [...channel.messages.values()].flatMap(({ metadata }) => {
      const payload = metadata?.event_payload;
      return payload && typeof payload === 'object' && 'key' in payload ? [String(payload.key)] : [];
    }),
  );
}
