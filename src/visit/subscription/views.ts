import { type Block, button, section } from '../../slack/blocks.ts';
import { calendarPath } from '../../slack/calendar-feed.ts';
import type { Text } from '../../text/index.ts';

export const CALENDAR_RENEW = 'calendar_renew';

/** A person's own address for calendars, under what else there is to say; renewing it ends the old one. */
export function subscriptionMessage(
  said: readonly string[],
  { publicUrl, key }: { publicUrl: string; key: string },
  text: Text,
): { text: string; blocks: Block[] } {
  const { subscribe, renew } = text.visit.files;
  const words = [...said, subscribe(`${publicUrl}${calendarPath(key)}`)].join('\n');
  return {
    text: words,
    blocks: [section(words), { type: 'actions', elements: [{ ...button(CALENDAR_RENEW, renew, 'renew') }] }],
  };
}
