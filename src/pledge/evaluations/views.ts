import { formatWon } from '../../korean/won.ts';
import { button, clip, escaped, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Result, Round } from '../reviews/rules.ts';
import { roundWords } from '../reviews/views.ts';
import { groupWords } from '../words.ts';
import { areaWords, type Evaluation, pointsWords } from './rules.ts';

export const EVALUATION_NEW = 'pledge_evaluation_new';
export const EVALUATION_EDIT = 'pledge_evaluation_edit';
export const HISTORY_PAGE = 'pledge_history_page';
export const ROUND_SHOW = 'pledge_round_show';

export const HISTORY_PAGE_SIZE = 10;

export type HistoryItem =
  | { kind: 'round'; at: string; round: Round; result: Result | null }
  | { kind: 'evaluation'; at: string; evaluation: Evaluation };

/** Every evaluation, our own half-yearly ones and the outside ones, newest first. */
export function historyMessage(items: readonly HistoryItem[], offset: number, manager: boolean, text: Text): Message {
  const words = text.pledge.evaluation;
  const shown = items.slice(offset, offset + HISTORY_PAGE_SIZE);
  const rows = shown.map((item) =>
    item.kind === 'round'
      ? section(itemWords(item, text), button(ROUND_SHOW, text.expense.show, item.round.name))
      : section(
          itemWords(item, text),
          manager ? button(EVALUATION_EDIT, text.expense.edit, String(item.evaluation.id)) : undefined,
        ),
  );
  const at = { query: '', offset };
  const add = manager ? [{ type: 'actions' as const, elements: [button(EVALUATION_NEW, words.add, ' ')] }] : [];
  return {
    text: escaped(clip([words.title, ...shown.map((item) => itemWords(item, text))].join('\n'), 3000)),
    blocks: [
      header(words.title),
      ...(items.length === 0 ? [section(words.none)] : rows),
      ...pager(HISTORY_PAGE, at, { count: items.length, size: HISTORY_PAGE_SIZE }, text),
      ...add,
    ],
  };
}

function itemWords(item: HistoryItem, text: Text): string {
  return item.kind === 'round' ? roundLine(item.round, item.result, text) : evaluationLine(item.evaluation, text);
}

export function roundLine(round: Round, result: Result | null, text: Text): string {
  const words = text.pledge.review;
  const state =
    round.state === 'open'
      ? words.running
      : round.publishedOn
        ? words.published(round.publishedOn)
        : words.notPublished;
  const counts = result
    ? result.groups.map(({ group, count }) => {
        const of =
          group === 'fulfilled' ? text.pledge.state.parts(formatWon(result.done), formatWon(result.continued)) : '';
        return `${groupWords(group, text)} ${formatWon(count)}${of}`;
      })
    : [];
  const mark = round.origin === 'sample' ? [text.pledge.sampleMark] : [];
  return clip([words.historyLine(roundWords(round.name, text)), state, ...counts, ...mark].join(' · '), 600);
}

export function evaluationLine(it: Evaluation, text: Text): string {
  const words = text.pledge.evaluation;
  const parts = [
    words.graded(it.year, it.body, it.subject, it.grade),
    ...(it.line === null ? [] : [words.line(it.grade, pointsWords(it.line))]),
    ...(it.score === null ? [] : [words.score(pointsWords(it.score))]),
    ...(it.announcedOn ? [words.announced(it.announcedOn)] : []),
    ...it.areas.map(areaWords),
    ...(it.peers.length > 0 ? [it.peers.join(', ')] : []),
    ...(it.origin === 'sample' ? [text.pledge.sampleMark] : []),
  ];
  return clip(parts.join(' · '), 900);
}
