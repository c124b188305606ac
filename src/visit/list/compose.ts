import { formatDay, formatSpan } from '../../korean/day-words.ts';
import { addDays, mondayOf } from '../../korean/days.ts';
import { nearWords, withNear } from '../../korean/near.ts';
import { planPeriod } from '../../korean/plan-period.ts';
import { spanWords } from '../../korean/span-words.ts';
import { findDistricts } from '../../people/districts/store.ts';
import { findHolidays } from '../../people/holidays.ts';
import { findNames, findPeople } from '../../people/store.ts';
import { capital } from '../../slack/blocks.ts';
import { queryOf } from '../../slack/pager.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import { markedSimilar } from '../../slack/similar.ts';
import type { Turn } from '../../slack/turn.ts';
import type { Day } from '../../vocabulary/day.ts';
import { districtNames, programNames } from '../names.ts';
import { standingOf, untoldOf } from '../notice/rules.ts';
import { findNotices } from '../notice/store.ts';
import { findPrograms } from '../programs/store.ts';
import { readQuery } from '../query.ts';
import { listMessage, PAGE_SIZE, WEEK_SIZE } from '../views.ts';
import { countVisits, findTexts, findVisits, type Page, type VisitFilter } from './store.ts';

type Heading = { title: string; understood?: string; none: string; query: string; offset: number; size: number };

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

/** Another page of whichever list it is; its buttons know which. */
export function turnTo(query: string, offset: number, turn: Turn): Promise<Message> {
  const [which, ...words] = query.trim().split(' ');
  const typed = words.join(' ');
  if (which === 'today') return showToday(offset, turn);
  return (which === 'week' ? showWeek : listVisits)(typed, offset, turn);
}

/** What fits the words, the newest first; what is still to come in the order of days. */
export async function listVisits(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { title, none } = turn.text.visit.list;
  const query = queryOf(typed);
  const filter = await filterOf(query, turn);
  const newest = !filter.untold && !(filter.days && filter.days.to >= turn.today);
  const found = await findVisits(turn.db, filter, { offset, limit: PAGE_SIZE, newest });
  const near = found.count === 0 && filter.words ? nearWords(filter.words, await findTexts(turn.db)) : null;
  if (near && withNear(query, near) !== query)
    return markedSimilar(await listVisits(withNear(query, near), offset, turn), near, turn.text);
  const understood = await filterWords(filter, turn);
  return page(found, filter, { title, understood, none, query: `list ${query}`, offset, size: PAGE_SIZE }, turn);
}

/** `12월 1일(화) ~ 12월 6일(일) · 강북구 · “점검”` */
async function filterWords(filter: VisitFilter, { db, text, today }: Turn): Promise<string> {
  const { days, programId, district, person, untold, resultless, cancelled, words = [] } = filter;
  const program = programId === undefined ? undefined : (await findPrograms(db)).find(({ id }) => id === programId);
  const said = text.visit.list.filters;
  const parts = [
    days && spanWords(days, text, today),
    program && text.visit.program(program.name),
    district && text.visit.district(district),
    person && ((await findNames(db, [person])).get(person) ?? person),
    untold && said.untold,
    resultless && said.resultless,
    cancelled && text.visit.cancelledWord,
    ...words.map((word) => `“${word}”`),
  ];
  return capital(parts.filter(Boolean).join(' · '));
}

export async function showToday(offset: number, turn: Turn): Promise<Message> {
  const { text, today } = turn;
  const day = formatDay(today, text.language, today);
  const heading = {
    title: text.visit.list.today(day),
    none: text.visit.list.noneToday(day),
    query: 'today',
  };
  return ofDays({ from: today, to: today }, heading, offset, turn);
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
  };
  return ofDays(days, heading, offset, turn);
}

/** In the order of days. */
async function ofDays(
  days: { from: Day; to: Day },
  heading: Omit<Heading, 'offset' | 'size'>,
  offset: number,
  turn: Turn,
): Promise<Message> {
  const found = await findVisits(turn.db, { days }, { offset, limit: WEEK_SIZE });
  return page(found, { days }, { ...heading, offset, size: WEEK_SIZE }, turn);
}

const weekOf = (day: Day) => ({ from: mondayOf(day), to: addDays(mondayOf(day), 6) });

/** `다음주`, or the week of a day: `11/9`. */
function spanOf(typed: string, today: Day) {
  const period = planPeriod(typed, today);
  if (!period) return null;
  return period.kind === 'day' ? weekOf(period.from) : { from: period.from, to: period.to };
}

async function page(found: Page, filter: VisitFilter, heading: Heading, turn: Turn): Promise<Message> {
  const { db, today } = turn;
  const programs = await findPrograms(db);
  const isNone = found.count === 0;
  const untold = isNone
    ? 0
    : filter.untold
      ? found.count
      : await countVisits(db, { ...filter, untold: untoldOf(programs), cancelled: false });
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
  const apart = !isNone && filter.cancelled === undefined;
  const cancelled = apart ? await countVisits(db, { ...filter, cancelled: true }) : 0;
  return listMessage(rows, { understood: '', ...heading, count: found.count, cancelled, untold }, holidays, turn);
}
