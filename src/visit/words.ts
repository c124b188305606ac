import { formatDay } from '../korean/day-words.ts';
import { daysBetween, isWeekend, weekday } from '../korean/days.ts';
import { BEFORE_ANY_ELECTION, BEFORE_OWN_ELECTION, type Election, electionWithin } from '../korean/elections.ts';
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

/** The elections that a plan's days are near to, and what is barred before them (공직선거법 제86조): one sentence for each election. */
export function electionLines(
  plans: readonly Pick<Plan, 'startsOn'>[],
  elections: readonly Election[],
  text: Text,
  today: string,
): string[] {
  const words = text.visit.form.elections;
  const near = (within: number, among: readonly Election[]) =>
    plans.flatMap(({ startsOn }) => {
      const election = electionWithin(startsOn, within, among);
      return election ? [{ election, startsOn }] : [];
    });
  const said = (found: ReturnType<typeof near>, say: (election: string, days: number) => string) =>
    [...new Map(found.toReversed().map((it) => [it.election.day, it])).values()].map(({ election, startsOn }) =>
      say(
        `${formatDay(election.day, text.language, today)} ${text.visit.holiday(election.name)}`,
        daysBetween(startsOn, election.day),
      ),
    );
  const own = elections.filter(({ local }) => local);
  return [...said(near(BEFORE_ANY_ELECTION, elections), words.any), ...said(near(BEFORE_OWN_ELECTION, own), words.own)];
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
  actors: text.conversation.actors,
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
