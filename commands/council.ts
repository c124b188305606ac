import { kindNamed, readLogged } from '../src/council/line.ts';
import { helpMessage } from '../src/council/views.ts';
import type { Command, SubCommand } from '../src/slack/command.ts';
import type { Answer, Typed } from '../src/slack/turn.ts';
import { brief, briefings } from './council/brief.ts';
import { filing, openImport, sendExport } from './council/files.ts';
import { contactPages, listContacts } from './council/list.ts';
import { logging, openEdit, openLog } from './council/log.ts';
import { members, showMembers } from './council/members.ts';
import { contactCards, showContact, voiding } from './council/show.ts';
import { counting, showRules, showStats } from './council/stats.ts';
import { tie, untie } from './council/tie.ts';

const SUB_COMMANDS: SubCommand[] = [
  { words: ['mine', '내것', 'me', '나', '나의'], run: (turn) => listContacts(`@me ${turn.typed}`.trim(), 0, turn) },
  { words: ['list', '목록'], run: (turn) => listContacts(turn.typed, 0, turn) },
  { words: ['show', '보기'], run: (turn) => showContact(turn.typed, turn) },
  { words: ['edit', '수정'], run: (turn) => openEdit(turn.typed, turn) },
  { words: ['void', '무효'], run: voiding.end.typed },
  { words: ['restore', '되살리기'], run: voiding.restore.typed },
  { words: ['members', 'member', '의원', '시의원'], run: (turn) => showMembers(turn.typed, 0, turn) },
  { words: ['stats', '통계', '현황'], run: showStats },
  { words: ['rules', '집계', '집계기준'], run: showRules },
  { words: ['brief', '설명'], run: brief },
  { words: ['link', '연결', 'tie'], run: tie },
  { words: ['unlink', '해제', 'untie'], run: untie },
  { words: ['import', '가져오기'], run: openImport },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['help', '도움말', '?'], run: ({ text }) => helpMessage(text) },
];

export const council = {
  slash: ['/council', '/의회'],
  subs: SUB_COMMANDS,
  line,
  entry: { isPlain, open: openLog },
  hears: [...contactCards, ...logging, ...contactPages, ...members, ...counting, ...briefings, ...filing],
} satisfies Command;

const isName = (typed: string): boolean => /^[cb]\d+$/i.test(typed);

/** A kind of meeting in front, or a day, makes a contact of a line. */
function isPlain({ typed, today }: Typed): boolean {
  const [first = ''] = typed.split(' ');
  const { date } = readLogged(typed, { today });
  return isName(typed) || kindNamed(first) !== null || (date !== null && !/\b[cb]\d+\b/i.test(typed));
}

/** A name, or a line to log. */
function line(turn: Typed): Promise<Answer> | Answer {
  if (!isName(turn.typed)) return openLog(turn);
  return /^c/i.test(turn.typed) ? showContact(turn.typed, turn) : brief(turn);
}
