import { formatWon } from '../korean/won.ts';
import type { Text } from '../text/index.ts';
import type { Gap } from './gaps.ts';
import { namesOf } from './record-names.ts';

/** Records named in a sentence. */
const MOST_NAMED = 10;

/** What is missing or to be looked at, in a sentence. */
export function gapWords({ code, records, detail }: Gap, text: Text): string {
  const { said, left } = namesOf(records, MOST_NAMED);
  const isWon = code === 'held_rows' || code === 'spends_without_day';
  return text.report.gaps[code]({
    records: left > 0 ? `${said} … +${left}` : said,
    count: formatWon(records.length),
    detail: isWon ? formatWon(Number(detail)) : (detail ?? ''),
  });
}
