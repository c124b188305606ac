import { helpMessage } from '../src/followup/views.ts';
import type { Command, SubCommand } from '../src/slack/command.ts';
import { nearestOf } from '../src/slack/sub-commands.ts';
import type { Answer, Typed } from '../src/slack/turn.ts';
import { adding, openAdd } from './followup/add.ts';
import { auditing, showAudit } from './followup/audit.ts';
import { dating } from './followup/date.ts';
import { filing, openImport, sendExport } from './followup/files.ts';
import { listFollowups, listMine, listPages, showStats } from './followup/list.ts';
import { cards, showFollowup, voidTyped } from './followup/show.ts';
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
  { words: ['mine', '내것', 'me', '나', '나의'], run: listMine },
  { words: ['add', '추가', '등록'], run: openAdd },
  { words: ['list', '목록'], run: (turn) => listFollowups(turn.typed, 0, turn) },
  { words: ['show', '보기'], run: (turn) => showFollowup(turn.typed, turn) },
  { words: ['start', '진행'], run: beginTyped },
  { words: ['done', '완료'], run: finishTyped },
  { words: ['reopen', '재개'], run: reopenTyped },
  { words: ['decline', '미반영'], run: declineTyped },
  { words: ['due', '기한'], run: postponeTyped },
  { words: ['hand', '넘기기'], run: handTyped },
  { words: ['edit', '수정'], run: editTyped },
  { words: ['void', '무효'], run: voidTyped },
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
  hears: [...adding, ...cards, ...work, ...dating, ...listPages, ...auditing, ...filing],
} satisfies Command;

/** Nothing is mine; else a name, or a line to enter. What nearly begins with a sub-command is asked about first. */
async function line(turn: Typed): Promise<Answer> {
  const { text, typed } = turn;
  const [first = '', ...others] = typed.split(' ');
  if (first === '') return listMine(turn);
  if (/^f\d+$/i.test(first) && others.length === 0) return showFollowup(first, turn);
  const nearest = nearestOf(SUB_COMMANDS, first);
  if (nearest) return helpMessage(text, { said: text.followup.help.unknown(first, nearest), typed });
  return others.length === 0 ? helpMessage(text) : openAdd(turn);
}
