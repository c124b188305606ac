import { findMembersOfDistrict } from '../council/members/store.ts';
import { addDays } from '../korean/days.ts';
import { findDistricts } from '../people/districts/store.ts';
import { type Changed, changedBy } from '../register/overtaken.ts';
import type { Message } from '../slack/privately.ts';
import type { Reader, Turn } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';
import type { Clash } from './clashes.ts';
import { idsOf, notesOn } from './notes.ts';
import { NOTICE_DAYS, standingOf, toTellAgain } from './notice/rules.ts';
import { findNotices } from './notice/store.ts';
import type { Program } from './programs/rules.ts';
import { findPrograms } from './programs/store.ts';
import { isMoved, type Visit, visitName } from './rules.ts';
import { savedMessage } from './views.ts';
import { historyWords, namesWords, peopleIn, whenWords } from './words.ts';

/** What planning needs to know of the office. */
export type Known = { programs: Program[]; districts: readonly string[]; today: string };

export async function findKnown({ db, today }: Pick<Turn, 'db' | 'today'>): Promise<Known> {
  return { programs: await findPrograms(db), districts: await findDistricts(db), today };
}

/** How what others changed of a visit meanwhile is said. */
export const changedOf = (reader: Reader, programs: readonly Program[]): Changed =>
  changedBy('visit', (names) => historyWords(names, programs, reader), {
    people: peopleIn,
    versioned: ['planned', 'changed', 'moved', 'cancelled', 'restored', 'result'],
  });

/** What a planner is told: what is planned, days off among it, and whom of the council to tell first. */
export async function plannedMessage(
  { visits, again }: { visits: Visit[]; again: boolean },
  lines: readonly string[],
  { programs }: Known,
  turn: Turn,
): Promise<Message> {
  const { text } = turn;
  const names = visits.map(({ id }) => visitName(id)).join(', ');
  const planned = visits.length > 1 ? text.visit.plannedMany(names, String(visits.length)) : text.visit.planned(names);
  const title = again ? text.visit.plannedAgain(names) : planned;
  const [first] = visits;
  const program = programs.find(({ id }) => id === first?.programId);
  const isAhead = first !== undefined && first.endsOn >= turn.today;
  const toTell = isAhead && standingOf(first, program, []) === 'untold' ? [await tellFirst(first, turn)] : [];
  return savedMessage(title, visits, [...(await notesOn(visits, turn)), ...lines, ...toTell], turn);
}

async function tellFirst(visit: Visit, { db, text, today }: Turn): Promise<string> {
  const members = (await findMembersOfDistrict(db, visit.district)).map(({ name }) => name);
  const who = members.length === 0 ? text.visit.tellSomebody : text.visit.tellFirst(namesWords(members, 10, text));
  // Told three days before at the latest: of what is entered later nobody would be reminded in time.
  return visit.startsOn < addDays(today, NOTICE_DAYS) ? `${text.visit.tellNow}\n${who}` : who;
}

/** What has changed, and who was told of it as it was before. */
export async function changedMessage(
  { record: visit, before }: { record: Visit; before: Visit },
  lines: readonly string[],
  turn: Turn,
): Promise<Message> {
  const { text, today } = turn;
  const moved = isMoved(before, visit);
  const name = visitName(visit.id);
  const title = moved
    ? text.visit.moved(name, whenWords(before, text, today), whenWords(visit, text, today))
    : text.visit.changed(name);
  const again = moved ? await tellAgain(visit, turn) : [];
  return savedMessage(title, [visit], [...(await notesOn([visit], turn)), ...lines, ...again], turn);
}

/** Who was told of a visit, and has to hear of it again. */
export async function tellAgain(visit: Visit, { db, text }: Turn): Promise<string[]> {
  const told = (await findNotices(db, [visit.id])).get(visit.id) ?? [];
  const names = toTellAgain(visit, told).map(({ name }) => name);
  return names.length > 0 ? [text.visit.tellAgain(namesWords(names, 10, text))] : [];
}

/** What a visit runs into, and stands all the same. */
export function keptWords(clashes: readonly Clash[], text: Text): string[] {
  const kept = [...new Set(idsOf(clashes))].map(visitName);
  return kept.length > 0 ? [text.visit.clashesKept(namesWords(kept, 10, text))] : [];
}
