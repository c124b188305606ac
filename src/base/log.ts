import type { Logger as BoltLogger } from '@slack/bolt';
import { type Logger, pino } from 'pino';

export type Log = Logger;

const SECRET = /\b(xox[a-z]-|xapp-)[\w-]+|https:\/\/hooks\.slack\.com\/\S+|(?<=:\/\/)[^\s/@]+:[^\s/@]+(?=@)/g;

/** One JSON object a line. An error keeps its name, code and stack; what people typed is never handed to it. */
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

export function withoutSecrets(text: string): string {
  return text.replace(SECRET, '[secret]');
}

function wordsOf(part: unknown): string {
  if (part instanceof Error) return withoutSecrets(`${part.name}: ${part.message}`);
  return typeof part === 'string' ? withoutSecrets(part) : '[object]';
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutSecrets(String(error)) };
  return {
    name: error.name,
    ...('code' in error ? { code: error.code } : {}),
    stack: withoutSecrets(error.stack ?? error.message),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}
