import type { App, BlockButtonAction } from '@slack/bolt';
import type { Deps } from '../src/base/deps.ts';
import { todayIn } from '../src/korean/days.ts';
import type { Command } from '../src/slack/command.ts';
import type { Click } from '../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../src/slack/privately.ts';
import { listenForCommand, nearestOf, type SubCommand, subCommand } from '../src/slack/sub-commands.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { readLine } from '../src/spending/expense/line.ts';
import { EXPENSE_STATUS, helpMessage, unknownMessage } from '../src/spending/expense/views.ts';
import { showApprovals } from './approval/list.ts';
import { checkExpenses, listenForChecks } from './expense/check.ts';
import { disclose, listenForDisclosures } from './expense/disclose.ts';
import { listenForEvidence } from './expense/evidence.ts';
import { listenForFiles, openImport, sendExport } from './expense/files.ts';
import { listenForHeldRows, listHeld } from './expense/held.ts';
import { listenForLimits, showLimits } from './expense/limits.ts';
import { listExpenses, listenForPages } from './expense/list.ts';
import { editTyped, listenForRecords, openRecord } from './expense/record.ts';
import { listenForRecord, showExpense, voidTyped } from './expense/show.ts';
import { showStatus } from './expense/status.ts';
import { listenForSubmissions } from './expense/submit.ts';
import { listenForTyping } from './expense/typing.ts';
import { sendReceipts } from './receipt/send.ts';

/** What can follow the command, and who answers it; null when a form has opened instead of an answer. */
const SUB_COMMANDS: SubCommand[] = [
  { words: ['status', '현황', '집행현황'], run: (rest, visitor, _click, deps) => showStatus(rest, visitor, deps) },
  { words: ['list', '목록'], run: (rest, visitor, _click, deps) => listExpenses(rest, 0, visitor, deps) },
  { words: ['show', '보기'], run: (rest, visitor, _click, deps) => showExpense(rest, visitor, deps) },
  { words: ['edit', '수정'], run: editTyped },
  { words: ['void', '무효'], run: voidTyped },
  { words: ['receipt', 'receipts', '영수증'], run: sendReceipts },
  { words: ['approval', 'approvals', '결재'], run: (_rest, visitor, _click, deps) => showApprovals(0, visitor, deps) },
  { words: ['problems', '확인필요'], run: (_rest, visitor, _click, deps) => listHeld(0, visitor, deps) },
  { words: ['check', '점검'], run: (rest, visitor, _click, deps) => checkExpenses(rest, visitor, deps) },
  { words: ['limits', '기준'], run: (_rest, visitor, _click, deps) => showLimits(visitor, deps) },
  { words: ['import', '가져오기'], run: (_rest, visitor, click, _deps) => openImport(visitor, click) },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['disclose', '공개'], run: disclose },
  { words: ['help', '도움말', '?'], run: async (_rest, { text }) => helpMessage(text) },
];

export const expense = {
  slash: ['/expense', '/지출'],

  listen(app: App, deps: Deps) {
    listenForCommand(app, deps, expense.slash, answer);
    app.action<BlockButtonAction>(EXPENSE_STATUS, async ({ body, client, context }) => {
      const visitor = visitorOf(context);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, await showStatus('', visitor, deps));
    });
    listenForRecords(app, deps);
    listenForSubmissions(app, deps);
    listenForTyping(app, deps);
    listenForChecks(app, deps);
    listenForEvidence(app, deps);
    listenForLimits(app, deps);
    listenForRecord(app, deps);
    listenForPages(app, deps);
    listenForHeldRows(app, deps);
    listenForFiles(app, deps);
    listenForDisclosures(app, deps);
  },
} satisfies Command;

/**
 * A sub-command, or a line to record. A line whose first word is nearly a sub-command and which says neither how much nor how many is
 * asked about; a button records it all the same.
 */
async function answer(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [first = '', ...others] = typed.split(' ');
  const found = subCommand(SUB_COMMANDS, first);
  if (found) return found.run(others.join(' '), visitor, click, deps);
  if (/^e\d+$/i.test(first) && others.length === 0) return showExpense(first, visitor, deps);

  const nearest = first === '' ? null : nearestOf(SUB_COMMANDS, first);
  const said = readLine(typed, { today: todayIn(deps.config.timezone, deps.now()) });
  if (nearest && said.amount === null && said.headcount === null) {
    return unknownMessage({ word: first, line: typed }, nearest, visitor.text);
  }
  return openRecord(typed, visitor, click, deps);
}
