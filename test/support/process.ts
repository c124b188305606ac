import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAddress } from '../../src/base/db/address.ts';
import { textFor } from '../../src/text/index.ts';

export const ROOT = path.join(import.meta.dirname, '../..');
export const READY_MS = 120_000;

/** For every process of our own: compiling the app anew would take most of its life. Deleting it does no harm. */
export const COMPILED = { NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/biseo-compiled') };

export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };

export type Running = {
  pid: number;
  /** Milliseconds from its start until it said that it is ready. Rejects if it ends before. */
  ready: Promise<number>;
  ended: Promise<Ended>;
  isRunning(): boolean;
  kill(signal?: NodeJS.Signals): Promise<Ended>;
};

type Settings = { [name: string]: string | undefined };

/** How the app is told where its register is: a file, or an address on a server. */
export const settingOf = (place: string): Record<string, string> =>
  isAddress(place) ? { DATABASE_URL: place } : { DATABASE_FILE: place };

const children = new Set<ChildProcess>();
// Whoever started them may fail: nothing goes on without them.
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** One of our scripts in a process of its own, in a folder without an `.env`, with these settings and no others. */
export function startScript(
  script: string,
  args: readonly string[],
  { folder, env, readyWhen, flags = [] }: { folder: string; env: Settings; readyWhen?: string; flags?: string[] },
): Running {
  const began = performance.now();
  const { PATH, HOME } = process.env;
  const { DATABASE_FILE, ...rest } = env;
  const settings = DATABASE_FILE ? { ...rest, ...settingOf(DATABASE_FILE) } : env;
  const child = spawn(process.execPath, [...flags, ...nodeOptions(), path.join(ROOT, script), ...args], {
    cwd: folder,
    env: { PATH, HOME, ...COMPILED, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let [out, err] = ['', ''];
  let running = true;
  let awaited = readyWhen;
  const ready = Promise.withResolvers<number>();
  ready.promise.catch(() => undefined);
  const ended = Promise.withResolvers<Ended>();
  const timer = setTimeout(() => ready.reject(new Error(`${script} is not ready:\n${out}\n${err}`)), READY_MS);

  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (!awaited || !out.includes(awaited)) return; // a look copies all that was said so far: none once it is ready
    awaited = undefined;
    clearTimeout(timer);
    ready.resolve(performance.now() - began);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.on('exit', () => {
    running = false;
    children.delete(child);
  });
  child.on('close', (code, signal) => {
    clearTimeout(timer);
    ready.reject(new Error(`${script} ended (${signal ?? code}):\n${out}\n${err}`));
    ended.resolve({ code, signal, out, err });
  });
  return {
    pid: child.pid ?? 0,
    ready: ready.promise,
    ended: ended.promise,
    isRunning: () => running,
    kill(signal = 'SIGKILL') {
      child.kill(signal);
      return ended.promise;
    },
  };
}

/** For profiling: `BENCH_NODE_OPTIONS="--cpu-prof --cpu-prof-dir=/tmp/p" npm run bench`. */
const nodeOptions = (): string[] => process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [];

/** Those of `npm start`. */
const startFlags = (): string[] =>
  (/exec node (.*)src\/main\.ts"/.exec(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))?.[1] ?? '')
    .split(' ')
    .filter(Boolean);

/** The real app, in Socket Mode; ready when it says that it listens. */
export function startApp(
  folder: string,
  slack: { apiUrl: string; botToken: string; appToken: string },
  more: Settings = {},
): Running {
  return startScript('src/main.ts', [], {
    folder,
    flags: startFlags(),
    readyWhen: textFor('ko').terminal.listening,
    env: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      DATABASE_FILE: path.join(folder, 'office.db'),
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'info',
      ...more,
    },
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Runs with a folder of its own, which is gone afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biseo-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Megabytes that a process keeps in memory (Linux; null elsewhere). */
export function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Number(kilobytes) / 1024 : null;
  } catch {
    return null;
  }
}

const LOOK_MS = 20;

/** Megabytes that a process, or one that it started, had in memory at the most, looked at until it ends (Linux; 0 elsewhere). */
export async function peakOf({ pid, ended }: Running): Promise<number> {
  let peak = 0;
  const look = () => {
    for (const one of [pid, ...childrenOf(pid)]) {
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(lookInto(`/proc/${one}/status`))?.[1];
      peak = Math.max(peak, Number(kilobytes ?? 0) / 1024);
    }
  };
  const timer = setInterval(look, LOOK_MS);
  await ended.finally(() => clearInterval(timer));
  return peak;
}

const childrenOf = (pid: number): string[] => lookInto(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);

function lookInto(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has ended
  }
}
