import { loadavg } from 'node:os';
import type { Report } from '../forms.ts';
import { failuresIn } from './failures.ts';
import type { Answered } from './send.ts';

const SLACK_GIVES_UP_MS = 3_000;
/** Megabytes that may come and go between two looks at the memory. */
const SWAY_MB = 60;
/** Fewer looks see an app that is still taking what it needs. */
const LEAST_LOOKS = 100;
export type Sent = Answered & { what: string };

type Seen = {
  wanted: number;
  /** Whether the machine did nothing else when this began: where it does, a slow answer says nothing. */
  idle: boolean;
  seconds: number;
  /** Seconds of all the apps'. */
  cpu: number;
  survived: boolean;
  /** Of each app, from time to time. */
  memory: readonly (readonly number[])[];
  wrong: readonly string[];
  log: string;
};

export function judged(
  sent: readonly Sent[],
  { wanted, idle, seconds, cpu, survived, memory, wrong, log }: Seen,
): Report {
  const times = sent.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0)} ms`;
  const { explained, others, unwaited, atDoor } = failuresIn(log);
  const statuses = Object.groupBy(sent, ({ status }) => String(status));
  const late = sent.filter(({ ms }) => ms > SLACK_GIVES_UP_MS);
  const passed = (statuses[200]?.length ?? 0) - atDoor;
  const grown = memory.map((own) => ({ settled: Math.max(0, ...own.slice(0, Math.ceil(own.length / 4))), own }));
  const load = loadavg().map((it) => it.toFixed(1));
  return {
    counts: {
      requests: sent.length,
      'sent in': `${seconds.toFixed(0)} s, ${(sent.length / seconds).toFixed(0)} a second`,
      'CPU of the apps a request': `${((cpu / sent.length) * 1_000).toFixed(1)} ms`,
      ...Object.fromEntries(
        Object.entries(statuses).map(([status, these]) => [`answered ${status}`, these?.length ?? 0]),
      ),
      'came past the door, to a handler': `${passed}, ${((passed / sent.length) * 100).toFixed(0)} %`,
      'half of them within': at(0.5),
      '99 of 100 within': at(0.99),
      'the slowest': at(1),
      'over three seconds': late.length,
      'memory after a quarter, MB': grown.map(({ settled }) => settled.toFixed(0)).join(', '),
      'memory at the end, MB': grown.map(({ own }) => (own.at(-1) ?? 0).toFixed(0)).join(', '),
      'what Slack would refuse': wrong.length,
      ...refusalsIn(wrong),
      load: load.join(' '),
      ...Object.fromEntries([...explained].map(([cause, count]) => [`handler failed, explained: ${cause}`, count])),
      ...Object.fromEntries([...others].map(([cause, count]) => [`handler failed: ${cause}`, count])),
    },
    breaches: [
      ...(survived ? [] : ['An app ended.']),
      ...(sent.length < wanted ? [`Only ${sent.length} of ${wanted} could be sent in time.`] : []),
      ...sent
        .filter(({ status }) => status === 0 || status >= 500)
        .map(({ what, status }) => `Answered ${status}: ${what}`)
        .slice(0, 20),
      ...unwaited.map((cause) => `Nobody waited for: ${cause}`),
      ...[...others.keys()].map((cause) => `A handler failed: ${cause}`),
      ...grown
        .filter(({ own, settled }) => own.length >= LEAST_LOOKS && (own.at(-1) ?? 0) > settled + SWAY_MB)
        .map(({ own, settled }) => `Memory grew from ${settled.toFixed(0)} to ${own.at(-1)?.toFixed(0)} MB.`),
      ...(idle ? late.map(({ what, ms }) => `Answered after ${ms.toFixed(0)} ms: ${what}`).slice(0, 20) : []),
    ],
  };
}

/** How often Slack would refuse what, most often first: its words without the numbers of this one time. */
function refusalsIn(wrong: readonly string[]): Record<string, number> {
  const groups = Object.groupBy(wrong, (words) => words.replaceAll(/\d+/g, 'N').slice(0, 160));
  const counted = Object.entries(groups).map(([words, these]): [string, number] => [words, these?.length ?? 0]);
  const mostFirst = counted.toSorted(([, a], [, b]) => b - a).slice(0, 30);
  return Object.fromEntries(mostFirst.map(([words, count]) => [`Slack would refuse: ${words}`, count]));
}
