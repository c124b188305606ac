import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { lengthProblem } from './text.ts';

/** What a link may open. Slack follows deep links of its own besides the web; nothing that runs in the page. */
const LINK_SCHEMES = ['http:', 'https:', 'mailto:', 'slack:', 'tel:', 'sms:'];
const WEB_SCHEMES = ['http:', 'https:'];

function urlOf(schemes: readonly string[], max: number = LIMITS.url) {
  return z.string().check((ctx) => {
    const message = lengthProblem(ctx.value, max) ?? urlProblem(ctx.value, schemes);
    if (message) ctx.issues.push({ code: 'custom', message, input: ctx.value });
  });
}

function urlProblem(value: string, schemes: readonly string[]): string | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(value)?.[0].toLowerCase();
  const web = scheme !== undefined && WEB_SCHEMES.includes(scheme);
  if (scheme === undefined || /\s/.test(value) || !URL.canParse(value) || (web && !/^https?:\/\/[^/]/i.test(value))) {
    return 'must be a complete URL';
  }
  return schemes.includes(scheme) ? undefined : `must be a URL that starts with ${schemes.join(' or ')}`;
}

export const linkUrl = urlOf(LINK_SCHEMES);
export const webUrl = urlOf(WEB_SCHEMES);
export const httpsUrl = urlOf(['https:']);
/** Of a video's title and provider, which have a smaller limit. */
export const videoTitleUrl = urlOf(['https:'], LIMITS.videoLink);
export const videoIconUrl = urlOf(WEB_SCHEMES, LIMITS.videoLink);

function format(holds: (value: string) => boolean, rule: string) {
  return z.string().refine(holds, rule);
}

export const date = format(isDate, 'must be a date written YYYY-MM-DD');

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

export const time = format(
  (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  'must be a time written HH:mm, 00:00 to 23:59',
);

/** D: UNIX seconds of ten digits, so that milliseconds are noticed. */
export const unixSeconds = z
  .number()
  .refine(
    (value) => Number.isInteger(value) && value >= 1_000_000_000 && value <= 9_999_999_999,
    'must be a UNIX time in seconds, 10 digits',
  );

const knownZones = new Map<string, boolean>();

export const timezone = format(isTimezone, 'must be an IANA time zone such as Asia/Seoul');

function isTimezone(value: string): boolean {
  const known = knownZones.get(value);
  if (known !== undefined) return known;
  let holds = /^[A-Za-z]/.test(value);
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    holds = false;
  }
  knownZones.set(value, holds);
  return holds;
}

// Only the shape, wide enough for the made-up ids of Slack's own examples: whether they exist is for others to say.
export const userId = format((value) => /^[UW][A-Z0-9_]+$/.test(value), 'must be the id of a user, such as U012AB3CD');
export const channelId = format(
  (value) => /^[CDG][A-Z0-9_]+$/.test(value),
  'must be the id of a channel, such as C012AB3CD',
);
export const conversationId = format(
  (value) => /^[CDGUW][A-Z0-9_]+$/.test(value),
  'must be the id of a conversation, such as C012AB3CD',
);
export const usergroupId = format(
  (value) => /^[SG][A-Z0-9_]+$/.test(value),
  'must be the id of a user group, such as S012AB3CD',
);
export const teamId = format(
  (value) => /^[TE][A-Z0-9_]+$/.test(value),
  'must be the id of a workspace, such as T012AB3CD',
);
export const fileId = format((value) => /^F[A-Z0-9]+$/.test(value), 'must be the id of a file, such as F0123456');
export const decimal = format(
  (value) => /^-?\d+(\.\d+)?$/.test(value),
  'must be a number written as a string, such as "5"',
);
