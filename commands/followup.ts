import { readOwed } from '../src/followup/line.ts';
import { helpMessage } from '../src/followup/views.ts';
import type { Command, SubCommand, Unknown } from '../src/slack/command.ts';
import type { Answer, Typed } from '../src/slack/turn.ts';
import { adding, openAdd } from './followup/add.ts';
import { auditing, showAudit } from './followup/audit.ts';
import { dating } from './followup/date.ts';
import { filing, openImport, sendExport } from './followup/files.ts';
import { listFollowups, listMine, listMineTyped, listPages, showStats } from './followup/list.ts';
import { cards, showFollowup, voiding } from './followup/show.ts';
import {
  beginTyped,
  declineTyped,
  editTyped,
  finishTyped,
  handTyped,
  postponeTyped,
  reopenTyped,
  work,
} from './followup/work.ts';

const SUB_COMMANDS: SubCommand[] = [
  { words: ['mine', '내것', 'me', '나', '나의'], run: listMineTyped },
  { words: ['add', '추가', '등록'], enters: true, run: openAdd },
  { words: ['list', '목록'], run: (turn) => listFollowups(turn.typed, 0, turn) },
  { words: ['show', '보기'], run: (turn) => showFollowup(turn.typed, turn) },
  { words: ['start', '진행'], run: beginTyped },
  { words: ['done', '완료'], run: finishTyped },
  { words: ['reopen', '재개'], run: reopenTyped },
  { words: ['decline', '미반영'], run: declineTyped },
  { words: ['due', '기한'], run: postponeTyped },
  { words: ['hand', '넘기기'], run: handTyped },
  { words: ['edit', '수정'], run: editTyped },
  { words: ['void', '무효'], run: voiding.end.typed },
  { words: ['restore', '되살리기'], run: voiding.restore.typed },
  { words: ['stats', '통계', '현황'], run: showStats },
  { words: ['audit', '감사'], run: (turn) => showAudit(turn.typed, turn) },
  { words: ['import', '가져오기'], run: openImport },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['help', '도움말', '?'], run: ({ text }) => helpMessage(text) },
];

export const followup = {
  slash: ['/followup', '/후속'],
  subs: SUB_COMMANDS,
  line,
  entry: { isPlain, open: openAdd },
  hears: [...adding, ...cards, ...work, ...dating, ...listPages, ...auditing, ...filing],
} satisfies Command;

const isName = (typed: string): boolean => /^f\d+$/i.test(typed);

/** What is due on a day is owed, whatever its first word; what names a record does something to it. */
function isPlain({ typed, today }: Typed): boolean {
  return isName(typed) || (!/\bf\d+\b/i.test(typed) && readOwed(typed, { today }).due !== null);
}

/** Nothing is mine; else a name, or a line to enter. */
function line(turn: Typed): Promise<Answer | Unknown> | Unknown {
  const { text, typed } = turn;
  if (typed === '') return listMine(turn);
  if (isName(typed)) return showFollowup(typed, turn);
  return typed.includes(' ') ? openAdd(turn) : { unknown: () => helpMessage(text) };
}
