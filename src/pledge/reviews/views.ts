import { formatDate } from '../../korean/day-words.ts';
import { formatWon, percent } from '../../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { VISIT_NEW } from '../../visit/views.ts';
import { groupWords, statusWords } from '../words.ts';
import {
  type Answer,
  type Comparison,
  halfOf,
  isAnswered,
  type Result,
  type Round,
  type Tally,
  yearOf,
} from './rules.ts';

export const REVIEW_ANSWER = 'review_answer';
export const REVIEW_PAGE = 'review_page';
export const REVIEW_SHOW = 'review_show';
export const REVIEW_CLOSE = 'review_close';
export const REVIEW_ASK = 'review_ask';
export const REVIEW_MEETING = 'review_meeting';
export const REVIEW_SAME = 'review_same';
export const REVIEW_CANCEL = 'review_cancel';

/** Pledges on a page of what a person is asked: with a button each, within Slack's fifty blocks. */
export const ASKED_SHOWN = 20;
const MOST_NAMED = 12;
const LONGEST_ROW = 250;

export const roundWords = (name: string, text: Text): string => text.pledge.review.name(yearOf(name), halfOf(name));

/** What one person is asked, in one message: every pledge of theirs, with a form each, answered ones marked. */
export function requestMessage(round: Round, own: readonly Answer[], offset: number, text: Text): Message {
  const words = text.pledge.review;
  const dated = (day: string) => formatDate(day, text.language);
  const title = words.requestTitle(roundWords(round.name, text));
  const answered = own.filter(isAnswered).length;
  const lead =
    round.state !== 'open'
      ? words[round.state === 'frozen' ? 'frozenLead' : 'cancelledLead']
      : answered === own.length
        ? words.allAnswered(formatWon(own.length))
        : words.requestLead(dated(round.asOf), dated(round.until), formatWon(own.length), formatWon(answered));
  const several = round.state === 'open' && own.length - answered > 1;
  const shown = own.slice(offset, offset + ASKED_SHOWN);
  const rows = shown.map((answer) => {
    const value = JSON.stringify({ roundId: round.id, pledgeId: answer.pledgeId });
    const label = isAnswered(answer) ? words.answerAgain : words.answer;
    const accessory = round.state === 'open' ? button(REVIEW_ANSWER, label, value) : undefined;
    return section(answerWords(answer, text), accessory);
  });
  const at = { query: String(round.id), offset };
  return {
    text: escaped([title, lead].join('\n')),
    blocks: [
      header(title),
      section(lead),
      ...(several
        ? [{ type: 'actions' as const, elements: [button(REVIEW_SAME, words.same.button, String(round.id))] }]
        : []),
      ...rows,
      ...pager(REVIEW_PAGE, at, { count: own.length, size: ASKED_SHOWN }, text),
    ],
  };
}

function answerWords(answer: Answer, text: Text): string {
  const words = text.pledge.review;
  const state = isAnswered(answer)
    ? words.answeredAs(statusWords(answer.status, text), answer.progress ?? 0)
    : words.unanswered;
  return clip(
    `${answer.name} · ${answer.title}\n${[state, answer.department].filter(Boolean).join(' · ')}`,
    LONGEST_ROW,
  );
}

export type OpenPage = {
  round: Round;
  tally: Tally;
  unasked: readonly Answer[];
  names: ReadonlyMap<string, string>;
  manager: boolean;
};

/** An open round: who has answered, what nobody is asked for, and for a manager the end of it. */
export function openRoundMessage({ round, tally, unasked, names, manager }: OpenPage, text: Text): Message {
  const words = text.pledge.review;
  const dated = (day: string) => formatDate(day, text.language);
  const title = words.openTitle(roundWords(round.name, text));
  const lead = words.openLead(dated(round.asOf), dated(round.until), formatWon(tally.answered), formatWon(tally.total));
  const people = tally.people.map((person) =>
    words.personLine(names.get(person.userId) ?? person.userId, formatWon(person.answered), formatWon(person.total)),
  );
  const departments = [...new Set(unasked.map((answer) => answer.department ?? text.pledge.noDepartment))];
  const unaskedWords = words.unasked(formatWon(unasked.length), departments.slice(0, MOST_NAMED).join(', '));
  const blocks: Block[] = [header(title), section(lead)];
  if (people.length > 0) blocks.push(section(clip(people.join('\n'), 2500)));
  if (unasked.length > 0) {
    blocks.push(section(clip(unaskedWords, 1500)));
    for (const answer of unasked.slice(0, MOST_NAMED)) {
      const value = JSON.stringify({ roundId: round.id, pledgeId: answer.pledgeId });
      blocks.push(section(answerWords(answer, text), manager ? button(REVIEW_ANSWER, words.answer, value) : undefined));
    }
  }
  if (manager) {
    const id = String(round.id);
    const elements = [
      button(REVIEW_ASK, words.ask, id),
      button(REVIEW_CLOSE, words.close, id, 'primary'),
      button(REVIEW_CANCEL, words.cancel.button, id, 'danger'),
    ];
    blocks.push({ type: 'actions', elements });
  }
  const told = [title, lead, ...people, ...(unasked.length > 0 ? [unaskedWords] : [])];
  return { text: escaped(clip(told.join('\n'), 3000)), blocks };
}

export type FrozenPage = {
  round: Round;
  result: Result;
  comparison: { with: Round; changes: Comparison } | null;
  who: string | null;
  when: string | null;
};

/** A frozen round in the shape of the report, and how it differs from the one before. */
export function frozenRoundMessage({ round, result, comparison, who, when }: FrozenPage, text: Text): Message {
  const words = text.pledge.review;
  const dated = (day: string) => formatDate(day, text.language);
  const title = words.frozenTitle(roundWords(round.name, text));
  const lines = resultLines(result, text);
  const frozen = [
    words.asOf(dated(round.asOf)),
    ...(when ? [words.frozenBy(who ?? '', when)] : []),
    round.publishedOn ? words.published(dated(round.publishedOn)) : words.notPublished,
  ].join(' · ');
  const changes = comparison ? comparisonLines(comparison, text) : [words.nothingToCompare];
  const troubled = result.troubled.slice(0, MOST_NAMED);
  const blocks: Block[] = [header(title), section(frozen), section(lines.join('\n')), section(changes.join('\n'))];
  const unanswered = unansweredLines(result.unanswered, text);
  if (unanswered.length > 0) blocks.push(section(unanswered.join('\n')));
  if (result.troubled.length > 0) blocks.push(section(words.troubled(formatWon(result.troubled.length))));
  for (const answer of troubled) {
    const row = `${answer.name} · ${answer.title}\n${statusWords(answer.result, text)}`;
    const line = clip(words.meetingLine(answer.title), LONGEST_ROW);
    blocks.push(section(clip(row, LONGEST_ROW)), {
      type: 'actions',
      block_id: `meeting_${answer.pledgeId}`,
      elements: [
        button(VISIT_NEW, words.meetingPlan, line),
        button(REVIEW_MEETING, words.meeting, String(answer.pledgeId)),
      ],
    });
  }
  const more = result.troubled.length - troubled.length;
  if (more > 0) blocks.push(context(text.pledge.state.more(formatWon(more))));
  if (round.origin === 'sample') blocks.push(context(text.pledge.sample));
  const told = [title, frozen, ...lines, ...changes, ...unanswered];
  return { text: escaped(clip(told.join('\n'), 3000)), blocks };
}

/** What stands as it was, since nobody answered. */
function unansweredLines(unanswered: readonly Answer[], text: Text): string[] {
  if (unanswered.length === 0) return [];
  const rest = unanswered.length - MOST_NAMED;
  return [
    text.pledge.review.left(formatWon(unanswered.length)),
    ...unanswered.slice(0, MOST_NAMED).map(({ name, title }) => clip(`• ${name} · ${title}`, 150)),
    ...(rest > 0 ? [text.pledge.state.more(formatWon(rest))] : []),
  ];
}

export function resultLines(result: Result, text: Text): string[] {
  return [
    text.pledge.review.total(formatWon(result.total)),
    ...result.groups.map(({ group, count, share }) => {
      const { parts } = text.pledge.state;
      const of = group === 'fulfilled' ? parts(formatWon(result.done), formatWon(result.continued)) : '';
      return `${groupWords(group, text)} ${text.pledge.count(formatWon(count))}${of} · ${percent(share)}`;
    }),
  ];
}

export function changeWords({ groups, progress }: Comparison, text: Text): string[] {
  const [before, after] = progress ? [progress.before.toFixed(1), progress.after.toFixed(1)] : ['', ''];
  return [
    ...groups.map(({ group, change }) => `${groupWords(group, text)} ${change > 0 ? '+' : '−'}${Math.abs(change)}`),
    ...(before !== after ? [text.pledge.review.progressMoved(before, after)] : []),
  ];
}

const stateWords = ({ status, progress }: Comparison['moved'][number]['before'], text: Text): string =>
  text.pledge.review.state(statusWords(status, text), progress === null ? '' : `${progress}%`);

function comparisonLines({ with: before, changes }: { with: Round; changes: Comparison }, text: Text): string[] {
  const words = text.pledge.review;
  const moved = changes.moved
    .slice(0, MOST_NAMED)
    .map((it) =>
      clip(`${it.name} ${it.title}: ${stateWords(it.before, text)} → ${stateWords(it.after, text)}`, LONGEST_ROW),
    );
  const sums = changeWords(changes, text);
  return [
    words.comparedWith(roundWords(before.name, text), sums.length > 0 ? sums.join(' · ') : words.nothingMoved),
    ...moved,
  ];
}
