import { button, escaped, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { DisclosurePeriod } from '../period.ts';
import { DISCLOSURE_OPEN } from '../views.ts';
import { periodWords } from '../words.ts';

/** Says below a record that a published table says otherwise, and opens the table, where the correction is. */
export function withPublished(message: Message, periods: readonly DisclosurePeriod[], text: Text): Message {
  if (periods.length === 0) return message;
  const words = text.disclosure;
  const said = periods.map((period) => ({ period, words: words.publishedOtherwise(periodWords(period, text)) }));
  return {
    ...message,
    text: [message.text, ...said.map((it) => escaped(it.words))].join('\n'),
    blocks: [
      ...(message.blocks ?? []),
      ...said.map((it) => section(it.words, button(DISCLOSURE_OPEN, words.buttons.open, it.period.key))),
    ],
  };
}
