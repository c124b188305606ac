import type { App } from '@slack/bolt';
import type { Command, Deps } from '../src/base/deps.ts';
import { helpMessage } from '../src/followup/views.ts';
import type { Click } from '../src/slack/open-form.ts';
import type { Message } from '../src/slack/privately.ts';
import { listenForCommand, nearestOf, type SubCommand, subCommand } from '../src/slack/sub-commands.ts';
import type { Visitor } from '../src/slack/visitor.ts';
import { listenForAdding, openAdd } from './followup/add.ts';
import { listenForAuditPages, showAudit } from './followup/audit.ts';
import { listenForFiles, openImport, sendExport } from './followup/files.ts';
import { listenForPages, listFollowups, listMine, showStats } from './followup/list.ts';
import { listenForCards, showFollowup, voidTyped } from './followup/show.ts';
import { beginTyped, editTyped, finishTyped, handTyped, listenForWork, postponeTyped } from './followup/work.ts';

/** What can follow the command, and who answers it; null when a form has opened instead of an answer. */
const SUB_COMMANDS: SubCommand[] = [
  { words: ['mine', '내것'], run: (_rest, visitor, _click, deps) => listMine(visitor, deps) },
  { words: ['add', '추가', '등록'], run: openAdd },
  { words: ['list', '목록'], run: (rest, visitor, _click, deps) => listFollowups(rest, 0, visitor, deps) },
  { words: ['show', '보기'], run: (rest, visitor, _click, deps) => showFollowup(rest, visitor, deps) },
  { words: ['start', '진행'], run: beginTyped },
  { words: ['done', '완료'], run: finishTyped },
  { words: ['due', '기한'], run: postponeTyped },
  { words: ['hand', '넘기기'], run: handTyped },
  { words: ['edit', '수정'], run: editTyped },
  { words: ['void', '무효'], run: voidTyped },
  { words: ['stats', '통계', '현황'], run: (_rest, visitor, _click, deps) => showStats(visitor, deps) },
  { words: ['audit', '감사'], run: (rest, visitor, _click, deps) => showAudit(rest, visitor, deps) },
  { words: ['import', '가져오기'], run: (rest, visitor, click) => openImport(rest, visitor, click) },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['help', '도움말', '?'], run: async (_rest, { text }) => helpMessage(text) },
];

export const followup = {
  slash: ['/followup', '/후속'],

  listen(app: App, deps: Deps) {
    listenForCommand(app, deps, followup.slash, answer);
    listenForAdding(app, deps);
    listenForCards(app, deps);
    listenForWork(app, deps);
    listenForPages(app, deps);
    listenForAuditPages(app, deps);
    listenForFiles(app, deps);
  },
} satisfies Command;

/** A sub-command, a name, or a line to enter. What nearly begins with a sub-command is asked about first. */
async function answer(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [first = '', ...others] = typed.split(' ');
  if (first === '') return listMine(visitor, deps);
  const found = subCommand(SUB_COMMANDS, first);
  if (found) return found.run(others.join(' '), visitor, click, deps);
  if (/^f\d+$/i.test(first) && others.length === 0) return showFollowup(first, visitor, deps);
  const nearest = nearestOf(SUB_COMMANDS, first);
  if (nearest) return helpMessage(visitor.text, { said: visitor.text.followup.help.unknown(first, nearest), typed });
  if (others.length === 0) return helpMessage(visitor.text);
  return openAdd(typed, visitor, click, deps);
}
