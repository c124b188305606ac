import type { types } from '@slack/bolt';
import { formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { actorName } from '../../people/actors.ts';
import { type Block, button, clip, context, escaped, header, section } from '../../slack/blocks.ts';
import { fiveAtMost } from '../../slack/more.ts';
import { pageButtons } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Reader } from '../../slack/turn.ts';
import type { Text } from '../../text/index.ts';
import type { Evidence } from '../../vocabulary/check.ts';
import { EVIDENCE } from '../../vocabulary/check.ts';
import { type Expense, expenseName } from '../expense/rules.ts';
import { EXPENSE_SHOW } from '../expense/views.ts';
import { answerWords, detailWords, whenWords, wonWords } from '../expense/words.ts';
import { twinsButton } from '../twin/views.ts';
import { CHECK_ACCEPT, CHECK_LIMITS, CHECK_LIST, CHECK_PAGE, CHECK_RULE, CHECK_TODO, EVIDENCE_OPEN } from './ids.ts';
import type { Finding } from './rule.ts';
import { findRule } from './rules/all.ts';
import type { Asked } from './scope.ts';
import type { RuleCount } from './store.ts';
import { basisLines, findingLine, findingWords, ruleTitle } from './words.ts';

export const PAGE_SIZE = 6;
const MOST_LINES = 8;

/** What is said below a record that was just saved, or is shown: what it lacks, what to look at, what was said about it. */
export function withFindings(
  message: Message,
  { findings, given, mayGive }: { findings: readonly Finding[]; given: Evidence; mayGive: boolean },
  expenseId: number,
  text: Text,
): Message {
  const lines = findingLines(findings, given, text);
  if (lines.length === 0) return message;
  const said = clip(lines.join('\n'), 2500);
  const blocks = [...(message.blocks ?? [])];
  const at = blocks.findLastIndex((block) => block.type === 'actions');
  const asks =
    mayGive && findings.some(({ state, asks, rule }) => state === 'open' && (asks.length > 0 || rule === 'E17'));
  const give = asks ? [button(EVIDENCE_OPEN, text.check.give, String(expenseId), 'primary')] : [];
  const actions = blocks[at];
  if (actions?.type === 'actions') {
    blocks[at] = { ...actions, elements: fiveAtMost([...give, ...actions.elements.filter(isPressed)]) };
    blocks.splice(at, 0, section(said));
  } else blocks.push(section(said), ...(give.length > 0 ? [{ type: 'actions' as const, elements: give }] : []));
  return { ...message, text: `${message.text}\n${escaped(said)}`, blocks };
}

const isPressed = (it: types.ActionsBlockElement): it is types.Button | types.Overflow =>
  it.type === 'button' || it.type === 'overflow';

function findingLines(findings: readonly Finding[], given: Evidence, text: Text): string[] {
  const open = findings.filter(({ state }) => state === 'open');
  const list = (heading: string, own: readonly Finding[]): string[] => {
    if (own.length === 0) return [];
    const rest = own.length - MOST_LINES;
    const lines = own.slice(0, MOST_LINES).map((finding) => `• ${findingLine(finding, text)}`);
    return [heading, ...lines, ...(rest > 0 ? [text.check.more(rest)] : [])];
  };
  const said = EVIDENCE.flatMap((field) => {
    const value = given[field];
    return value ? [`${text.check.labels[field]}: ${answerWords(field, value, text).replaceAll('\n', ' / ')}`] : [];
  });
  return [
    ...list(
      text.check.lacking,
      open.filter(({ severity }) => severity !== 'warn'),
    ),
    ...list(
      text.check.noticed,
      open.filter(({ severity }) => severity === 'warn'),
    ),
    ...(said.length > 0 ? [text.check.given, ...said] : []),
  ];
}

/** By rule, what is open and what was settled. */
export function overviewMessage(
  counts: readonly RuleCount[],
  { query, period }: Asked,
  more: { records: number; twins: number; notes: readonly string[]; notApplied: readonly string[] },
  text: Text,
): Message {
  const words = text.check.list;
  const open = counts.reduce((sum, count) => sum + count.open, 0);
  const summary =
    counts.length === 0 ? words.none(period) : words.summary(period, formatWon(open), formatWon(more.records));
  const rows = counts.map((count) => {
    const line = words.count(formatWon(count.open), formatWon(count.answered), formatWon(count.accepted));
    const severity = count.severity ?? findRule(count.rule)?.severity ?? 'warn';
    return { rule: count.rule, words: `${ruleTitle(count.rule, text)} · ${text.check.severities[severity]}\n${line}` };
  });
  const notes = [...more.notes, ...(more.notApplied.length > 0 ? [words.notApplied(more.notApplied.join(', '))] : [])];
  return {
    text: escaped([words.byRule, summary, ...rows.map((row) => row.words), ...notes].join('\n')),
    blocks: [
      header(words.byRule),
      section(summary),
      ...rows.map((row) =>
        section(row.words, button(CHECK_RULE, words.open, JSON.stringify({ rule: row.rule, query, offset: 0 }))),
      ),
      ...(notes.length > 0 ? [context(notes.join('\n'))] : []),
      ...twinsButton(more.twins, text),
      {
        type: 'actions',
        elements: [button(CHECK_TODO, words.todo, query || ' '), button(CHECK_LIMITS, words.limits, 'open')],
      },
    ],
  };
}

export type Row = { finding: Finding; expense: Expense; given: Evidence; mayGive: boolean; mayAccept: boolean };

/** A page of what one rule found. */
export function ruleMessage(
  rule: string,
  rows: readonly Row[],
  at: Asked & { offset: number; count: number; names: ReadonlyMap<string, string> },
  { text, today }: Reader,
): Message {
  const { list, certainties, severities } = text.check;
  const known = findRule(rule);
  const title = ruleTitle(rule, text);
  const about = known
    ? [`${severities[known.severity]} · ${certainties[known.certainty]}`, ...basisLines(known, text)]
    : [];
  const pages = Math.ceil(at.count / PAGE_SIZE);
  const page = pages > 1 ? [text.expense.list.page(Math.floor(at.offset / PAGE_SIZE) + 1, pages)] : [];
  const lines = rows.map((row) => rowLines(row, at.names, text, today));
  const turn = (offset: number) => JSON.stringify({ rule, query: at.query, offset });
  const pager: types.Button[] = [
    ...pageButtons(CHECK_PAGE, turn, at.offset, { count: at.count, size: PAGE_SIZE }, text),
    button(CHECK_LIST, list.back, at.query || ' '),
  ];
  return {
    text: escaped([title, ...about, ...lines, ...page].join('\n')),
    blocks: [
      header(title),
      context(clip([at.period, ...about].join('\n'), 2000)),
      ...rows.flatMap((row, i) => rowBlocks(row, lines[i] ?? '', text)),
      ...(page.length > 0 ? [context(page.join(' '))] : []),
      { type: 'actions', elements: pager },
    ],
  };
}

const LONGEST_ROW = 600;

/** A record with what was found about it and, where that was settled, by whom. */
export function rowLines(
  { finding, expense, given }: Row,
  names: ReadonlyMap<string, string>,
  text: Text,
  today: string,
): string {
  const { settledBy, settledAt, answer, state, asks } = finding;
  const said = asks.flatMap((field) => (given[field] ? [answerWords(field, given[field], text)] : [])).join(' · ');
  const settled =
    state === 'open'
      ? []
      : [
          text.check.list.settled(
            settledBy === null ? '' : actorName(settledBy, names, text),
            settledAt === null ? '' : formatDay(settledAt.toISOString().slice(0, 10), text.language, today),
            text.check.states[state],
            clip((answer ?? said).replaceAll('\n', ' '), 200),
          ),
        ];
  const title = [expenseName(expense.id), whenWords(expense, text, today), wonWords(expense.amount, text)].join(' · ');
  const details = clip(detailWords(expense, text).replaceAll('\n', ' '), 200);
  return clip([title, details, `→ ${findingWords(finding, text)}`, ...settled].join('\n'), LONGEST_ROW);
}

export function rowBlocks({ finding, expense, mayGive, mayAccept }: Row, words: string, text: Text): Block[] {
  const id = String(finding.id);
  const elements: types.Button[] =
    finding.state !== 'open'
      ? []
      : [
          ...(mayGive && finding.severity !== 'block'
            ? [button(EVIDENCE_OPEN, text.check.give, `${expense.id}/${id}`)]
            : []),
          ...(mayAccept ? [button(CHECK_ACCEPT, text.check.accept.button, id)] : []),
        ];
  return [
    section(words, button(EXPENSE_SHOW, text.expense.show, String(expense.id))),
    ...(elements.length > 0 ? [{ type: 'actions' as const, elements }] : []),
  ];
}
