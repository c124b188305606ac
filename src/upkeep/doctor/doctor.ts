import type { Text } from '../../text/index.ts';
import { CHECKS } from '../../vocabulary/upkeep.ts';
import { askMachine, judgeApp, type Machine, type Own } from './machine.ts';
import { fine, type Line, unseen, wrong } from './rules.ts';
import { askSlack, type SlackOf } from './slack.ts';

export type Patient = Machine & {
  /** Wrong settings, each named; values are not in it. */
  problems: readonly string[];
  /** Null without tokens, as in the playground, or where they can't be used. */
  slack: SlackOf | null;
  own: Own;
};

/** Looks at all that the app needs, and goes on where Slack or the register is away. Changes nothing and posts nothing. */
export async function examine(patient: Patient, now: Date, text: Text): Promise<Line[]> {
  const { problems, slack, own } = patient;
  const settings =
    problems.length > 0
      ? wrong('settings', 'settings_wrong', problems.join('; '))
      : slack
        ? fine('settings')
        : wrong('settings', 'no_tokens');
  const [ofSlack, ofMachine, app] = await Promise.all([
    slack ? askSlack(slack, now, text) : WITHOUT_SLACK.map((check) => unseen(check, 'needs_settings')),
    askMachine(patient, now),
    judgeApp(own),
  ]);
  const lines = [settings, app, ...ofSlack, ...ofMachine];
  return CHECKS.flatMap((check) => lines.filter((line) => line.check === check));
}

const WITHOUT_SLACK = ['token', 'scopes', 'connection', 'clock', 'channel', 'shapes'] as const;
