import { showState } from '../src/pledge/compose.ts';
import { readTerm } from '../src/pledge/term.ts';
import { helpMessage } from '../src/pledge/views.ts';
import type { Command, SubCommand, Unknown } from '../src/slack/command.ts';
import { plainMessage } from '../src/slack/privately.ts';
import { asTyped } from '../src/slack/references.ts';
import type { Answer, Typed } from '../src/slack/turn.ts';
import { answering } from './pledge/answers.ts';
import { addTyped, details, editTyped, voiding } from './pledge/details.ts';
import { filing, openImport, sendExport } from './pledge/files.ts';
import { listPledges, looking, search, showTyped } from './pledge/find.ts';
import { evaluating, openEvaluation, showHistory } from './pledge/history.ts';
import { linking, linkTyped } from './pledge/link.ts';
import { departments, fields, types } from './pledge/lists.ts';
import { proposals, showProposals } from './pledge/proposals.ts';
import { reviewing, reviewTyped } from './pledge/review.ts';
import { updateTyped, updating } from './pledge/update.ts';

/** Those that read references to people; the others get what was typed before Slack put references in it. */
const OF_PEOPLE: SubCommand[] = [
  { words: ['mine', '내것', 'me', '나', '나의'], run: (turn) => listPledges(`me ${turn.typed}`.trim(), 0, turn) },
  { words: ['list', '목록'], run: (turn) => listPledges(turn.typed, 0, turn) },
  { words: ['proposals', '제안'], run: (turn) => showProposals(turn.typed, 0, turn) },
  { words: ['department', 'departments', '부서'], run: (turn) => departments(turn.typed, turn) },
  { words: ['void', '무효'], run: voiding.end.typed },
  { words: ['restore', '되살리기'], run: voiding.restore.typed },
];
const OF_WORDS: SubCommand[] = [
  { words: ['status', '현황'], run: (turn) => showState(turn.typed, turn) },
  { words: ['show', '보기'], run: (turn) => showTyped(turn.typed, turn) },
  { words: ['update', '갱신', '추진상황'], run: updateTyped },
  { words: ['review', '평가'], run: reviewTyped },
  { words: ['history', 'evaluations', '이력', '평가이력'], run: (turn) => showHistory(0, turn) },
  { words: ['evaluation', '외부평가'], run: openEvaluation },
  { words: ['add', '추가'], enters: true, run: addTyped },
  { words: ['edit', '수정'], run: editTyped },
  { words: ['link', '연결'], run: linkTyped },
  { words: ['field', 'fields', '분야'], run: (turn) => fields(turn.typed, turn) },
  { words: ['type', 'types', '유형'], run: (turn) => types(turn.typed, turn) },
  { words: ['import', '가져오기'], run: openImport },
  { words: ['export', '내보내기'], run: sendExport },
  { words: ['help', '도움말', '?'], run: ({ text }) => helpMessage(text) },
];
const SUB_COMMANDS: SubCommand[] = [
  ...OF_PEOPLE,
  ...OF_WORDS.map(({ words, run }) => ({
    words,
    run: (turn: Typed) => run({ ...turn, typed: asTyped(turn.typed) }),
  })),
];

export const pledge = {
  slash: ['/pledge', '/공약'],
  subs: SUB_COMMANDS,
  line,
  hears: [
    ...looking,
    ...updating,
    ...proposals,
    ...reviewing,
    ...answering,
    ...evaluating,
    ...details,
    ...linking,
    ...filing,
  ],
} satisfies Command;

/** A term, or words to search for. */
async function line(turn: Typed): Promise<Answer | Unknown> {
  const { typed, text } = turn;
  if (typed === '' || readTerm(typed) !== null) return showState(typed, turn);
  const said = asTyped(typed);
  return (await search(said, turn)) ?? { unknown: () => plainMessage(text.pledge.notFound(said)) };
}
