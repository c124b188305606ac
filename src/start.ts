import type { Server } from 'node:http';
import { webApi } from '@slack/bolt';
import { createApp, type Identity } from './app.ts';
import type { Config, SlackMode } from './config.ts';
import type { Database } from './db/database.ts';
import type { Deps } from './deps.ts';
import type { Log } from './log.ts';
import { fetchProfile } from './person/access.ts';
import { findAdministrators, putPerson, wasEverListed } from './person/store.ts';
import { calendarFeed, calendarPath } from './slack/calendar-feed.ts';
import { asking, type Health, listen } from './slack/health.ts';
import { createHttpReceiver } from './slack/http-receiver.ts';
import { createSocketReceiver } from './slack/socket-receiver.ts';
import { textFor } from './text/index.ts';
import { officeCalendar } from './visit/calendar.ts';

export type RealMode = Exclude<SlackMode, { mode: 'playground' }>;

export type Running = { port: number; health(): Promise<Health>; stop(): Promise<void> };

type Start = {
  config: Config;
  slack: RealMode;
  db: Database;
  now: () => Date;
  log: Log;
  version: string;
  /** False where something else answers for the app's health: the playground's own server. */
  serve?: boolean;
};

/** How long running work may go on once the app is told to stop. */
const LAST_CALL_MS = 10_000;

/** Between two tries to reach Slack at the start. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** How long a question about the app's health may take Slack. */
const ASKING_MS = 3_000;

/** Connects the app to Slack. Throws what Slack says of a token that it does not accept. */
export async function start({ config, slack, db, now, log, version, serve = true }: Start): Promise<Running> {
  const { timezone, language, officeChannel, slackApiUrl, publicUrl } = config;
  const calendarUrl = publicUrl && `${publicUrl}${calendarPath(slack.botToken)}`;
  const deps: Deps = {
    db,
    now,
    log,
    config: { timezone, language, officeChannel, slackApiUrl, calendarUrl, botToken: slack.botToken },
  };
  const client = new webApi.WebClient(slack.botToken, {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    logLevel: webApi.LogLevel.ERROR,
  });
  const asker = new webApi.WebClient(slack.botToken, {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    logLevel: webApi.LogLevel.ERROR,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: ASKING_MS,
  });

  const socket = slack.mode === 'socket' ? createSocketReceiver({ appToken: slack.appToken, slackApiUrl, log }) : null;
  const http = slack.mode === 'http' ? createHttpReceiver({ signingSecret: slack.signingSecret, log }) : null;
  const receiver = socket ?? http;
  if (!receiver) throw new Error('There is no way to reach Slack.');

  // Whoever watches the app hears that Slack is away, also while it starts.
  const accepted = asking(async () => (await asker.auth.test()).ok === true);
  const health = async (): Promise<Health> => ({
    slack: socket ? socket.connected() : await accepted(),
    database: await isAnswering(db),
    version,
  });
  const calendar = () => officeCalendar(textFor(language), deps);
  const server = serve ? await listen(config, health, calendarFeed(slack.botToken, calendar, log), http?.answer) : null;
  const identity = await identify(asker, log).catch((error) => {
    server?.close();
    throw error;
  });
  await addFirstAdministrators(config.adminUserIds, client, deps);

  const app = createApp(receiver, identity, deps);
  const running = new Set<Promise<void>>();
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const work = processEvent(event).finally(() => running.delete(work));
    running.add(work);
    return work;
  };
  await app.start();

  return {
    port: portOf(server),
    health,
    async stop() {
      if (server) server.close();
      await receiver.stop();
      await Promise.race([allDone(running), new Promise((resolve) => setTimeout(resolve, LAST_CALL_MS).unref())]);
      server?.closeAllConnections();
    },
  };
}

/** Asks until Slack can be reached, and says so; throws only what Slack itself says of the token. */
async function identify(client: webApi.WebClient, log: Log): Promise<Identity> {
  for (let failures = 0; ; failures++) {
    try {
      const said = await client.auth.test();
      return { botId: said.bot_id ?? '', botUserId: said.user_id ?? '', teamId: said.team_id ?? '' };
    } catch (error) {
      if (error instanceof webApi.WebAPIPlatformError) throw error;
      log.warn({ err: error }, 'Slack can not be reached; trying again.');
      await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)));
    }
  }
}

/**
 * The administrators that the settings name are so from the first start; later changes are made in Slack and stay, unless nobody is
 * left who could make any.
 */
async function addFirstAdministrators(ids: readonly string[], client: webApi.WebClient, deps: Deps): Promise<void> {
  const nobody = (await findAdministrators(deps.db)).length === 0;
  for (const userId of ids) {
    if (!nobody && (await wasEverListed(deps.db, userId))) continue;
    const profile = await fetchProfile(client, userId).catch((error) => {
      deps.log.warn({ err: error, user: userId }, 'Slack knows no such administrator; the id stands as the name.');
      return { name: userId, language: null };
    });
    const person = { userId, name: profile.name, role: 'administrator' as const, language: profile.language };
    await putPerson(deps.db, person, { actor: 'settings', at: deps.now() });
  }
}

async function isAnswering(db: Database): Promise<boolean> {
  try {
    await db.selectFrom('person').select('user_id').limit(1).execute();
    return true;
  } catch {
    return false;
  }
}

async function allDone(running: ReadonlySet<Promise<void>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running);
}

function portOf(server: Server | null): number {
  const address = server?.address();
  return address && typeof address === 'object' ? address.port : 0;
}
