import { parseTime } from '../../../korean/times.ts';
import { MAX_WON, parseWon } from '../../../korean/won.ts';
import type { Text } from '../../../text/index.ts';
import { isLimitName, type LimitName } from '../../../vocabulary/check.ts';
import { wonWords } from '../../expense/words.ts';
import { minutesOf } from '../meeting.ts';
import { type Limit, unitOf } from './known.ts';

export type LimitRefusal = 'missing' | 'not_a_value' | 'too_large';
type Typed = { limit: string | null; value: string | null; from: string | null; reason: string | null };

/** What a filled form makes of a limit. */
export function draftLimit({
  limit,
  value,
  from,
  reason,
}: Typed): { limit: Limit } | { refusals: Record<string, LimitRefusal> } {
  const refusals: Record<string, LimitRefusal> = {};
  if (!isLimitName(limit)) refusals.limit = 'missing';
  if (!from) refusals.from = 'missing';
  if (!reason) refusals.reason = 'missing';
  const read = isLimitName(limit) ? readValue(limit, value ?? '') : { refusal: 'missing' as const };
  if ('refusal' in read) refusals.value = read.refusal;
  if (!isLimitName(limit) || !from || !reason || 'refusal' in read) return { refusals };
  return { limit: { name: limit, from, value: read.value } };
}

const MOST_TIMES = 1000;

function readValue(name: LimitName, typed: string): { value: number } | { refusal: LimitRefusal } {
  if (typed.trim() === '') return { refusal: 'missing' };
  const unit = unitOf(name);
  if (unit === 'time') {
    const time = parseTime(typed);
    return time ? { value: minutesOf(time) } : { refusal: 'not_a_value' };
  }
  const read = parseWon(typed.replace(/(?:번|회)$/, ''));
  if ('refusal' in read) return { refusal: read.refusal === 'too_large' ? 'too_large' : 'not_a_value' };
  const most = unit === 'count' ? MOST_TIMES : MAX_WON;
  if (read.won < (unit === 'count' ? 2 : 1)) return { refusal: 'not_a_value' };
  return read.won > most ? { refusal: 'too_large' } : { value: read.won };
}

/** The number of a year's plan, where one is said. */
export function draftPlan({
  planYear,
  plan,
}: {
  planYear: string | null;
  plan: string | null;
}): { plan: { year: string; document: string } | null } | { refusal: 'not_a_year' | 'missing' } {
  const [year, document] = [planYear?.trim() ?? '', plan?.trim() ?? ''];
  if (year === '' && document === '') return { plan: null };
  if (!/^20\d{2}$/.test(year)) return { refusal: 'not_a_year' };
  return document === '' ? { refusal: 'missing' } : { plan: { year, document } };
}

export function limitWords(name: LimitName, value: number, text: Text): string {
  const unit = unitOf(name);
  if (unit === 'won') return wonWords(value, text);
  if (unit === 'count') return text.check.limits.times(String(value));
  return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
}
