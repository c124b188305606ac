import type { Database } from '../../src/base/db/database.ts';
import type { Deps } from '../../src/base/deps.ts';
import { findMembersOfDistrict } from '../../src/council/members/store.ts';
import { todayIn } from '../../src/korean/days.ts';
import { holidaysBetween } from '../../src/korean/holidays.ts';
import { findDistricts } from '../../src/people/districts/store.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Text } from '../../src/text/index.ts';
import { standingOf } from '../../src/visit/notice/rules.ts';
import { findNotices } from '../../src/visit/notice/store.ts';
import type { Program } from '../../src/visit/programs/rules.ts';
import { findPrograms } from '../../src/visit/programs/store.ts';
import { isMoved, type Visit, visitName } from '../../src/visit/rules.ts';
import { savedMessage } from '../../src/visit/views.ts';
import { dayOffLines, namesWords, whenWords } from '../../src/visit/words.ts';

/** What planning needs to know of the office. */
export type Known = { programs: Program[]; districts: readonly string[]; today: string };

export async function findKnown({ db, config, now }: Pick<Deps, 'db' | 'config' | 'now'>): Promise<Known> {
  const [programs, districts] = [await findPrograms(db), await findDistricts(db)];
  return { programs, districts, today: todayIn(config.timezone, now()) };
}

/** What a planner is told: what is planned, days off among it, and whom of the council to tell first. */
export async function plannedMessage(
  { visits, again }: { visits: Visit[]; again: boolean },
  lines: readonly string[],
  { programs, today }: Known,
  text: Text,
  db: Database,
): Promise<Message> {
  const names = visits.map(({ id }) => visitName(id));
  const many = visits.length > 1;
  const title = again
    ? text.visit.plannedAgain(names.join(', '))
    : many
      ? text.visit.plannedMany(names.join(', '), String(visits.length))
      : text.visit.planned(names.join(', '));
  const [first] = visits;
  const program = programs.find(({ id }) => id === first?.programId);
  const toTell = first && standingOf(first, program, []) === 'untold' ? await tellFirst(first, text, db) : [];
  const days = visits.map(({ startsOn }) => startsOn).toSorted();
  const holidays = await holidaysBetween(days[0] ?? today, days.at(-1) ?? today);
  const offs = dayOffLines(visits, holidays, text, today);
  return savedMessage(title, visits, [...offs, ...lines, ...toTell], text, today);
}

async function tellFirst(visit: Visit, text: Text, db: Database): Promise<string[]> {
  const members = await findMembersOfDistrict(db, visit.district);
  if (members.length === 0) return [text.visit.tellSomebody];
  return [
    text.visit.tellFirst(
      namesWords(
        members.map(({ name }) => name),
        10,
        text,
      ),
    ),
  ];
}

/** What has changed, and who was told of it as it was before. */
export async function changedMessage(
  { visit, before }: { visit: Visit; before: Visit },
  lines: readonly string[],
  { today }: Known,
  text: Text,
  db: Database,
): Promise<Message> {
  const moved = isMoved(before, visit);
  const name = visitName(visit.id);
  const title = moved
    ? text.visit.moved(name, whenWords(before, text, today), whenWords(visit, text, today))
    : text.visit.changed(name);
  const notices = (await findNotices(db, [visit.id])).get(visit.id) ?? [];
  const told = [...new Set(notices.map((notice) => notice.name))];
  const again = moved && told.length > 0 ? [text.visit.tellAgain(namesWords(told, 10, text))] : [];
  const offs = dayOffLines([visit], await holidaysBetween(visit.startsOn, visit.startsOn), text, today);
  return savedMessage(title, [visit], [...offs, ...lines, ...again], text, today);
}
