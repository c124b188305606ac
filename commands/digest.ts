import { suggest } from '../src/korean/suggest.ts';
import { putPersonSetting } from '../src/people/settings/store.ts';
import { type Command, press, type SubCommand, type Unknown, Words } from '../src/slack/command.ts';
import type { Message } from '../src/slack/privately.ts';
import { asTyped } from '../src/slack/references.ts';
import type { Answer, Turn, Typed } from '../src/slack/turn.ts';
import type { Text } from '../src/text/index.ts';
import { DIGEST_OFF, DIGEST_ON } from '../src/time/digest/personal-views.ts';
import { helpMessage, turnedMessage } from '../src/time/digest/views.ts';
import { readWeek } from '../src/time/digest/week.ts';
import { sendDigest, sending } from './digest/send.ts';
import { openSettings, settings } from './digest/settings.ts';
import { parts, showDigest, showMine } from './digest/show.ts';

/** What can follow the command besides a week. */
const SUB_COMMANDS: SubCommand[] = [
  { words: ['send', '올리기', '보내기'], run: sendTyped },
  { words: ['mine', 'me', '내것', '나', '나의'], run: showMine },
  { words: ['off', '끄기'], run: (turn) => turnPart(false, turn) },
  { words: ['on', '켜기'], run: (turn) => turnPart(true, turn) },
  { words: ['settings', '설정'], run: openSettings },
  { words: ['help', '도움말', '?'], run: ({ text }) => helpMessage(text) },
];

/** Words that say a week, for suggesting them. */
const WEEKS = ['지난주', '이번주', '다음주', 'last week', 'this week', 'next week'];

export const digest = {
  slash: ['/digest', '/요약'],
  subs: SUB_COMMANDS,
  line,
  hears: [
    press(DIGEST_OFF, Words, (turn) => turnPart(false, turn)),
    press(DIGEST_ON, Words, (turn) => turnPart(true, turn)),
    ...parts,
    ...sending,
    ...settings,
  ],
} satisfies Command;

/** A week to show, which tells itself piece by piece. */
async function line(turn: Typed): Promise<Answer | Unknown> {
  const week = readWeek(turn.typed, turn.today);
  if (!week) return { unknown: () => unknown(turn.typed, turn.text) };
  await showDigest(week, turn);
  return null;
}

function unknown(typed: string, text: Text): Message {
  const said = asTyped(typed);
  const nearest = suggest(typed, WEEKS);
  return helpMessage(text, nearest ? text.digest.help.nearest(said, nearest) : text.digest.help.unknown(said));
}

async function sendTyped(turn: Typed): Promise<Answer> {
  const week = readWeek(turn.typed, turn.today);
  return week ? sendDigest(week, turn) : unknown(turn.typed, turn.text);
}

/** Whether the person gets their own part. */
async function turnPart(on: boolean, { db, person, text }: Turn): Promise<Message> {
  await putPersonSetting(db, person.userId, 'digest', on);
  return turnedMessage(on, text);
}
