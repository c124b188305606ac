import path from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { holidaysBetween } from '../../src/korean/holidays.ts';
import { textFor } from '../../src/text/index.ts';
import { findVisits } from '../../src/visit/list/store.ts';
import { standingOf } from '../../src/visit/notice/rules.ts';
import { findNotices } from '../../src/visit/notice/store.ts';
import type { Program } from '../../src/visit/programs/rules.ts';
import { findPrograms } from '../../src/visit/programs/store.ts';
import { findYear } from '../../src/visit/stats/store.ts';
import { yearMessage } from '../../src/visit/stats/views.ts';
import { listMessage, WEEK_SIZE } from '../../src/visit/views.ts';
import { type Figure, median, type Note, type Sizes } from './figures.ts';

const TODAY = '2018-12-31';
const WEEK = { from: '2018-11-05', to: '2018-11-11' };

/** How long a week and a year's figures take among 20,000 visits of ten years, and among 200. */
export async function measureVisits(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const text = textFor('ko');
  const offices: { visits: number; db: Database; programs: Program[]; week: number[]; stats: number[] }[] = [];
  for (const visits of [200, 20_000]) {
    const db = await openDatabase(path.join(folder, `visits-${visits}.db`));
    await fill(db, visits);
    offices.push({ visits, db, programs: await findPrograms(db), week: [], stats: [] });
  }
  for (let round = 0; round < (quick ? 4 : 10); round++) {
    for (const { db, programs, week, stats } of offices) {
      for (let i = 0; i < 20; i++) {
        const began = performance.now();
        await drawWeek(db, programs, text);
        const between = performance.now();
        yearMessage(await findYear(db, 2018, programs, TODAY), programs, text);
        const ended = performance.now();
        if (round > 0) week.push(between - began);
        if (round > 0) stats.push(ended - between);
      }
    }
  }
  for (const { db } of offices) await db.destroy();

  const [few, many] = offices;
  return (['week', 'stats'] as const).map((what) => ({
    name: `visits: ${what} among 20,000 : among 200`,
    unit: 'ms',
    ours: median(many?.[what] ?? []),
    baseline: median(few?.[what] ?? []),
    aim: { atMost: 2 },
  }));
}

async function drawWeek(db: Database, programs: readonly Program[], text: ReturnType<typeof textFor>): Promise<void> {
  const { visits, count } = await findVisits(db, { days: WEEK }, { offset: 0, limit: WEEK_SIZE });
  const notices = await findNotices(
    db,
    visits.map(({ id }) => id),
  );
  const rows = visits.map((visit) => {
    const program = programs.find(({ id }) => id === visit.programId);
    return { visit, program, standing: standingOf(visit, program, notices.get(visit.id) ?? []) };
  });
  const shown = { title: '', none: '', query: 'week', offset: 0, size: WEEK_SIZE, count, untold: 0 };
  listMessage(rows, shown, await holidaysBetween(WEEK.from, WEEK.to), { text, today: TODAY });
}

/**
 * Ten years of visits, with a result and an agenda for each tenth. The week that is measured has the same visits in both, since a
 * busier week is longer to read, whatever lies around it.
 */
async function fill(db: Database, visits: number): Promise<void> {
  const columns = sql`(program_id, title, year, month, starts_on, start_time, ends_on, place, district, purpose, owner, staff,
    partner_level, countries, participants, summary, sequence, changed_at, origin, nth, created_by, created_at, version)`;
  const rest = sql`'14:00', day, '현장 ' || (i % 500), '자치구 ' || (i % 25), '현장 점검과 주민 의견 청취', 'U0BENCH001', '',
    case when i % 15 = 11 then 'basic' end, case when i % 15 = 12 then '미국' end, i % 90, '들었음', 0, '2018-01-01T00:00:00.000Z', 'form', 0,
    'bench', '2018-01-01T00:00:00.000Z', 1`;
  await sql`insert into visit ${columns}
    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${visits}),
      dated as (select i, 2009 + i % 10 as year, 1 + (i / 10) % 12 as month,
        printf('%d-%02d-%02d', 2009 + i % 10, 1 + (i / 10) % 12, 1 + (i / 120) % 28) as day from n)
    select 1 + i % 15, '일정 ' || i, year, month, day, ${rest} from dated where not day between ${WEEK.from} and ${WEEK.to}`.execute(
    db,
  );
  await sql`insert into visit ${columns}
    with recursive n(i) as (select 0 union all select i + 1 from n where i < 9),
      dated as (select i, 2018 as year, 11 as month, '2018-11-0' || (5 + i % 5) as day from n)
    select 1 + i % 15, '그 주의 일정 ' || i, year, month, day, ${rest} from dated`.execute(db);
  await sql`insert into visit_agenda (visit_id, nth, year, program_id, title, done)
    select id, 0, year, program_id, '안건', id % 2 from visit where id % 10 = 0`.execute(db);
}
