import { formatDate } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import type { Changed } from '../../register/overtaken.ts';
import { button, clip, escaped, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Result, Round } from '../reviews/rules.ts';
import { roundWords } from '../reviews/views.ts';
import { groupWords } from '../words.ts';
import { type Area, areaWords, type Evaluation, pointsWords } from './rules.ts';

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
  const title = [words.title, ...(items.length > 0 ? [text.spending.records(formatWon(items.length))] : [])].join(
    ' · ',
  );
  const shown = items.slice(offset, offset + HISTORY_PAGE_SIZE);
  const rows = shown.map((item) =>
    item.kind === 'round'
      ? section(
          itemWords(item, text),
          item.round.state === 'cancelled' ? undefined : button(ROUND_SHOW, text.expense.show, item.round.name),
        )
      : section(
          itemWords(item, text),
          manager ? button(EVALUATION_EDIT, text.expense.edit, String(item.evaluation.id)) : undefined,
        ),
  );
  const at = { query: '', offset };
  const add = manager ? [{ type: 'actions' as const, elements: [button(EVALUATION_NEW, words.add, ' ')] }] : [];
  return {
    text: escaped(clip([title, ...shown.map((item) => itemWords(item, text))].join('\n'), 3000)),
    blocks: [
      header(title),
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
    round.state !== 'frozen'
      ? words[round.state === 'open' ? 'running' : 'cancelledState']
      : round.publishedOn
        ? words.published(formatDate(round.publishedOn, text.language))
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
    ...(it.announcedOn ? [words.announced(formatDate(it.announcedOn, text.language))] : []),
    ...it.areas.map(areaWords),
    ...(it.peers.length > 0 ? [it.peers.join(', ')] : []),
    ...(it.origin === 'sample' ? [text.pledge.sampleMark] : []),
  ];
  return clip(parts.join(' · '), 900);
}

/** An evaluation was saved; it can be mended from there. */
export const savedMessage = (words: string, id: number, text: Text): Message => ({
  text: escaped(words),
  blocks: [section(words, button(EVALUATION_EDIT, text.expense.edit, String(id)))],
});

const VALUES: Partial<Record<string, (value: never) => string>> = {
  line: pointsWords,
  score: pointsWords,
  areas: (areas: readonly Area[]) => areas.map(areaWords).join(' · '),
  peers: (peers: readonly string[]) => peers.join(', '),
};

export const changedEvaluation = ({ pledge }: Text): Changed => ({
  noun: 'evaluation',
  say({ changed }) {
    const shown = (field: string, value: unknown) =>
      value === null ? '–' : clip(VALUES[field]?.(value as never) || String(value), 80);
    const label = (field: string) =>
      pledge.evaluation.form.labels[field === 'announcedOn' ? 'announced_on' : (field as 'year')];
    return changed
      .map(({ field, before, after }) => `${label(field)}: ${shown(field, before)} → ${shown(field, after)}`)
      .join(' · ');
  },
});
