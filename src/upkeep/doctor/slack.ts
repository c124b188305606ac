import { readFileSync } from 'node:fs';
import path from 'node:path';
import { webApi as api, type webApi } from '@slack/bolt';
import { parse } from 'yaml';
import { z } from 'zod';
import { isJoined } from '../../slack/channel.ts';
import { AnswersHealth } from '../../slack/health.ts';
import type { Text } from '../../text/index.ts';
import type { Fault } from '../../vocabulary/upkeep.ts';
import { appOf, fine, judgeClock, judgeScopes, type Line, unseen, wrong } from './rules.ts';
import { shapes } from './shapes.ts';

/** How the app is reached: `here` where the question itself came that way. */
export type Way = { mode: 'socket'; appToken: string } | { mode: 'http'; publicUrl: string | null } | { mode: 'here' };

export type SlackOf = { apiUrl: string | null; botToken: string; way: Way; channel: string | null };

const PATIENCE_MS = 5_000;
const MANIFEST = path.join(import.meta.dirname, '../../../manifest.yml');
const Scopes = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** What Slack says of the tokens, the scopes, the connection, the time, the channel and what we send. Nothing is posted. */
export async function askSlack({ apiUrl, botToken, way, channel }: SlackOf, now: Date, text: Text): Promise<Line[]> {
  let dated: Date | null = null;
  const client = clientOf(botToken, apiUrl, (response) => {
    const date = new Date(response.headers.get('date') ?? '');
    if (Number.isFinite(date.getTime())) dated ??= date;
  });
  try {
    const said = await client.auth.test();
    const wanted = Scopes.parse(parse(readFileSync(MANIFEST, 'utf8'))).oauth_config.scopes.bot;
    const clock = judgeClock(now, dated);
    return [
      fine('token', [said.team, said.user].filter(Boolean).join(' · ')),
      judgeScopes(wanted, said.response_metadata?.scopes ?? null),
      await judgeWay(way, apiUrl, () => appBehind(client, said.bot_id)),
      clock,
      await judgeChannel(channel, client),
      await judgeShapes(client, text),
    ];
  } catch (error) {
    const refused = error instanceof api.WebAPIPlatformError;
    const fault: Fault = refused ? 'token_refused' : 'slack_unreachable';
    return [
      wrong('token', fault, refused ? error.data.error : causeOf(error)),
      ...(['scopes', 'clock', 'channel', 'shapes'] as const).map((check) => unseen(check, 'needs_slack')),
      refused ? await judgeWay(way, apiUrl, async () => null) : unseen('connection', 'needs_slack'),
    ];
  }
}

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
  const { cause } = error instanceof Error ? error : {};
  const deepest = cause instanceof Error ? causeOf(cause) : null;
  if (deepest) return deepest;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'error';
}
