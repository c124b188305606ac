import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Config, SlackMode } from '../base/config.ts';
import { shownAddress } from '../base/db/address.ts';
import { isAnswering } from '../base/db/answering.ts';
import { atOnce, type Database } from '../base/db/database.ts';
import type { Deps } from '../base/deps.ts';
import { endHolder, isGone, newHolder } from '../base/holder.ts';
import type { Log } from '../base/log.ts';
import { greetingTo } from '../desk/setup/compose.ts';
import { countFarTooLate, putEntries } from '../outbox/store.ts';
import { fetchProfile } from '../people/access.ts';
import { findAdministrators, putPerson, wasEverListed } from '../people/store.ts';
import { calendarFeed } from '../slack/calendar-feed.ts';
import { asking, type Health, listen } from '../slack/health.ts';
import { createHttpReceiver, type HttpReceiver } from '../slack/http-receiver.ts';
import { createSocketReceiver } from '../slack/socket-receiver.ts';
import { resumeReceipts } from '../spending/receipt/jobs.ts';
import { LEASE_MS } from '../spending/receipt/rules.ts';
import { receiptsFolder } from '../spending/receipt/shelf.ts';
import { textFor } from '../text/index.ts';
import { calendarFor } from '../visit/calendar.ts';
import { createApp, type Identity } from './app.ts';
import { keepTicking } from './beat.ts';
import { giveUpLease, holdLease } from './lease/store.ts';
import { createTicker, type Job, TIMETABLE, type Ticker } from './timetable.ts';
import { createUnderWay, type UnderWay } from './under-way.ts';
import { createUpkeep } from './upkeep.ts';

export type RealMode = Exclude<SlackMode, { mode: 'playground' }>;

export type Running = {
  port: number;
  health(): Promise<Health>;
  /** Does what is due now; 'again' when more is due that has to wait a second for Slack's pace. */
  tick(): Promise<'again' | undefined>;
  /** What it is working on at this moment: what Slack sent, and what is done on time. */
  underWay: Pick<UnderWay, 'count' | 'idle'>;
  /** Takes no more work and ends what runs; false where that took too long. */
  stop(): Promise<boolean>;
};

type Start = {
  config: Config;
  slack: RealMode;
  db: Database;
  now: () => Date;
  log: Log;
  version: string;
  /** False where something else answers for the app's health: the playground's own server. */
  serve?: boolean;
  /** True where the timetable runs by itself; otherwise someone calls `tick`. */
  ticking?: boolean;
  timetable?: readonly Job[];
};

/** How long running work may go on once the app is told to stop. */
const LAST_CALL_MS = 10_000;

/** Between two tries to reach Slack at the start. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** How long a question about the app's health may take Slack. */
const ASKING_MS = 3_000;

/** How long Slack may take for a message that nobody waits for. */
const SENDING_MS = 10_000;

/** Connects the app to Slack. Throws what Slack says of a token that it does not accept. */
export async function start({
  config,
  slack,
  db,
  now,
  log,
  version,
  serve = true,
  ticking = false,
  timetable = TIMETABLE,
}: Start): Promise<Running> {
  const { timezone, language, officeChannel, slackApiUrl, publicUrl } = config;
  const deps: Deps = {
    db,
    now,
    log,
    holder: newHolder(),
    config: {
      timezone,
      language,
      officeChannel,
      slackApiUrl,
      publicUrl,
      botToken: slack.botToken,
      databaseFile: config.databaseUrl === null ? config.databaseFile : null,
      receiptsFolder: config.databaseUrl === null ? receiptsFolder(config.databaseFile) : null,
    },
  };
  const reached = { ...(slackApiUrl ? { slackApiUrl } : {}), logLevel: webApi.LogLevel.ERROR };
  const client = new webApi.WebClient(slack.botToken, reached);
  const asker = new webApi.WebClient(slack.botToken, {
    ...reached,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: ASKING_MS,
  });
  const sender = new webApi.WebClient(slack.botToken, {
    ...reached,
    retryConfig: { retries: 0 }, // the outbox tries again, and looks first
    rejectRateLimitedCalls: true,
    timeout: SENDING_MS,
  });

  const socket = slack.mode === 'socket' ? createSocketReceiver({ appToken: slack.appToken, slackApiUrl, log }) : null;
  const http =
    slack.mode === 'http'
      ? createHttpReceiver({ signingSecret: slack.signingSecret, starting: textFor(language).trouble.starting, log })
      : null;
  const receiver = socket ?? http;
  if (!receiver) throw new Error('There is no way to reach Slack.');

  // Whoever watches the app hears that Slack is away, also while it starts.
  const accepted = asking(async () => (await asker.auth.test()).ok === true);
  const upkeep = createUpkeep(
    deps,
    sender,
    config.databaseUrl ? shownAddress(config.databaseUrl) : config.databaseFile,
  );
  let ready = false;
  const health = async (): Promise<Health> => {
    const slack = socket ? socket.connected() : await accepted();
    const answering = await isAnswering(db);
    const trouble = await upkeep.trouble();
    const late = answering && (await countFarTooLate(db, now())) > 0;
    const reason = trouble ?? (ready ? (late ? 'messages_waiting' : null) : 'starting');
    const refused = http?.refused() ?? 0;
    return {
      ok: slack && answering && reason === null,
      slack: slack ? 'connected' : 'disconnected',
      database: answering && !trouble ? 'ok' : 'unavailable',
      version,
      ...(reason ? { reason } : {}),
      ...(refused > 0 ? { refused } : {}),
    };
  };
  const underWay = createUnderWay();
  const calendar = (key: string) => underWay.add(calendarFor(key, language, deps));
  const answer: HttpReceiver['answer'] = (request, response) => {
    void underWay.add(new Promise<void>((resolve) => response.once('close', resolve)));
    http?.answer(request, response);
  };
  const server = serve ? await listen(config, health, calendarFeed(calendar, log), http ? answer : undefined) : null;
  const identity = await identify(asker, log).catch((error) => {
    server?.close();
    throw error;
  });
  await addFirstAdministrators(config.adminUserIds, client, deps);

  await resumeReceipts(deps, new Date(Date.now() - LEASE_MS));
  const app = createApp(receiver, identity, deps);
  const ticker = createTicker(deps, sender, timetable);
  const acting = (work: Ticker['tick']) => underWay.add(whileActing(deps, work));
  const tick = () => underWay.add(upkeep.look().then(() => acting(ticker.tick)));
  const send = () => acting(ticker.send);
  const beat = ticking ? keepTicking({ tick, send }) : null;
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => underWay.add(processEvent(event).finally(() => beat?.nudge()));
  await app.start();
  ready = true;

  return {
    port: portOf(server),
    health,
    tick,
    underWay,
    async stop() {
      if (server) server.close();
      beat?.stop();
      await receiver.stop();
      const ended = Promise.all([underWay.idle(), ticker.stop()]).then(() => true);
      const isDone = await Promise.race([ended, setTimeout(LAST_CALL_MS, false, { ref: false })]);
      server?.closeAllConnections();
      await giveUpLease(db, deps.holder).catch((error) => log.warn({ err: error }, 'The lease ends by itself.'));
      endHolder(deps.holder);
      return isDone;
    },
  };
}

/** Of several apps on one register, one acts on time; the others only answer. */
async function whileActing({ db, holder, now, log }: Deps, work: Ticker['tick']): Promise<'again' | undefined> {
  try {
    if (!(await holdLease(db, { holder, now: now(), isGone }))) return undefined;
  } catch (error) {
    log.error({ err: error }, 'Whether this app is to act on time could not be found out.');
    return undefined;
  }
  return work();
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
      await setTimeout(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
    }
  }
}

/**
 * The administrators that the settings name are so from the first start; later changes are made in Slack and stay, unless nobody is
 * left who could make any: the last one stays on the list also when Slack has deactivated the account.
 */
async function addFirstAdministrators(ids: readonly string[], client: webApi.WebClient, deps: Deps): Promise<void> {
  const [one, ...others] = await findAdministrators(deps.db);
  const only = one && others.length === 0 && !ids.every((id) => id === one.userId) ? one.userId : null;
  const gone = only !== null && (await fetchProfile(client, only).catch(() => null))?.active === false;
  const nobody = !one || gone;
  for (const userId of ids) {
    if (!nobody && (await wasEverListed(deps.db, userId))) continue;
    const profile = await fetchProfile(client, userId).catch((error) => {
      deps.log.warn({ err: error, user: userId }, 'Slack knows no such administrator; the id stands as the name.');
      return { name: userId, language: null };
    });
    const person = { userId, name: profile.name, role: 'administrator' as const, language: profile.language };
    await atOnce(deps.db, async (db) => {
      await putPerson(db, person, { actor: 'settings', at: deps.now() });
      await putEntries(db, [greetingTo(userId, deps.now())], deps.now());
    });
  }
}

function portOf(server: Server | null): number {
  const address = server?.address();
  return address && typeof address === 'object' ? address.port : 0;
}
