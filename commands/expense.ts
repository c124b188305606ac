import { type Command, press, type SubCommand, Words } from '../src/slack/command.ts';
import type { Answer, Typed } from '../src/slack/turn.ts';
import { checkExpenses } from '../src/spending/check/compose.ts';
import { readLine } from '../src/spending/expense/line.ts';
import { EXPENSE_STATUS, helpMessage } from '../src/spending/expense/views.ts';
import { showApprovals } from './approval/list.ts';
import { disclose } from './disclosure/preview.ts';
import { checks } from './expense/check.ts';
import { evidence } from './expense/evidence.ts';
import { filing, openImport, sendExport } from './expense/files.ts';
import { heldRows, listHeld } from './expense/held.ts';
import { imports, listImports } from './expense/imports.ts';
import { limits, showRulesTyped } from './expense/limits.ts';
import { expensePages, listExpenses } from './expense/list.ts';
import { openEdit, openRecord, recording } from './expense/record.ts';
import { expenseCards, showExpense, voiding } from './expense/show.ts';
import { showStatus, statusLists } from './expense/status.ts';
import { submitting } from './expense/submit.ts';
import { listTwins, twins } from './expense/twins.ts';
import { typing } from './expense/typing.ts';
import { sendReceipts } from './receipt/send.ts';

const SUB_COMMANDS: SubCommand[] = [
  { words: ['status', '현황', '집행현황'], run: (turn) => showStatus(turn.typed, turn) },
  { words: ['list', '목록'], run: (turn) => listExpenses(turn.typed, 0, turn) },
  { words: ['mine', '내것', 'me', '나', '나의'], run: (turn) => listExpenses(`@me ${turn.typed}`.trim(), 0, turn) },
  { words: ['show', '보기'], run: (turn) => showExpense(turn.typed, turn) },
  { words: ['edit', '수정'], run: (turn) => openEdit(turn.typed, turn) },
  { words: ['void', '무효'], run: voiding.end.typed },
  { words: ['restore', '되살리기'], run: voiding.restore.typed },
  { words: ['receipt', 'receipts', '영수증'], run: (turn) => sendReceipts(turn.typed, turn) },
  { words: ['approval', 'approvals', '결재'], run: (turn) => showApprovals(0, turn) },
  { words: ['problems', '확인필요'], run: (turn) => listHeld(0, turn) },
  { words: ['check', '점검'], run: (turn) => checkExpenses(turn.typed, turn) },
  { words: ['limits', '기준'], run: showRulesTyped },
  { words: ['import', '가져오기'], fits: (rest) => /^(?:목록|list)$/i.test(rest), run: (turn) => listImports(0, turn) },
  { words: ['import', '가져오기'], run: openImport },
  { words: ['twins', '중복', '같은지출'], run: (turn) => listTwins(0, turn) },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['disclose', '공개'], run: (turn) => disclose(turn.typed, turn) },
  { words: ['help', '도움말', '?'], run: ({ text }) => helpMessage(text) },
];

export const expense = {
  slash: ['/expense', '/지출'],
  subs: SUB_COMMANDS,
  line,
  entry: { isPlain, open: openRecord },
  hears: [
    press(EXPENSE_STATUS, Words, (turn) => showStatus('', turn)),
    ...statusLists,
    ...recording,
    ...submitting,
    ...typing,
    ...checks,
    ...evidence,
    ...limits,
    ...expenseCards,
    ...expensePages,
    ...heldRows,
    ...filing,
    ...imports,
    ...twins,
  ],
} satisfies Command;

function isName(typed: string): boolean {
  return /^e\d+$/i.test(typed);
}

/** A line that says how much or how many is a spend, whatever its first word. */
function isPlain({ typed, today }: Typed): boolean {
  if (isName(typed)) return true;
  const { amount, amountTyped, headcount } = readLine(typed, { today });
  return amount !== null || amountTyped !== null || headcount !== null;
}

/** A record's name, or a line to record. */
async function line(turn: Typed): Promise<Answer> {
  return isName(turn.typed) ? showExpense(turn.typed, turn) : openRecord(turn);
}
