import type { webApi } from '@slack/bolt';
import type { Deps } from '../base/deps.ts';
import { noteNews } from '../desk/home/news.ts';
import { sendDue } from '../outbox/jobs.ts';
import { keepApprovals } from '../spending/approval/jobs.ts';
import { judgeDue, MONTHS_A_TICK } from '../spending/check/jobs.ts';
import { fetchReceipts } from '../spending/receipt/jobs.ts';
import { planDigest } from '../time/digest/jobs.ts';
import { planReminders } from '../time/reminders/jobs.ts';
import { lookAtAccounts } from '../upkeep/accounts/jobs.ts';
import { KINDS } from './kinds.ts';

/**
 * One thing the app does on time. It finds its work in the tables and does what is due by `deps.now()`, so that whatever was due
 * while the app was away is done when it is back. 'again': there is more, which has to wait a second for Slack's pace.
 * `isOver` is true once the app is told to stop.
 */
export type Job = {
  name: string;
  run(deps: Deps, client: webApi.WebClient, isOver: () => boolean): Promise<unknown>;
};

/** All of them, in their order: what is decided to be sent is sent by the last one. */
export const TIMETABLE: readonly Job[] = [
  { name: 'news', run: ({ db, now }) => noteNews(db, now()) },
  { name: 'accounts', run: lookAtAccounts },
  { name: 'reminders', run: planReminders },
  { name: 'digest', run: planDigest },
  { name: 'receipts', run: fetchReceipts },
  { name: 'checks', run: checkSpending },
  { name: 'approvals', run: keepApprovals },
  { name: 'outbox', run: (deps, client, isOver) => sendDue(deps, client, isOver, KINDS) },
];

async function checkSpending(deps: Deps, _client: webApi.WebClient, isOver: () => boolean) {
  const { more } = await judgeDue(deps, { most: MONTHS_A_TICK, isOver });
  return more ? 'again' : undefined;
}

export type Ticker = {
  /** Runs every job, one after another; 'again' as for a job. Ticks never overlap: one that is asked for meanwhile follows. */
  tick(): Promise<'again' | undefined>;
  /** Only sends what is due: the last job. */
  send(): Promise<'again' | undefined>;
  /** Starts no more jobs, and resolves when the running one has ended. */
  stop(): Promise<void>;
};

/** `client`: the jobs' own, so that nothing sent unasked holds up an answer. */
export function createTicker(deps: Deps, client: webApi.WebClient, jobs: readonly Job[]): Ticker {
  let last: Promise<unknown> = Promise.resolve();
  let over = false;
  const isOver = () => over;

  const inTurn = (these: readonly Job[]) => {
    const turn = last.then(() => runAll(these, deps, client, isOver));
    last = turn;
    return turn;
  };
  return {
    tick: () => inTurn(jobs),
    send: () => inTurn(jobs.slice(-1)),
    stop: async () => {
      over = true;
      await last;
    },
  };
}

/** A job that fails is logged by its name, and the others go on. */
async function runAll(
  jobs: readonly Job[],
  deps: Deps,
  client: webApi.WebClient,
  isOver: () => boolean,
): Promise<'again' | undefined> {
  let again: 'again' | undefined;
  for (const { name, run } of jobs) {
    if (isOver()) return undefined;
    try {
      if ((await run(deps, client, isOver)) === 'again') again = 'again';
    } catch (error) {
      deps.log.error({ err: error, job: name }, 'A job failed.');
    }
  }
  return again;
}
