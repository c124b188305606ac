import path from 'node:path';
import { sql } from 'kysely';
import { findHomePage } from '../../commands/home/page.ts';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import type { Deps } from '../../src/base/deps.ts';
import { createLog } from '../../src/base/log.ts';
import { homeView } from '../../src/desk/home/views.ts';
import { putPerson } from '../../src/people/store.ts';
import { textFor } from '../../src/text/index.ts';
import { type Figure, median, type Note, type Sizes } from './figures.ts';

const NOW = new Date('2018-11-05T03:00:00Z');
const ME = { userId: 'U0BENCH001', name: '벤치', role: 'administrator' as const, language: null };

/** How long an administrator's Home takes to read and draw in an office of ten years, and in one of a month. */
export async function measureHome(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const text = textFor('ko');
  const offices: { deps: Deps; times: number[] }[] = [];
  for (const records of [200, 20_000]) {
    const db = await openDatabase(path.join(folder, `home-${records}.db`));
    await fill(db, records);
    const config = { timezone: 'Asia/Seoul', language: 'ko' as const, officeChannel: null, slackApiUrl: null };
    const log = createLog('error');
    const deps = { db, now: () => NOW, log, config: { ...config, calendarUrl: null, botToken: '' } } as Deps;
    offices.push({ deps, times: [] });
  }
  for (let round = 0; round < (quick ? 20 : 100); round++) {
    for (const { deps, times } of offices) {
      const began = performance.now();
      homeView(await findHomePage(ME, 0, deps), text);
      if (round > 4) times.push(performance.now() - began);
    }
  }
  for (const { deps } of offices) await deps.db.destroy();

  const [few, many] = offices;
  return [
    {
      name: 'Home: among 20,000 records of each noun : among 200',
      unit: 'ms',
      ours: median(many?.times ?? []),
      baseline: median(few?.times ?? []),
      aim: { atMost: 3 },
    },
  ];
}

async function fill(db: Database, records: number): Promise<void> {
  await putPerson(db, ME, { actor: 'bench', at: NOW });
  const n = sql`with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${records})`;
  const day = sql`printf('%d-%02d-%02d', 2009 + i % 10, 1 + (i / 10) % 12, 1 + (i / 120) % 28)`;
  const at = NOW.toISOString();
  await sql`insert into visit (program_id, title, year, month, starts_on, start_time, ends_on, place, district, purpose, owner,
      staff, sequence, changed_at, origin, nth, created_by, created_at, version)
    ${n} select 1 + i % 15, '일정 ' || i, 2009, 1, ${day}, '14:00', ${day}, '현장', '중구', '점검', 'U' || (i % 20), '', 0,
      ${at}, 'form', 0, 'bench', ${at}, 1 from n`.execute(db);
  await sql`insert into followup (kind, title, status, owner, due, open, sort_due, origin, created_by, created_at, version)
    ${n} select 'own_task', '할 일 ' || i, 'in_progress', case i % 20 when 0 then ${ME.userId} else 'U' || (i % 20) end, ${day}, 1,
      ${day}, 'form', 'bench', ${at}, 1 from n`.execute(db);
  await sql`insert into history (at, actor, noun, record, action)
    ${n} select ${at}, 'U' || (i % 20), 'expense', i, 'changed' from n`.execute(db);
}
