import { formatWon } from '../korean/won.ts';
import type { Text } from '../text/index.ts';
import type { Gap } from './gaps.ts';

/** Records named in a sentence. */
const MOST_NAMED = 10;

/** What is missing or to be looked at, in a sentence. */
export function gapWords({ code, records, detail }: Gap, text: Text): string {
  const named = records.slice(0, MOST_NAMED).join(', ');
  const more = records.length - MOST_NAMED;
  const isWon = code === 'held_rows' || code === 'spends_without_day';
  return text.report.gaps[code]({
    records: more > 0 ? `${named} … +${more}` : named,
    count: formatWon(records.length),
    detail: isWon ? formatWon(Number(detail)) : (detail ?? ''),
  });
}
