import type { ActOf } from './act.ts';
import type { Answer } from './action.ts';
import { answered, no, yes } from './answers.ts';
import { deliverAgain } from './deliver.ts';
import type { Failing, Slack } from './slack.ts';

type Control = ActOf<'redeliver' | 'cut' | 'refresh' | 'fail' | 'moveClock'>;

/** What happens to the app rather than in the workspace. */
export async function control(slack: Slack, it: Control): Promise<Answer> {
  switch (it.do) {
    case 'redeliver': {
      const delivered = await deliverAgain(slack, it.id ?? slack.lastDelivery);
      return delivered ? answered(delivered) : no('bad_request', 'Nothing was delivered yet.');
    }
    case 'cut':
      return ended(slack.socketMode.cut(it.all));
    case 'refresh':
      return ended(slack.socketMode.refresh(it.reason, it.all));
    case 'fail':
      slack.failing = failing(slack, it);
      if (it.seconds !== undefined) slack.clock.within(it.seconds * 1000, slack.workspace.changed);
      break;
    case 'moveClock':
      slack.clock.move(it.ms);
      break;
  }
  slack.workspace.changed();
  return yes();
}

/** Whether this call is to fail, counting it. */
export function failsNow(slack: Slack, method: string): Failing | undefined {
  const failing = stillFailing(slack);
  if (!failing || (failing.method !== undefined && failing.method !== method)) return undefined;
  if (failing.left !== undefined) failing.left--;
  return failing;
}

export function stillFailing(slack: Slack): Failing | undefined {
  const { failing } = slack;
  const over = failing?.until !== undefined && slack.clock.flow() >= failing.until;
  if (over || failing?.left === 0) slack.failing = undefined;
  return slack.failing;
}

function failing(slack: Slack, { status, next, seconds, method }: ActOf<'fail'>): Failing | undefined {
  if (next === undefined && seconds === undefined) return undefined;
  return {
    status,
    ...(next === undefined ? {} : { left: next }),
    ...(seconds === undefined ? {} : { until: slack.clock.flow() + seconds * 1000 }),
    ...(method === undefined ? {} : { method }),
  };
}

const ended = (count: number): Answer =>
  count > 0 ? yes() : no('bad_request', 'The app has no connection in Socket Mode.');
