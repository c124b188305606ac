import path from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../src/base/db/database.ts';
import { startOurs } from './apps.ts';
import { compared, type Line, type Sizes, timed } from './figures.ts';
import { read } from './nouns.ts';
import { fillRegister } from './register.ts';

const MONTH = 8_333;
const ASKED: [command: string, words: string][] = [
  ['/지출', '점검'],
  ['/지출', '목록 2018-03'],
  ['/후속', '목록'],
];

/** Answers while months of 8,333 spends are judged, beside the same when all is judged. */
export async function measureJudging(folder: string, { quick }: Sizes): Promise<Line[]> {
  const [months, idleRounds] = quick ? [2, 5] : [4, 20];
  const file = path.join(folder, 'office.db');
  const db = await openDatabase(file);
  await fillRegister(db, 1_000);
  await db.deleteFrom('expense').execute();
  await sql`insert into expense (year, month, spent_on, spent_time, amount, account, category, place, purpose, headcount,
      payment, flags, origin, fingerprint, nth, created_by, created_at, version)
    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${months * MONTH})
    select 2018, 1 + i % ${months}, printf('2018-%02d-%02d', 1 + i % ${months}, 1 + (i / ${months}) % 28), printf('%02d:30', 9 + i % 12),
      10000 + i % 90000, '203-0' || (1 + i % 4), '간담회 등', '식당 ' || (i % 500), '시정 현안 자문 간담회', 1 + i % 20, 'card', '',
      'import', 'print' || i, 1, 'bench', '2018-01-01T00:00:00.000Z', 1 from n`.execute(db);

  const app = await startOurs(folder);
  const took = { ours: [] as number[], baseline: [] as number[] };
  const round = async (into: number[]) => {
    for (const [command, words] of ASKED) into.push(await timed(() => read(app, command, words)));
  };
  const isDue = async () => {
    const mark = await db.selectFrom('check_mark').select('expense_id').executeTakeFirst();
    const newest = await db
      .selectFrom('expense')
      .select((eb) => eb.fn.max('id').as('id'))
      .executeTakeFirst();
    const due = await db.selectFrom('check_due').select('month').limit(1).executeTakeFirst();
    return (newest?.id ?? 0) > (mark?.expense_id ?? 0) || due !== undefined;
  };
  while (await isDue()) await round(took.ours);
  for (let i = 0; i < idleRounds; i++) await round(took.baseline);
  await app.stop();
  await db.destroy();
  return [
    ...compared(`answers while months of ${MONTH.toLocaleString('en-US')} are judged : idle`, took, { p99: 1.5 }),
    { note: `Of ${took.ours.length} answers while ${months} months were judged.` },
  ];
}
