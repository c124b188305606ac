import type { Day } from '../vocabulary/day.ts';
import { parseDay } from './typed-days.ts';

const WRITTEN =
  /(?<!\d)(?:\d{4} ?[-.년/] ?\d{1,2} ?[-.월/] ?\d{1,2}|'\d{2} ?\. ?\d{1,2} ?\. ?\d{1,2}|(?:19|20)\d{6})(?!\d)/g;

/** The last day with a year that stands in a text: `비서실-123 (2018. 3. 20.)`; a document's number is none. */
export function lastDayIn(text: string): Day | null {
  const days = [...text.normalize('NFKC').matchAll(WRITTEN)].flatMap(([written]) => {
    const day = parseDay(written.replace(/ ?[년월] ?/g, '-'), { today: '2000-01-01' });
    return day ? [day] : [];
  });
  return days.at(-1) ?? null;
}
