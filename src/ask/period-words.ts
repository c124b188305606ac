import { formatDay } from '../korean/day-words.ts';
import { lastOfMonth } from '../korean/days.ts';
import { spanWords } from '../korean/span-words.ts';
import type { Text } from '../text/index.ts';
import type { Span } from './query.ts';

/** `2016`, `2016년 10월`, `11월 3일(화) ~ 11월 9일(월)`. */
export function periodWords({ from, to }: Span, text: Text, today: string): string {
  if (from === to) return formatDay(from, text.language, today);
  if (from.endsWith('-01-01') && to.endsWith('-12-31'))
    return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`;
  if (from.endsWith('-01') && to === lastOfMonth(to)) {
    const [first, last] = [from, to].map((day) => text.ask.month(day.slice(0, 4), Number(day.slice(5, 7))));
    return first === last ? `${first}` : text.conversation.span(`${first}`, `${last}`);
  }
  return spanWords({ from, to }, text, today);
}
