import type { App, BlockButtonAction } from '@slack/bolt';
import type { Command, Deps } from '../src/deps.ts';
import { EXPENSE_STATUS, helpMessage } from '../src/expense/views.ts';
import { escaped } from '../src/slack/blocks.ts';
import { type Message, tellPrivately } from '../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { suggest } from '../src/suggest.ts';
import { normalise } from '../src/typed.ts';
import { listenForFiles, openImport, sendExport } from './expense/files.ts';
import { listenForHeldRows, listHeld } from './expense/held.ts';
import { listExpenses, listenForPages } from './expense/list.ts';
import { listenForRecords, openRecord } from './expense/record.ts';
import { listenForRecord, showExpense, voidTyped } from './expense/show.ts';
import { showStatus } from './expense/status.ts';

type Click = Parameters<typeof openRecord>[2];

/** What can follow the command, and who answers it; null when a form has opened instead of an answer. */
const SUB_COMMANDS: {
  words: string[];
  run(rest: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null>;
}[] = [
  { words: ['status', '현황', '집행현황'], run: (rest, visitor, _click, deps) => showStatus(rest, visitor, deps) },
  { words: ['list', '목록'], run: (rest, visitor, _click, deps) => listExpenses(rest, 0, visitor, deps) },
  { words: ['show', '보기'], run: (rest, visitor, _click, deps) => showExpense(rest, visitor, deps) },
  { words: ['void', '무효'], run: voidTyped },
  { words: ['problems', '확인필요'], run: (_rest, visitor, _click, deps) => listHeld(0, visitor, deps) },
  { words: ['import', '가져오기'], run: (_rest, visitor, click, _deps) => openImport(visitor, click) },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['help', '도움말', '?'], run: async (_rest, { text }) => helpMessage(text) },
];

export const expense = {
  slash: ['/expense', '/지출'],

  listen(app: App, deps: Deps) {
    for (const name of expense.slash) {
      app.command(name, async ({ command, client, context }) => {
        const visitor = visitorOf(context);
        const click = { client, triggerId: command.trigger_id, responseUrl: command.response_url };
        const said = await answer(normalise(command.text ?? ''), visitor, click, deps);
        const reach = { userId: visitor.person.userId, responseUrl: command.response_url };
        if (said) await tellPrivately({ client, log: deps.log }, reach, said);
      });
    }
    app.action<BlockButtonAction>(EXPENSE_STATUS, async ({ body, client, context }) => {
      const visitor = visitorOf(context);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, await showStatus('', visitor, deps));
    });
    listenForRecords(app, deps);
    listenForRecord(app, deps);
    listenForPages(app, deps);
    listenForHeldRows(app, deps);
    listenForFiles(app, deps);
  },
} satisfies Command;

/** A sub-command, or a line to record. A lone word that is nearly a sub-command is asked about, not recorded. */
async function answer(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [first = '', ...others] = typed.split(' ');
  const found = SUB_COMMANDS.find(({ words }) => words.includes(first.toLowerCase()));
  if (found) return found.run(others.join(' '), visitor, click, deps);

  const record = /^e\d+$/i.test(first) && others.length === 0;
  if (record) return showExpense(first, visitor, deps);
  if (first !== '' && !/\d/.test(typed)) {
    const nearest = suggest(
      first,
      SUB_COMMANDS.flatMap(({ words }) => words).filter((word) => word !== '?'),
    );
    if (nearest) return helpMessage(visitor.text, escaped(visitor.text.expense.help.unknown(first, nearest)));
  }
  await openRecord(typed, visitor, click, deps);
  return null;
}
