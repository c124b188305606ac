import type { App } from '@slack/bolt';
import type { Deps } from '../src/base/deps.ts';
import { kindNamed } from '../src/council/line.ts';
import { parseContactName } from '../src/council/rules.ts';
import { helpMessage } from '../src/council/views.ts';
import type { Command } from '../src/slack/command.ts';
import type { Click } from '../src/slack/open-form.ts';
import type { Message } from '../src/slack/privately.ts';
import { listenForCommand, nearestOf, type SubCommand, subCommand } from '../src/slack/sub-commands.ts';
import { turnOf } from '../src/slack/turn.ts';
import type { Visitor } from '../src/slack/visitor.ts';
import { brief, listenForBriefings } from './council/brief.ts';
import { listenForFiles, openImport, sendExport } from './council/files.ts';
import { listContacts, listenForPages } from './council/list.ts';
import { listenForLogging, openEdit, openLog } from './council/log.ts';
import { listenForMembers, showMembers } from './council/members.ts';
import { contactCards, showContact, voiding } from './council/show.ts';
import { listenForCounting, showRules, showStats } from './council/stats.ts';
import { tie } from './council/tie.ts';

/** What can follow the command, and who answers it; null when a form has opened instead of an answer. */
const SUB_COMMANDS: SubCommand[] = [
  {
    words: ['mine', '내것', 'me', '나', '나의'],
    run: (rest, visitor, _click, deps) => listContacts(`@me ${rest}`.trim(), 0, visitor, deps),
  },
  { words: ['list', '목록'], run: (rest, visitor, _click, deps) => listContacts(rest, 0, visitor, deps) },
  { words: ['show', '보기'], run: (rest, visitor, _click, deps) => showContact(rest, visitor, deps) },
  { words: ['edit', '수정'], run: editTyped },
  {
    words: ['void', '무효'],
    run: (rest, visitor, click, deps) => voiding.typed({ ...turnOf(visitor, click, deps), typed: rest }),
  },
  {
    words: ['members', 'member', '의원', '시의원'],
    run: (rest, visitor, _click, deps) => showMembers(rest, visitor, deps),
  },
  { words: ['stats', '통계', '현황'], run: (rest, visitor, _click, deps) => showStats(rest, visitor, deps) },
  { words: ['rules', '집계', '집계기준'], run: (_rest, visitor, _click, deps) => showRules(visitor, deps) },
  { words: ['brief', '설명'], run: brief },
  { words: ['tie', '연결'], run: (rest, visitor, _click, deps) => tie(rest, 'tie', visitor, deps) },
  { words: ['untie', '해제'], run: (rest, visitor, _click, deps) => tie(rest, 'untie', visitor, deps) },
  { words: ['import', '가져오기'], run: (_rest, visitor, click) => openImport(visitor, click) },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['help', '도움말', '?'], run: async (_rest, { text }) => helpMessage(text) },
];

export const council = {
  slash: ['/council', '/의회'],
  hears: contactCards,

  listen(app: App, deps: Deps) {
    listenForCommand(app, deps, council.slash, answer);
    listenForLogging(app, deps);
    listenForPages(app, deps);
    listenForMembers(app, deps);
    listenForCounting(app, deps);
    listenForBriefings(app, deps);
    listenForFiles(app, deps);
  },
} satisfies Command;

/** A sub-command, a name, or a line to log. What nearly begins with a sub-command is asked about first. */
async function answer(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [first = '', ...others] = typed.split(' ');
  const found = subCommand(SUB_COMMANDS, first);
  if (found) return found.run(others.join(' '), visitor, click, deps);
  if (/^c\d+$/i.test(first) && others.length === 0) return showContact(first, visitor, deps);
  if (/^b\d+$/i.test(first) && others.length === 0) return brief(first, visitor, click, deps);
  const nearest = kindNamed(first) ? null : nearestOf(SUB_COMMANDS, first);
  if (nearest) return helpMessage(visitor.text, { said: visitor.text.council.help.unknown(first, nearest), typed });
  return openLog(typed, visitor, click, deps);
}

async function editTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const id = parseContactName(typed);
  return id === null
    ? { text: visitor.text.council.whichRecord }
    : openEdit(id, visitor, click, { replace: false }, deps);
}
