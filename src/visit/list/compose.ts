import { formatDay, formatSpan } from '../../korean/day-words.ts';
import { addDays, mondayOf } from '../../korean/days.ts';
import { nearWords, withNear } from '../../korean/near.ts';
import { planPeriod } from '../../korean/plan-period.ts';
import { findDistricts } from '../../people/districts/store.ts';
import { findHolidays } from '../../people/holidays.ts';
import { findNames, findPeople } from '../../people/store.ts';
import { queryOf } from '../../slack/pager.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import { markedSimilar } from '../../slack/similar.ts';
import type { Turn } from '../../slack/turn.ts';
import type { Day } from '../../vocabulary/day.ts';
import { districtNames, programNames } from '../names.ts';
import { standingOf, untoldOf } from '../notice/rules.ts';
import { findNotices } from '../notice/store.ts';
import type { Program } from '../programs/rules.ts';
import { findPrograms } from '../programs/store.ts';
import { readQuery } from '../query.ts';
import { listMessage, PAGE_SIZE, WEEK_SIZE } from '../views.ts';
import { findTexts, findVisits, type VisitFilter } from './store.ts';

type Heading = { title: string; understood?: string; none: string; query: string; size: number; newest: boolean };

/** The words of `/visit list` as a filter. */
export async function filterOf(typed: string, { db, person, text, today }: Turn): Promise<VisitFilter> {
  const programs = await findPrograms(db);
  return readQuery(typed, {
    today,
    me: person.userId,
    people: await findPeople(db),
    programs: programNames(programs),
    districts: districtNames(await findDistricts(db)),
    words: {
      untold: text.visit.untoldWords,
      cancelled: text.visit.cancelledWords,
      resultless: text.visit.resultlessWords,
    },
    untold: untoldOf(programs),
  });
}

/** What fits the words, the newest first; what is still to come in the order of days. */
export async function listVisits(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { title, none } = turn.text.visit.list;
  const query = queryOf(typed);
  const filter = await filterOf(query, turn);
  const near = filter.words && (await nearOf(filter, turn));
  if (near && withNear(query, near) !== query)
    return markedSimilar(await listVisits(withNear(query, near), offset, turn), near, turn.text);
  const newest = !filter.untold && !(filter.days && filter.days.to >= turn.today);
  const understood = await filterWords(filter, turn);
  return page(filter, { title, understood, none, query: `list ${query}`, size: PAGE_SIZE, newest }, offset, turn);
}

/** `12월 1일(화) ~ 12월 6일(일) · 강북구 · “점검”` */
async function filterWords(filter: VisitFilter, { db, text, today }: Turn): Promise<string> {
  const { days, programId, district, person, untold, resultless, cancelled, words = [] } = filter;
  const program = programId === undefined ? undefined : (await findPrograms(db)).find(({ id }) => id === programId);
  const said = text.visit.list.filters;
  return [
    days && [...new Set(formatSpan(days, text.language, today))].join(' ~ '),
    program && text.visit.program(program.name),
    district && text.visit.district(district),
    person && ((await findNames(db, [person])).get(person) ?? person),
    untold && said.untold,
    resultless && said.resultless,
    cancelled && text.visit.cancelledWord,
    ...words.map((word) => `“${word}”`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the words may have meant, where nothing is found by them, canceled or not. */
async function nearOf(filter: VisitFilter, { db }: Turn): Promise<Map<string, string> | null> {
  const { count } = await findVisits(db, filter, { offset: 0, limit: 0 });
  return count > 0 ? null : nearWords(filter.words ?? [], await findTexts(db));
}

export async function showToday(offset: number, turn: Turn): Promise<Message> {
  const { text, today } = turn;
  const day = formatDay(today, text.language, today);
  const heading = {
    title: text.visit.list.today(day),
    none: text.visit.list.noneToday(day),
    query: 'today',
    size: WEEK_SIZE,
    newest: false,
  };
  return page({ days: { from: today, to: today } }, heading, offset, turn);
}

/** Monday to Sunday of this week, or of the days that are said. */
export async function showWeek(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { text, today } = turn;
  const days = typed === '' ? weekOf(today) : spanOf(typed, today);
  if (!days) return plainMessage(text.visit.list.notAWeek(typed));
  const [from, to] = formatSpan(days, text.language, today);
  const heading = {
    title: text.visit.list.week(from, to),
    none: text.visit.list.noneWeek(from, to),
    query: `week ${typed}`,
    size: WEEK_SIZE,
    newest: false,
  };
  return page({ days }, heading, offset, turn);
}

const weekOf = (day: Day) => ({ from: mondayOf(day), to: addDays(mondayOf(day), 6) });

/** `다음주`, or the week of a day: `11/9`. */
function spanOf(typed: string, today: Day) {
  const period = planPeriod(typed, today);
  if (!period) return null;
  return period.kind === 'day' ? weekOf(period.from) : { from: period.from, to: period.to };
}

async function page(filter: VisitFilter, heading: Heading, offset: number, turn: Turn): Promise<Message> {
  const { db, today } = turn;
  const programs = await findPrograms(db);
  const found = await findVisits(db, filter, { offset, limit: heading.size, newest: heading.newest });
  const untold = found.count === 0 ? 0 : await countUntold(filter, programs, turn);
  const notices = await findNotices(
    db,
    found.visits.map(({ id }) => id),
  );
  const rows = found.visits.map((visit) => {
    const program = programs.find(({ id }) => id === visit.programId);
    return { visit, program, standing: standingOf(visit, program, notices.get(visit.id) ?? []) };
  });
  const days = found.visits.map(({ startsOn }) => startsOn).toSorted();
  const holidays = await findHolidays(db, days[0] ?? today, days.at(-1) ?? today);
  const off = filter.cancelled === undefined ? { ...filter, cancelled: true } : null;
  const cancelled = off ? (await findVisits(db, off, { offset: 0, limit: 0 })).count : 0;
  const shown = { understood: '', ...heading, offset, count: found.count, cancelled, untold };
  return listMessage(rows, shown, holidays, turn);
}

async function countUntold(filter: VisitFilter, programs: readonly Program[], { db }: Turn): Promise<number> {
  const untold = { ...filter, untold: untoldOf(programs), cancelled: false };
  return (await findVisits(db, untold, { offset: 0, limit: 0 })).count;
}
