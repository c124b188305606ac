import type { Logger as BoltLogger } from '@slack/bolt';
import { type Logger, pino } from 'pino';

export type Log = Logger;

const SECRET = /\b(xox[a-z]-|xapp-)[\w-]+|https:\/\/hooks\.slack\.com\/\S+|(?<=:\/\/)[^\s/]+(?=@)/g;

/** V8 quotes what is no JSON, with quotes of its own in it. */
const NO_JSON = /(?<=Unexpected token ).*/g;
const QUOTED = /(?<!\w)(["'`])(?:(?!\1).)*\1/g;
/** What a program calls its own things: tables, columns, files. */
const NAME = /^.[a-z_./][\w./:@-]*.$/i;
const HANGUL = /\p{Script=Hangul}+(?:[\s\p{Script=Hangul}]*\p{Script=Hangul})?/gu;
/** PostgreSQL's class of values that it can't take, each of which it names. */
const OF_A_VALUE = /^22/;

/** One JSON object a line. An error keeps its name, code and stack, without what somebody typed. */
export function createLog(level: string, out?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date(Date.now()).toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
  };
  return out ? pino(options, out) : pino(options);
}

/**
 * What Bolt says, in our log. Its debug lines hold whole payloads, with names and tokens in them: those are dropped at
 * every level.
 */
export function boltLogger(log: Log): BoltLogger {
  const say = (level: 'info' | 'warn' | 'error') => {
    return (...parts: unknown[]) => log[level]({ from: 'bolt' }, parts.map(wordsOf).join(' '));
  };
  return {
    debug: () => {},
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => 'info' as ReturnType<BoltLogger['getLevel']>,
    setName: () => {},
  };
}

/**
 * What a program says of its trouble, without secrets, and without what looks like somebody's words: parsers and databases name the value
 * that they can't take. `everyQuote`: names of its own things, too, which a value may look like.
 */
export function discreet(text: string, everyQuote = false): string {
  return text
    .replace(SECRET, '[secret]')
    .replace(NO_JSON, '[…]')
    .replace(QUOTED, (quoted) => (everyQuote || !NAME.test(quoted) ? '[…]' : quoted))
    .replace(HANGUL, '[…]');
}

function wordsOf(part: unknown): string {
  if (part instanceof Error) return discreet(`${part.name}: ${part.message}`, true);
  return typeof part === 'string' ? discreet(part, true) : '[object]';
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: discreet(String(error), true) };
  const code = 'code' in error ? error.code : undefined;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    stack: discreet(error.stack ?? error.message, OF_A_VALUE.test(String(code))),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}
