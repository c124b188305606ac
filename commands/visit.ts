import type { App } from '@slack/bolt';
import type { Deps } from '../src/base/deps.ts';
import type { Command } from '../src/slack/command.ts';
import type { Click } from '../src/slack/open-form.ts';
import type { Message } from '../src/slack/privately.ts';
import { listenForCommand, nearestOf, type SubCommand, subCommand } from '../src/slack/sub-commands.ts';
import { turnOf } from '../src/slack/turn.ts';
import type { Visitor } from '../src/slack/visitor.ts';
import { helpMessage } from '../src/visit/views.ts';
import { cancelling } from './visit/cancel.ts';
import { sendVisits } from './visit/files.ts';
import { listenForPages, listVisits, showToday, showWeek } from './visit/list.ts';
import { moveTyped } from './visit/move.ts';
import { listenForPrograms, showPrograms } from './visit/programs.ts';
import { listenForResults, openResult } from './visit/result.ts';
import { editTyped, listenForSchedules, openSchedule } from './visit/schedule.ts';
import { listenForSettings, openSettings } from './visit/settings.ts';
import { listenForShares, openShare } from './visit/share.ts';
import { listenForVisit, showVisit } from './visit/show.ts';
import { listenForSpending, tieTyped, untieTyped } from './visit/spending.ts';
import { showVisitStats } from './visit/stats.ts';

/**
 * What can follow the command, and who answers it; null when a form has opened instead of an answer. Words that may begin a plan
 * too (`오늘 14:00 …`, `결과 보고회 …`) are sub-commands only alone, or before a visit's name.
 */
const SUB_COMMANDS: (SubCommand & { with: 'anything' | 'nothing' | 'visit' })[] = [
  { words: ['today', '오늘'], with: 'nothing', run: (_rest, visitor, _click, deps) => showToday(0, visitor, deps) },
  { words: ['이번주'], with: 'nothing', run: (_rest, visitor, _click, deps) => showWeek('', 0, visitor, deps) },
  { words: ['week', '주간'], with: 'anything', run: (rest, visitor, _click, deps) => showWeek(rest, 0, visitor, deps) },
  {
    words: ['list', '목록'],
    with: 'anything',
    run: (rest, visitor, _click, deps) => listVisits(rest, 0, visitor, deps),
  },
  {
    words: ['mine', '내것', 'me', '나', '나의'],
    with: 'nothing',
    run: (_rest, visitor, _click, deps) => listVisits('@me', 0, visitor, deps),
  },
  { words: ['show', '보기'], with: 'visit', run: (rest, visitor, _click, deps) => showVisit(rest, visitor, deps) },
  { words: ['edit', '수정'], with: 'visit', run: editTyped },
  { words: ['move', '옮기기', '변경'], with: 'visit', run: moveTyped },
  {
    words: ['cancel', '취소'],
    with: 'visit',
    run: (rest, visitor, click, deps) => cancelling.typed({ ...turnOf(visitor, click, deps), typed: rest }),
  },
  { words: ['result', '결과'], with: 'visit', run: openResult },
  { words: ['share', '공유'], with: 'visit', run: openShare },
  { words: ['tie', '연결'], with: 'visit', run: tieTyped },
  { words: ['untie', '해제'], with: 'visit', run: (rest, visitor, _click, deps) => untieTyped(rest, visitor, deps) },
  {
    words: ['stats', '통계', '실적'],
    with: 'anything',
    run: (rest, visitor, _click, deps) => showVisitStats(rest, visitor, deps),
  },
  { words: ['export', '내보내기'], with: 'anything', run: sendVisits },
  { words: ['programs', '사업'], with: 'nothing', run: (_rest, visitor, _click, deps) => showPrograms(visitor, deps) },
  {
    words: ['settings', '설정'],
    with: 'nothing',
    run: (_rest, visitor, click, deps) => openSettings(visitor, click, deps),
  },
  { words: ['help', '도움말', '?'], with: 'anything', run: async (_rest, { text }) => helpMessage(text) },
];

export const visit = {
  slash: ['/visit', '/현장'],
  hears: cancelling.hears,

  listen(app: App, deps: Deps) {
    listenForCommand(app, deps, visit.slash, answer);
    listenForSchedules(app, deps);
    listenForVisit(app, deps);
    listenForPages(app, deps);
    listenForResults(app, deps);
    listenForShares(app, deps);
    listenForSpending(app, deps);
    listenForPrograms(app, deps);
    listenForSettings(app, deps);
  },
} satisfies Command;

/** A sub-command, a visit's name, or a line to plan. A lone word that is nearly a sub-command is asked about, not planned. */
async function answer(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [first = '', ...others] = typed.split(' ');
  const rest = others.join(' ');
  const found = subCommand(SUB_COMMANDS, first);
  const fits = found && (found.with === 'anything' || rest === '' || (found.with === 'visit' && /^v\d/i.test(rest)));
  if (found && fits) return found.run(rest, visitor, click, deps);

  if (/^v\d+$/i.test(first) && rest === '') return showVisit(first, visitor, deps);
  const aside = first !== '' && !found && (others.length === 0 || /^v\d+/i.test(rest));
  const nearest = aside && !/\d/.test(first) ? nearestOf(SUB_COMMANDS, first) : null;
  if (nearest) return helpMessage(visitor.text, visitor.text.visit.help.unknown(first, nearest));
  return openSchedule(typed, visitor, click, deps);
}
