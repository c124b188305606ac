import type { Database } from '../../../base/db/database.ts';
import { addDays, instantOf, todayIn } from '../../../korean/days.ts';
import { findNames } from '../../../people/store.ts';
import { streamVisits } from '../../../visit/list/store.ts';
import { standingOf } from '../../../visit/notice/rules.ts';
import { findNotices } from '../../../visit/notice/store.ts';
import { findPrograms } from '../../../visit/programs/store.ts';
import { parseVisitName, type Visit, visitName } from '../../../visit/rules.ts';
import { findVisit } from '../../../visit/store.ts';
import { placeWords, programWords, whenWords } from '../../../visit/words.ts';
import { MOST_MOVED_DAYS, type Window } from '../rules.ts';
import type { Item, Topic } from '../topic.ts';
import { isUntold, scheduleDues, visitDues } from './rules.ts';
import { findEntered, findEnteredLate } from './store.ts';

/** Results are asked for this long after a visit, and the council is told three days before one. */
const DAYS_BACK = 14 + MOST_MOVED_DAYS;
const DAYS_AHEAD = 4 + MOST_MOVED_DAYS;

export const visitTopic: Topic = {
  kinds: ['schedule_today', 'visit_evening', 'visit_hour', 'visit_notice', 'visit_result', 'visit_unshared'],

  async find(db, office, window) {
    const visits = await findAround(db, office.zone, window);
    const ids = visits.map(({ id }) => id);
    const programs = new Map((await findPrograms(db)).map((program) => [program.id, program]));
    const notices = await findNotices(db, ids);
    const entered = await findEntered(db, ids);
    return [
      ...scheduleDues(visits, office, window),
      ...visits.flatMap((visit) => {
        const standing = standingOf(visit, programs.get(visit.programId), notices.get(visit.id) ?? []);
        const createdOn = todayIn(office.zone, entered.get(visit.id) ?? office.now);
        return visitDues(visit, standing, createdOn, office);
      }),
    ];
  },

  async items(db, records, office, { text, today, kind }) {
    const programs = new Map((await findPrograms(db)).map((program) => [program.id, program]));
    const items = new Map<string, Item>();
    for (const record of records) {
      const visit = await findVisit(db, parseVisitName(record) ?? 0);
      if (!visit) continue;
      const program = programWords(programs.get(visit.programId), text);
      const start = instantOf(office.zone, visit.startsOn, visit.startTime);
      items.set(record, {
        words: [
          `${whenWords(visit, text, today)} · ${visitName(visit.id)}`,
          visit.title.replaceAll('\n', ' '),
          [placeWords(visit, text), program].join(' · '),
          ...(office.recipients.has(visit.owner) ? [] : [text.reminder.ownerLeft(await nameOf(visit.owner, db))]),
        ].join('\n'),
        pending:
          kind === 'visit_unshared'
            ? isUntold(
                standingOf(
                  visit,
                  programs.get(visit.programId),
                  (await findNotices(db, [visit.id])).get(visit.id) ?? [],
                ),
              )
            : !visit.cancelled && (start > office.now || visit.summary === null),
        whose: [visit.owner, ...visit.staff],
        maker: visit.createdBy,
        history: { noun: 'visit', record: String(visit.id) },
        day: visit.startsOn,
        time: visit.startTime,
      });
    }
    return items;
  },
};

const nameOf = async (userId: string, db: Database): Promise<string> =>
  (await findNames(db, [userId])).get(userId) ?? userId;

async function findAround(db: Database, zone: string, { from, to }: Window): Promise<Visit[]> {
  const days = { from: addDays(todayIn(zone, from), -DAYS_BACK), to: addDays(todayIn(zone, to), DAYS_AHEAD) };
  const visits = new Map<number, Visit>();
  for await (const visit of streamVisits(db, { days, cancelled: false })) visits.set(visit.id, visit);
  for (const id of await findEnteredLate(db, new Date(from.getTime() - DAYS_BACK * DAY))) {
    const late = visits.has(id) ? null : await findVisit(db, id);
    if (late && late.endsOn < days.from) visits.set(id, late);
  }
  return [...visits.values()];
}

const DAY = 86_400_000;
