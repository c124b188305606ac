import { formatDay } from '../korean/day-words.ts';
import { isWeekend, weekday } from '../korean/days.ts';
import type { Holidays } from '../korean/holidays.ts';
import type { Entry } from '../people/history/store.ts';
import type { HistoryWords } from '../people/history/views.ts';
import { clip } from '../slack/blocks.ts';
import type { Reader } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';
import type { Program } from './programs/rules.ts';
import type { Plan, When } from './rules.ts';

/** How the parts of a visit are said, in the reader's language. */

export const programWords = (program: Pick<Program, 'name'> | undefined, text: Text): string =>
  program ? text.visit.program(program.name) : '–';

/** `11월 9일(수) 14:00–15:00`, or from one day to another. */
export function whenWords({ startsOn, startTime, endsOn, endTime }: When, text: Text, today: string): string {
  const start = `${formatDay(startsOn, text.language, today)} ${startTime}`;
  if (endsOn === startsOn) return endTime === null ? start : `${start}–${endTime}`;
  const end = [formatDay(endsOn, text.language, today), endTime].filter(Boolean).join(' ');
  return text.visit.until(start, end);
}

/** What day it is, where it is no working day: `토요일`, `추석`; null otherwise. */
export function dayOffWords(day: string, holidays: Holidays, text: Text): string | null {
  const holiday = holidays.get(day);
  const weekend = isWeekend(day) ? (weekday(day) === 6 ? text.visit.saturday : text.visit.sunday) : null;
  return [weekend, holiday && text.visit.holiday(holiday)].filter(Boolean).join(', ') || null;
}

/** Every day off among the days a plan starts on, one sentence each. */
export function dayOffLines(
  plans: readonly Pick<Plan, 'startsOn'>[],
  holidays: Holidays,
  text: Text,
  today: string,
): string[] {
  return [...new Set(plans.map(({ startsOn }) => startsOn))].flatMap((day) => {
    const words = dayOffWords(day, holidays, text);
    return words ? [text.visit.form.onDay(formatDay(day, text.language, today), words)] : [];
  });
}

export const placeWords = ({ place, district }: Pick<Plan, 'place' | 'district'>, text: Text): string =>
  `${place} (${text.visit.district(district)})`;

/** Names with commas between; a long list ends in how many more there are. */
export function namesWords(names: readonly string[], most: number, text: Text): string {
  const shown = names.slice(0, most).map((name) => clip(name, 40));
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [text.visit.more(String(more))] : [])].join(', ');
}

/** How a visit's changes are said. */
export const historyWords = (
  names: ReadonlyMap<string, string>,
  programs: readonly Program[],
  { text, today }: Reader,
): HistoryWords => ({
  actions: text.visit.actions,
  fields: text.visit.historyFields,
  value(field, value) {
    if (Array.isArray(value) && value.length === 0) return '–';
    if (field === 'programId')
      return programWords(
        programs.find(({ id }) => id === value),
        text,
      );
    if (field === 'startsOn' || field === 'endsOn') return formatDay(String(value), text.language, today);
    if (field === 'district') return text.visit.district(String(value));
    return [value]
      .flat()
      .map((it) => names.get(String(it)) ?? String(it))
      .join(', ');
  },
});

/** The people that a history speaks of. */
export const peopleIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ actor, changed }) => [
    actor,
    ...changed
      .flatMap(({ field, before, after }) => (field === 'owner' || field === 'staff' ? [before, after].flat() : []))
      .filter((id) => typeof id === 'string'),
  ]);
