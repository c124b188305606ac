import { followupName } from '../../followup/rules.ts';
import { formatWon } from '../../korean/won.ts';
import { type Block, button, context, escaped, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Answer } from './answer.ts';

export const ANSWER_HAND_IN = 'answer_hand_in';

/** What was made, and the button that hands it in where it belongs to a demand. */
export function answerMessage(
  { title, rows, masked, undecided, followup }: Answer,
  typed: string,
  text: Text,
): Message {
  const words = text.report.answer;
  const lines = [
    words.made(title, formatWon(rows)),
    ...(masked > 0 ? [words.masked(formatWon(masked), formatWon(undecided))] : []),
  ];
  const blocks: Block[] = [
    ...lines.map((line) => section(line)),
    ...(followup
      ? [
          context(`${followupName(followup.id)} ${followup.title}`),
          { type: 'actions' as const, elements: [button(ANSWER_HAND_IN, words.handIn, typed || ' ', 'primary')] },
        ]
      : []),
  ];
  return { text: escaped(lines.join('\n')), blocks };
}
