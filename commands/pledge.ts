import type { App } from '@slack/bolt';
import type { Deps } from '../src/base/deps.ts';
import { readTerm } from '../src/pledge/term.ts';
import { helpMessage } from '../src/pledge/views.ts';
import type { Command } from '../src/slack/command.ts';
import type { Click } from '../src/slack/open-form.ts';
import { type Message, plainMessage } from '../src/slack/privately.ts';
import { asTyped } from '../src/slack/references.ts';
import { listenForCommand, nearestOf, type SubCommand, subCommand } from '../src/slack/sub-commands.ts';
import type { Visitor } from '../src/slack/visitor.ts';
import { listenForAnswers } from './pledge/answers.ts';
import { addTyped, editTyped, linkTyped, listenForDetails, voidTyped } from './pledge/details.ts';
import { listenForFiles, openImport, sendExport } from './pledge/files.ts';
import { listenForLooking, listPledges, search, showState, showTyped } from './pledge/find.ts';
import { listenForHistory, openEvaluation, showHistory } from './pledge/history.ts';
import { departments, fields, types } from './pledge/lists.ts';
import { listenForProposals, showProposals } from './pledge/proposals.ts';
import { listenForReviews, reviewTyped } from './pledge/review.ts';
import { listenForUpdates, updateTyped } from './pledge/update.ts';

/** What can follow the command, and who answers it; null when a form has opened instead of an answer. */
const SUB_COMMANDS: (SubCommand & {
  /** Whether it reads references to people; the others get what was typed before Slack put references in it. */
  people?: true;
})[] = [
  { words: ['status', '현황'], run: (rest, visitor, _click, deps) => showState(rest, visitor, deps) },
  { words: ['show', '보기'], run: (rest, visitor, _click, deps) => showTyped(rest, visitor, deps) },
  { words: ['list', '목록'], people: true, run: (rest, visitor, _click, deps) => listPledges(rest, 0, visitor, deps) },
  { words: ['update', '갱신', '추진상황'], run: updateTyped },
  { words: ['proposals', '제안'], run: (_rest, visitor, _click, deps) => showProposals(0, visitor, deps) },
  { words: ['review', '평가'], run: reviewTyped },
  { words: ['history', 'evaluations', '이력', '평가이력'], run: showAllHistory },
  { words: ['evaluation', '외부평가'], run: (_rest, visitor, click) => openEvaluation(visitor, click) },
  { words: ['add', '추가'], run: addTyped },
  { words: ['edit', '수정'], run: editTyped },
  { words: ['void', '무효'], run: (rest, visitor, _click, deps) => voidTyped(rest, visitor, deps) },
  { words: ['link', '연결'], run: linkTyped },
  {
    words: ['department', 'departments', '부서'],
    people: true,
    run: (rest, visitor, _click, deps) => departments(rest, visitor, deps),
  },
  { words: ['field', 'fields', '분야'], run: (rest, visitor, _click, deps) => fields(rest, visitor, deps) },
  { words: ['type', 'types', '유형'], run: (rest, visitor, _click, deps) => types(rest, visitor, deps) },
  { words: ['import', '가져오기'], run: (_rest, visitor, click) => openImport(visitor, click) },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['help', '도움말', '?'], run: async (_rest, { text }) => helpMessage(text) },
];

function showAllHistory(_rest: string, visitor: Visitor, _click: Click, deps: Deps): Promise<Message> {
  return showHistory(0, visitor, deps);
}

export const pledge = {
  slash: ['/pledge', '/공약'],

  listen(app: App, deps: Deps) {
    listenForCommand(app, deps, pledge.slash, answer);
    listenForLooking(app, deps);
    listenForUpdates(app, deps);
    listenForProposals(app, deps);
    listenForReviews(app, deps);
    listenForAnswers(app, deps);
    listenForHistory(app, deps);
    listenForDetails(app, deps);
    listenForFiles(app, deps);
  },
} satisfies Command;

/** A sub-command, or words to search for. Nothing found and nearly a sub-command: it is asked about. */
async function answer(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [first = '', ...others] = typed.split(' ');
  if (first === '') return showState('', visitor, deps);
  const found = subCommand(SUB_COMMANDS, first);
  if (found) {
    const rest = others.join(' ');
    return found.run(found.people ? rest : asTyped(rest), visitor, click, deps);
  }
  if (readTerm(typed) !== null) return showState(typed, visitor, deps);

  const said = asTyped(typed);
  const hits = await search(said, visitor, deps);
  if (hits) return hits;
  const { text } = visitor;
  const nearest = nearestOf(SUB_COMMANDS, first);
  if (nearest) return helpMessage(text, text.pledge.help.unknown(said, nearest));
  return plainMessage(text.pledge.notFound(said));
}
