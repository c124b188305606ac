import { type Command, press, type SubCommand, Words } from '../src/slack/command.ts';
import type { Answer, Typed } from '../src/slack/turn.ts';
import { showVisit } from '../src/visit/compose.ts';
import { readVisitLine } from '../src/visit/line.ts';
import { listVisits, showToday, showWeek } from '../src/visit/list/compose.ts';
import { helpMessage, VISIT_SHOW } from '../src/visit/views.ts';
import { cancelling } from './visit/cancel.ts';
import { sendVisits, subscription } from './visit/files.ts';
import { visitLists } from './visit/list.ts';
import { moveTyped } from './visit/move.ts';
import { programs, showPrograms } from './visit/programs.ts';
import { reporting } from './visit/reported.ts';
import { openResult, results } from './visit/result.ts';
import { openEdit, openSchedule, schedules } from './visit/schedule.ts';
import { openSettings, settings } from './visit/settings.ts';
import { openShare, sharing } from './visit/share.ts';
import { ties, tieTyped, untieTyped } from './visit/spending.ts';
import { showVisitStats } from './visit/stats.ts';
import { submitting } from './visit/submit.ts';

/** Words that may begin a plan too (`오늘 14:00 …`, `결과 보고회 …`) are sub-commands only alone, or before a visit's name. */
const alone = (rest: string): boolean => rest === '';
/** With an hour it is a plan: `나 4/9 14:00 시장 점검`. */
const noHour = (rest: string): boolean => !/\d:\d\d|\d ?시|\d ?[ap]m/i.test(rest);
const ofVisit = (rest: string): boolean => rest === '' || /^v\d/i.test(rest);

const SUB_COMMANDS: SubCommand[] = [
  { words: ['today', '오늘'], fits: alone, run: (turn) => showToday(0, turn) },
  { words: ['이번주'], fits: alone, run: (turn) => showWeek('', 0, turn) },
  { words: ['week', '주간'], run: (turn) => showWeek(turn.typed, 0, turn) },
  { words: ['list', '목록'], run: (turn) => listVisits(turn.typed, 0, turn) },
  {
    words: ['mine', '내것', 'me', '나', '나의'],
    fits: noHour,
    run: (turn) => listVisits(`@me ${turn.typed}`, 0, turn),
  },
  { words: ['show', '보기'], fits: ofVisit, run: (turn) => showVisit(turn.typed, turn) },
  { words: ['edit', '수정'], fits: ofVisit, run: (turn) => openEdit(turn.typed, turn) },
  { words: ['move', '옮기기', '변경'], fits: ofVisit, run: moveTyped },
  { words: ['cancel', '취소'], fits: ofVisit, run: cancelling.end.typed },
  { words: ['restore', '되살리기'], fits: ofVisit, run: cancelling.restore.typed },
  { words: ['result', '결과'], fits: ofVisit, run: openResult },
  { words: ['share', '공유'], fits: ofVisit, run: openShare },
  { words: ['link', '연결', 'tie'], fits: ofVisit, run: tieTyped },
  { words: ['unlink', '해제', 'untie'], fits: ofVisit, run: untieTyped },
  { words: ['stats', '통계', '실적'], run: showVisitStats },
  { words: ['export', '내보내기'], run: sendVisits },
  { words: ['programs', '구분', '사업'], fits: alone, run: showPrograms },
  { words: ['settings', '설정'], fits: alone, run: openSettings },
  { words: ['help', '도움말', '?'], run: ({ text }) => helpMessage(text) },
];

export const visit = {
  slash: ['/visit', '/현장'],
  subs: SUB_COMMANDS,
  line,
  entry: { isPlain, open: openSchedule },
  hears: [
    ...schedules,
    ...submitting,
    press(VISIT_SHOW, Words, (turn) => showVisit(turn.pressed, turn)),
    ...visitLists,
    ...cancelling.hears,
    ...results,
    ...reporting,
    ...sharing,
    ...ties,
    ...programs,
    ...settings,
    ...subscription,
  ],
} satisfies Command;

const isName = (typed: string): boolean => /^v\d+$/i.test(typed);

/** A day, an hour or another figure makes a plan of a line. */
function isPlain({ typed, today }: Typed): boolean {
  const { date } = readVisitLine(typed, { programs: [], districts: [], today });
  return isName(typed) || date !== null || /\d/.test(typed.replace(/\bv\d+/gi, ''));
}

/** A visit's name, or a line to plan. */
function line(turn: Typed): Promise<Answer> | Answer {
  return isName(turn.typed) ? showVisit(turn.typed, turn) : openSchedule(turn);
}
