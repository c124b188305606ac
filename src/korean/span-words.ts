import type { Text } from '../text/index.ts';
import type { Day } from '../vocabulary/day.ts';
import { formatSpan } from './day-words.ts';

/** `12월 1일(화) ~ 12월 6일(일)`, `Tue 1 Dec – Sun 6 Dec`; a day alone once. */
export function spanWords(days: { from: Day; to: Day }, text: Text, today: Day): string {
  const [from, to] = formatSpan(days, text.language, today);
  return days.from === days.to ? from : text.conversation.span(from, to);
}
