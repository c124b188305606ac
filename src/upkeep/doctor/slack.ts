import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { webApi as api, type webApi } from '@slack/bolt';
import { z } from 'zod';
import { isJoined } from '../../slack/channel.ts';
import { AnswersHealth } from '../../slack/health.ts';
import type { Text } from '../../text/index.ts';
import type { Fault } from '../../vocabulary/upkeep.ts';
import { appOf, fine, judgeClock, judgeScopes, type Line, unseen, wrong } from './rules.ts';
import { shapes } from './shapes.ts';

/** How the app is reached: `here` where the question itself came that way. */
export type Way = { mode: 'socket'; appToken: string } | { mode: 'http'; publicUrl: string | null } | { mode: 'here' };

export type SlackOf = {
  apiUrl: string | null;
  /** What everything goes out through, with its password. */
  proxy: string | null;
  botToken: string;
  way: Way;
  channel: string | null;
  /** Some of whom the workspace has to have. */
  people: readonly string[];
};

const PATIENCE_MS = 5_000;
const MANIFEST = path.join(import.meta.dirname, '../../../manifest.yml');
const Scopes = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

async function scopesWanted(): Promise<string[]> {
  const { parse } = await import('yaml'); // only a check-up reads it
  return Scopes.parse(parse(readFileSync(MANIFEST, 'utf8'))).oauth_config.scopes.bot;
}

/** What Slack says of the tokens, the scopes, the connection, the time, the channel and what we send. Nothing is posted. */
export async function askSlack(slack: SlackOf, now: Date, text: Text): Promise<Line[]> {
  const { apiUrl, botToken, way, channel, people } = slack;
  let dated: Date | null = null;
  const client = clientOf(botToken, apiUrl, (response) => {
    const date = new Date(response.headers.get('date') ?? '');
    if (Number.isFinite(date.getTime())) dated ??= date;
  });
  try {
    const said = await client.auth.test();
    const wanted = await scopesWanted();
    const clock = judgeClock(now, dated);
    return [
      (await isAmong(people, client))
        ? fine('token', [said.team, said.user].filter(Boolean).join(' · '))
        : wrong('token', 'token_elsewhere', said.team ?? said.team_id ?? ''),
      judgeScopes(wanted, said.response_metadata?.scopes ?? null),
      await judgeWay(way, apiUrl, () => appBehind(client, said.bot_id)),
      clock,
      await judgeChannel(channel, client),
      await judgeShapes(client, text),
    ];
  } catch (error) {
    const refused = error instanceof api.WebAPIPlatformError;
    return [
      refused ? wrong('token', 'token_refused', error.data.error) : await judgeNetwork(slack, error),
      ...(['scopes', 'clock', 'channel', 'shapes'] as const).map((check) => unseen(check, 'needs_slack')),
      refused ? await judgeWay(way, apiUrl, async () => null) : unseen('connection', 'needs_slack'),
    ];
  }
}

/** Why nothing came back: where there is a proxy, it may be the proxy that is not there, or that lets nobody through. */
async function judgeNetwork({ proxy }: SlackOf, error: unknown): Promise<Line> {
  const said = PROXY_SAID.exec(deepestOf(error).message)?.[1];
  if (said) return wrong('token', 'proxy_refused', said);
  if (!proxy) return wrong('token', 'slack_unreachable', causeOf(error));
  const { host } = new URL(proxy);
  const silence = await knock(proxy);
  return silence
    ? wrong('token', 'proxy_unreachable', `${host}, ${silence}`)
    : wrong('token', 'slack_unreachable', causeOf(error));
}

/** undici's words for a proxy that answers CONNECT with anything but 200. */
const PROXY_SAID = /^Proxy response \((\d{3})\)/;

/** Whether somebody takes the call there; why not, otherwise. */
async function knock(address: string): Promise<string | null> {
  const { protocol, hostname, port } = new URL(address);
  const socket = connect({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  try {
    await once(socket, 'connect');
    return null;
  } catch (error) {
    return causeOf(error);
  } finally {
    socket.destroy();
  }
}

/** False only where Slack says of each that there is no such account. */
async function isAmong(people: readonly string[], client: webApi.WebClient): Promise<boolean> {
  const known = await Promise.all(
    people.slice(0, MOST_ASKED).map((user) =>
      client.users.info({ user }).then(
        () => true,
        (error) => !(error instanceof api.WebAPIPlatformError && UNKNOWN.includes(error.data.error)),
      ),
    ),
  );
  return known.length === 0 || known.includes(true);
}

const MOST_ASKED = 5;
const UNKNOWN = ['user_not_found', 'user_not_visible'];

const clientOf = (token: string, apiUrl: string | null, look: (response: Response) => void): webApi.WebClient =>
  new api.WebClient(token, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logLevel: api.LogLevel.ERROR,
    logger: SILENT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: PATIENCE_MS,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      look(response);
      return response;
    },
  });

/** What the client would say of its own; the check-up says it in words. */
const SILENT: NonNullable<webApi.WebClientOptions['logger']> = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => api.LogLevel.ERROR,
  setName: () => {},
};

/** The app whose bot this is; null where Slack does not say. */
async function appBehind(client: webApi.WebClient, bot: string | undefined): Promise<string | null> {
  const said = bot ? await client.bots.info({ bot }).catch(() => null) : null;
  return said?.bot?.app_id ?? null;
}

async function judgeWay(way: Way, apiUrl: string | null, whose: () => Promise<string | null>): Promise<Line> {
  if (way.mode === 'here') return fine('connection');
  if (way.mode === 'http') return judgeAddress(way.publicUrl);
  const client = clientOf(way.appToken, apiUrl, () => undefined);
  try {
    // It only asks for an address: a connection would be given commands that the running app has to answer.
    const { url = '' } = await client.apps.connections.open();
    const [mine, its] = [appOf(way.appToken), await whose()];
    if (mine && its && mine !== its) return wrong('connection', 'app_token_other');
    const host = new URL(url);
    await fetch(`${host.protocol === 'wss:' ? 'https' : 'http'}://${host.host}/`, within());
    return fine('connection', host.host);
  } catch (error) {
    if (!(error instanceof api.WebAPIPlatformError)) return wrong('connection', 'socket_unreachable', causeOf(error));
    const said = error.data.error;
    return wrong('connection', SOCKET_FAULTS[said] ?? 'socket_mode_off', said);
  }
}

/** What Slack says of an app-level token; whatever else it says, it is that Socket Mode is off. */
const SOCKET_FAULTS: Record<string, Fault> = {
  invalid_auth: 'app_token_refused',
  not_authed: 'app_token_refused',
  token_revoked: 'app_token_refused',
  account_inactive: 'app_token_refused',
  not_allowed_token_type: 'app_token_refused',
  missing_scope: 'app_token_scope',
  no_permission: 'app_token_scope',
};

const within = () => ({ signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' as const });

async function judgeAddress(publicUrl: string | null): Promise<Line> {
  if (!publicUrl) return wrong('connection', 'no_public_url');
  try {
    const response = await fetch(`${publicUrl}/healthz`, within());
    const said = AnswersHealth.safeParse(await response.json().catch(() => null));
    return said.success ? fine('connection', publicUrl) : wrong('connection', 'address_other', publicUrl);
  } catch (error) {
    return wrong('connection', 'address_silent', `${publicUrl} (${causeOf(error)})`);
  }
}

async function judgeChannel(channel: string | null, client: webApi.WebClient): Promise<Line> {
  if (!channel) return wrong('channel', 'no_channel');
  try {
    const joined = await isJoined(channel, client);
    return joined ? fine('channel', channel) : wrong('channel', 'channel_not_joined', channel);
  } catch (error) {
    const said = error instanceof api.WebAPIPlatformError ? error.data.error : causeOf(error);
    return unseen('channel', 'needs_slack', said);
  }
}

/** Whether Slack takes our forms and messages as they are now drawn. */
async function judgeShapes(client: webApi.WebClient, text: Text): Promise<Line> {
  const refused: string[] = [];
  const all = shapes(text);
  for (const { name, ...shape } of all) {
    try {
      await client.blocks.validate(shape);
    } catch (error) {
      const said = error instanceof api.WebAPIPlatformError ? error.data.error : '';
      if (!said.startsWith('invalid_') || said === 'invalid_auth') return unseen('shapes', 'not_offered');
      refused.push(name);
    }
  }
  return refused.length > 0
    ? wrong('shapes', 'shapes_refused', refused.join(', '))
    : fine('shapes', String(all.length));
}

/** What the network said, without addresses that may hold a password. */
export function causeOf(error: unknown): string {
  const deepest = deepestOf(error);
  return 'code' in deepest && typeof deepest.code === 'string' ? deepest.code : deepest.name;
}

function deepestOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('error');
  return error.cause instanceof Error ? deepestOf(error.cause) : error;
}
