import type { App, BlockButtonAction } from '@slack/bolt';
import type { Command, Deps } from '../src/base/deps.ts';
import { todayIn } from '../src/korean/days.ts';
import { suggest } from '../src/korean/suggest.ts';
import { putPersonSetting } from '../src/people/settings/store.ts';
import type { Click } from '../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../src/slack/privately.ts';
import { asTyped } from '../src/slack/references.ts';
import { listenForCommand, type SubCommand, subCommand, wordsOf } from '../src/slack/sub-commands.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { DIGEST_OFF, DIGEST_ON } from '../src/time/digest/personal-views.ts';
import { helpMessage, turnedMessage } from '../src/time/digest/views.ts';
import { readWeek } from '../src/time/digest/week.ts';
import { listenForSending, sendDigest } from './digest/send.ts';
import { listenForSettings, openSettings } from './digest/settings.ts';
import { listenForParts, showDigest, showMine } from './digest/show.ts';

/** What can follow the command besides a week; null when a form has opened instead of an answer. */
const SUB_COMMANDS: SubCommand[] = [
  { words: ['send', '올리기', '보내기'], run: sendTyped },
  { words: ['mine', 'me', '내것', '나'], run: (_rest, visitor, _click, deps) => showMine(visitor, deps) },
  { words: ['off', '끄기'], run: (_rest, visitor, _click, deps) => turn(false, visitor, deps) },
  { words: ['on', '켜기'], run: (_rest, visitor, _click, deps) => turn(true, visitor, deps) },
  { words: ['settings', '설정'], run: (_rest, visitor, click, deps) => openSettings(visitor, click, deps) },
  { words: ['help', '도움말', '?'], run: async (_rest, { text }) => helpMessage(text) },
];

/** Words that say a week, for suggesting them. */
const WEEKS = ['지난주', '이번주', '다음주', 'last week', 'this week', 'next week'];

export const digest = {
  slash: ['/digest', '/요약'],

  listen(app: App, deps: Deps) {
    listenForCommand(app, deps, digest.slash, answer);
    for (const [id, on] of [[DIGEST_OFF, false] as const, [DIGEST_ON, true] as const]) {
      app.action<BlockButtonAction>(id, async ({ body, client, context }) => {
        const visitor = visitorOf(context);
        const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
        await tellPrivately({ client, log: deps.log }, reach, await turn(on, visitor, deps));
      });
    }
    listenForParts(app, deps);
    listenForSending(app, deps);
    listenForSettings(app, deps);
  },
} satisfies Command;

/** A sub-command, or a week to show, which tells itself piece by piece. */
async function answer(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [first = '', ...others] = typed.split(' ');
  const found = subCommand(SUB_COMMANDS, first);
  if (found) return found.run(others.join(' '), visitor, click, deps);
  const week = readWeek(typed, todayIn(deps.config.timezone, deps.now()));
  if (!week) return unknown(typed, visitor);
  const reach = { userId: visitor.person.userId, responseUrl: click.responseUrl };
  await showDigest(week, visitor, reach, click.client, deps);
  return null;
}

function unknown(typed: string, { text }: Visitor): Message {
  const words = wordsOf(SUB_COMMANDS);
  const said = asTyped(typed);
  const nearest = suggest(typed, [...words, ...WEEKS]) ?? suggest(typed.split(' ')[0] ?? '', words);
  return helpMessage(text, nearest ? text.digest.help.nearest(said, nearest) : text.digest.help.unknown(said));
}

async function sendTyped(rest: string, visitor: Visitor, _click: Click, deps: Deps): Promise<Message> {
  const week = readWeek(rest, todayIn(deps.config.timezone, deps.now()));
  return week ? sendDigest(week, visitor, deps) : unknown(rest, visitor);
}

/** Whether the person gets their own part. */
async function turn(on: boolean, { person, text }: Visitor, { db }: Deps): Promise<Message> {
  await putPersonSetting(db, person.userId, 'digest', on);
  return turnedMessage(on, text);
}
