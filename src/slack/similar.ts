import type { Text } from '../text/index.ts';
import { context, escaped } from './blocks.ts';
import type { Message } from './privately.ts';

/** A list of what was probably meant, marked as that: `비슷한 결과: 미잔 → 미진`. */
export function markedSimilar(message: Message, near: ReadonlyMap<string, string>, text: Text): Message {
  const pairs = [...near].map(([typed, meant]) => `${typed} → ${meant}`).join(', ');
  const said = text.conversation.similar(pairs);
  return {
    ...message,
    text: `${escaped(said)}\n${message.text}`,
    ...(message.blocks ? { blocks: [context(said), ...message.blocks] } : {}),
  };
}
