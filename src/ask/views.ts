import type { types } from '@slack/bolt';
import { formatWon } from '../korean/won.ts';
import { type Block, button, capital, clip, context, header, LONGEST, plain, section } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';
import type { Noun } from '../vocabulary/ask.ts';
import type { Answer } from './answer.ts';
import { monthsOf } from './figures.ts';
import { type Called, figureWords, rowWords, understoodWords, valueWords } from './words.ts';

export const ASK_AGAIN = 'ask_again';

type Said = { text: string; blocks: Block[] };

/** The answer as a person reads it: what was understood, the figure, at most ten rows, and what the figure leaves out. */
export function answerLines(
  answer: Answer,
  corrected: readonly (readonly [string, string])[],
  text: Text,
  today: string,
  called: Called,
): { understood: string; figure: string; rows: string[]; notes: string[] } {
  const { query, rows, count, valued, mine, held, unit } = answer;
  const nothing = rows.length === 0 && answer.value === 0 && query.measure === 'list';
  return {
    understood: understoodWords(query, text, today, called),
    figure: nothing ? text.ask.none : valueWords(answer, text),
    rows: rows.map((row) => rowWords(row, answer, text, today, called)),
    notes: [
      ...(query.groupBy === null && count !== null && count > rows.length && rows.length > 1
        ? [text.ask.more(formatWon(count - rows.length))]
        : []),
      ...(valued !== null && count !== null && valued < count
        ? [text.ask.valued(formatWon(valued), formatWon(count))]
        : []),
      ...(query.per === 'month' ? [text.ask.monthly(String(monthsOf(query.periods, today)))] : []),
      ...(mine === null ? [] : [text.ask.mine(figureWords(query.noun, unit, mine, text))]),
      ...(held.rows > 0 ? [text.ask.held(formatWon(held.rows), text.spending.won(formatWon(held.won)))] : []),
      ...corrected.map(([typed, meant]) => text.ask.corrected(typed, meant)),
    ],
  };
}

/** `more`: what leads on from here, as buttons. */
export function answerMessage(lines: ReturnType<typeof answerLines>, more: readonly types.Button[]): Said {
  const { understood, figure, rows, notes } = lines;
  const blocks: Block[] = [
    context(understood),
    header(figure),
    ...(rows.length > 0 ? [section(rows.map((row) => clip(row, LONGEST_ROW)).join('\n'))] : []),
    ...(notes.length > 0 ? [context(...notes.slice(0, MOST_NOTES))] : []),
    ...(more.length > 0 ? [{ type: 'actions' as const, elements: [...more] }] : []),
  ];
  return { text: `${understood}\n${figure}`, blocks };
}

const LONGEST_ROW = 250;
const MOST_NOTES = 10;
const MOST_SUGGESTED = 5;

/** What could not be read, and questions that would work: a press asks them. */
export function notUnderstoodMessage(unknown: readonly string[], suggestions: readonly string[], text: Text): Said {
  const words = text.ask.notUnderstood;
  const lead =
    unknown.length > 0 ? words.words([...new Set(unknown)].map((word) => `“${word}”`).join(', ')) : words.lead;
  const buttons = suggestions.slice(0, MOST_SUGGESTED).map((question, i) => ({
    ...button(`${ASK_AGAIN}_${i}`, clip(capital(question), 75), clip(question, LONGEST.value)),
    text: plain(clip(capital(question), 75)),
  }));
  const blocks: Block[] = [section(lead), section(words.suggest)];
  return { text: lead, blocks: buttons.length > 0 ? [...blocks, { type: 'actions', elements: buttons }] : blocks };
}

/** Whole questions near what was asked: of the nouns it may have been about, else one of each. */
export function suggestionsFor(nouns: readonly Noun[], text: Text): string[] {
  const { examples } = text.ask;
  if (nouns.length > 0) return nouns.flatMap((noun) => examples[noun].slice(0, nouns.length > 2 ? 1 : 3));
  return FIRST.map((noun) => examples[noun][0] ?? '').filter(Boolean);
}

const FIRST: readonly Noun[] = ['expense', 'budget', 'visit', 'followup', 'contact'];
