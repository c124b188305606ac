import { z } from 'zod';
import type { Language } from '../vocabulary/language.ts';
import type { Network } from './network.ts';

/** How the app reaches Slack: its own playground, a socket that it opens, or signed requests that it receives. */
export type SlackMode =
  | { mode: 'playground' }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string };

export type Config = {
  slack: SlackMode;
  slackApiUrl: string | null;
  /** Where PORT is reached from outside, without a slash at its end. */
  publicUrl: string | null;
  host: string;
  port: number;
  databaseFile: string;
  /** The address of a PostgreSQL database, which is used instead of a file. */
  databaseUrl: string | null;
  timezone: string;
  language: Language;
  officeChannel: string | null;
  adminUserIds: string[];
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  network: Network;
};

/** Blank lines of a copied .env.example mean "not set"; spaces and line ends around a pasted value are no part of it. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() || undefined : value), schema.optional());

const PROXY = optional(z.url({ protocol: /^https?$/, error: 'must be an address like http://proxy:8080' }));

const Environment = z.object({
  SLACK_BOT_TOKEN: optional(
    z
      .string()
      .regex(
        /^xoxb-\S+$/,
        'must start with xoxb- (Bot User OAuth Token of "OAuth & Permissions"; xapp- belongs into SLACK_APP_TOKEN)',
      ),
  ),
  SLACK_APP_TOKEN: optional(
    z
      .string()
      .regex(
        /^xapp-\S+$/,
        'must start with xapp- (App-Level Token of "Basic Information"; xoxb- belongs into SLACK_BOT_TOKEN)',
      ),
  ),
  SLACK_SIGNING_SECRET: optional(z.string().regex(/^\S{8,}$/, 'must be the signing secret of "Basic Information"')),
  SLACK_API_URL: optional(z.url({ protocol: /^https?$/, error: 'must be a URL' })),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must be a URL' })),
  PORT: optional(
    z.coerce.number('must be a port').int('must be a port').min(0, 'must be a port').max(65535, 'must be a port'),
  ),
  HOST: optional(z.string()),
  DATABASE_FILE: optional(z.string()),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address like postgres://user:password@host/database' }),
  ),
  OFFICE_TIMEZONE: optional(z.string().refine(isTimezone, 'must be a zone like Asia/Seoul')),
  OFFICE_LOCALE: optional(z.string().regex(/^(ko|en)([-_]|$)/i, 'must be ko or en')),
  OFFICE_CHANNEL: optional(z.string().regex(/^[CG][A-Z0-9]{8,}$/, 'must be a channel id like C0123456789')),
  ADMIN_USER_IDS: optional(
    z.string().refine((ids) => splitIds(ids).every((id) => /^[UW][A-Z0-9]{8,}$/.test(id)), {
      error: 'must be user ids like U0123456789, separated by commas',
    }),
  ),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')),
  HTTPS_PROXY: PROXY,
  HTTP_PROXY: PROXY,
  NO_PROXY: optional(z.string()),
  NODE_EXTRA_CA_CERTS: optional(z.string()),
});

/** Reads every setting once, at start. The problems name each wrong setting; values are not repeated in them. */
export function readConfig(env: Record<string, string | undefined>): { config: Config } | { problems: string[] } {
  const parsed = Environment.safeParse(withSmallNames(env));
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const slack = slackMode({
    SLACK_BOT_TOKEN: env.SLACK_BOT_TOKEN?.trim(),
    SLACK_APP_TOKEN: env.SLACK_APP_TOKEN?.trim(),
    SLACK_SIGNING_SECRET: env.SLACK_SIGNING_SECRET?.trim(),
  });
  const both = env.DATABASE_FILE?.trim() && env.DATABASE_URL?.trim() ? [TWO_DATABASES] : [];
  const problems = [...wrong, ...both, ...('problems' in slack ? slack.problems : [])];
  if (!parsed.success || 'problems' in slack || both.length > 0) return { problems };
  const settings = parsed.data;
  const playground = slack.mode === 'playground';
  return {
    config: {
      slack,
      slackApiUrl: settings.SLACK_API_URL?.replace(/\/*$/, '/') ?? null, // methods are resolved against it as a folder
      publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      host: settings.HOST ?? (playground ? '127.0.0.1' : '0.0.0.0'),
      port: settings.PORT ?? 3000,
      databaseFile: settings.DATABASE_FILE ?? (playground ? 'data/playground.db' : 'data/biseo.db'),
      databaseUrl: settings.DATABASE_URL ?? null,
      timezone: settings.OFFICE_TIMEZONE ?? 'Asia/Seoul',
      language: languageOf(settings.OFFICE_LOCALE),
      officeChannel: settings.OFFICE_CHANNEL ?? null,
      adminUserIds: splitIds(settings.ADMIN_USER_IDS ?? ''),
      logLevel: settings.LOG_LEVEL ?? 'info',
      network: {
        httpsProxy: settings.HTTPS_PROXY ?? null,
        httpProxy: settings.HTTP_PROXY ?? null,
        noProxy: settings.NO_PROXY ?? null,
        extraCertificates: settings.NODE_EXTRA_CA_CERTS ?? null,
      },
    },
  };
}

/** What can be used of wrong settings, for who looks into them: each that is named wrong is left out, of Slack's all of them. */
export function readUsable(env: Record<string, string | undefined>): { config: Config; problems: string[] } {
  const read = readConfig(env);
  if ('config' in read) return { ...read, problems: [] };
  const named = new Set(read.problems.map((problem) => problem.split(' ')[0]));
  const isSlacks = (name: string) => /^SLACK_(BOT_TOKEN|APP_TOKEN|SIGNING_SECRET)$/.test(name);
  const withoutSlack = [...named].some((name) => name !== undefined && isSlacks(name));
  const kept = Object.entries(env).filter(
    ([name]) => !named.has(name.toUpperCase()) && !(withoutSlack && isSlacks(name)),
  );
  const rest = readConfig(Object.fromEntries(kept));
  if ('problems' in rest) throw new Error('Settings that are not wrong can not be read.');
  return { ...rest, problems: read.problems };
}

/** Proxies are mostly named in small letters, which other programs read first. */
function withSmallNames(env: Record<string, string | undefined>): Record<string, string | undefined> {
  const { https_proxy, http_proxy, no_proxy } = env;
  return {
    ...env,
    HTTPS_PROXY: env.HTTPS_PROXY?.trim() || https_proxy,
    HTTP_PROXY: env.HTTP_PROXY?.trim() || http_proxy,
    NO_PROXY: env.NO_PROXY?.trim() || no_proxy,
  };
}

const TWO_DATABASES = 'DATABASE_FILE and DATABASE_URL are both set: only one of them can be used';

/** Also asked where other settings are wrong, to say so. */
export const languageOf = (locale: string | undefined): Language => (/^\s*en/i.test(locale ?? '') ? 'en' : 'ko');

type Tokens = Record<'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET', string | undefined>;

function slackMode(settings: Tokens): SlackMode | { problems: string[] } {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = settings;
  if (!SLACK_BOT_TOKEN && !SLACK_APP_TOKEN && !SLACK_SIGNING_SECRET) return { mode: 'playground' };
  if (!SLACK_BOT_TOKEN) return { problems: ['SLACK_BOT_TOKEN is missing'] };
  if (SLACK_APP_TOKEN) return { mode: 'socket', botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN };
  if (SLACK_SIGNING_SECRET) return { mode: 'http', botToken: SLACK_BOT_TOKEN, signingSecret: SLACK_SIGNING_SECRET };
  return { problems: ['SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing'] };
}

function splitIds(ids: string): string[] {
  return ids
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
