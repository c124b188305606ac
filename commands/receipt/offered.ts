import type { webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { formatMoment } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Visitor } from '../../src/slack/visitor.ts';
import type { Pending } from '../../src/spending/receipt/views.ts';

/** Once it is decided, the offer says what was decided, by whom and when, and offers nothing more. */
export async function replaceOffer(
  client: webApi.WebClient,
  place: Pending['offer'],
  { text, blocks = [] }: Message,
  deps: Deps,
): Promise<void> {
  if (!place) return;
  await client.chat.update({ ...place, text, blocks }).catch((error) => {
    deps.log.error({ err: error }, 'A receipt is attached, but its offer still stands there.');
  });
}

export function decided(words: string, { person, text }: Visitor, { config, now }: Deps): string {
  const today = todayIn(config.timezone, now());
  const when = formatMoment(now(), config.timezone, text.language, today);
  return text.receipt.attachedBy(words, person.name, when);
}

export function placeOf(body: {
  channel?: { id: string } | undefined;
  message?: { ts: string } | undefined;
}): Pending['offer'] {
  return body.channel && body.message ? { channel: body.channel.id, ts: body.message.ts } : undefined;
}
