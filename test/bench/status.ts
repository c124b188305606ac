import path from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { type Figure, median, type Note, type Sizes } from './figures.ts';
import { hasShell, timedInShell } from './shell.ts';

const TOTALS =
  'select year, account, category, sum(amount), count(*) from expense where voided_at is null group by 1, 2, 3;';

/** How long a year's status takes on a small and on a large register, beside adding the same up in the shell. */
export async function measureStatus(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const [small, large] = quick ? [1_000, 100_000] : [10_000, 1_000_000];
  const shell = await hasShell();
  const files = [
    { rows: small, file: path.join(folder, 'small.db') },
    { rows: large, file: path.join(folder, 'large.db') },
  ];
  const registers: { rows: number; file: string; db: Database; ours: number[]; shell: number[] }[] = [];
  for (const { rows, file } of files) {
    const db = await openDatabase(file);
    await fill(db, rows);
    registers.push({ rows, file, db, ours: [], shell: [] });
  }
  for (let round = 0; round < 10; round++) {
    for (const { file, db, ours, shell: theirs } of registers) {
      for (let i = 0; i < 50; i++) {
        const began = performance.now();
        await findStatus(db, 2018);
        if (round > 0) ours.push(performance.now() - began);
      }
      if (shell && round < 5) theirs.push(await timedInShell(file, TOTALS));
    }
  }
  for (const { db } of registers) await db.destroy();

  const against = registers.map(({ rows, ours, shell: theirs }) => ({
    name: `status on ${rows.toLocaleString('en-US')} rows : the shell's totals`,
    unit: 'ms',
    ours: median(ours),
    baseline: median(theirs),
    aim: { atMost: 1 },
  }));
  const [first, second] = registers;
  return [
    ...(shell ? against : [{ note: 'There is no sqlite3 shell here: status is measured without that baseline.' }]),
    {
      name: `status on ${large.toLocaleString('en-US')} : on ${small.toLocaleString('en-US')} rows`,
      unit: 'ms',
      ours: median(second?.ours ?? []),
      baseline: median(first?.ours ?? []),
      aim: { atMost: 1.5 },
    },
  ];
}

/** Ten years of spends, made by the database itself, with the totals that the app would have kept of them. */
async function fill(db: Database, rows: number): Promise<void> {
  await sql`insert into expense (year, month, spent_on, spent_time, amount, account, category, place, purpose, headcount,
      payment, flags, origin, fingerprint, nth, created_by, created_at, version)
    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${rows})
    select 2012 + i % 10, 1 + i % 12, printf('%d-%02d-%02d', 2012 + i % 10, 1 + i % 12, 1 + i % 28), '12:30',
      10000 + i % 90000, '203-0' || (1 + i % 4), '분야 ' || (i % 7), '식당 ' || (i % 500), '시정 현안 자문 간담회', 1 + i % 20,
      'card', '', 'import', 'print' || i, 1, 'bench', '2018-01-01T00:00:00.000Z', 1 from n`.execute(db);
  await sql`insert into expense_total select year, account, category, sum(amount), count(*) from expense group by 1, 2, 3`.execute(
    db,
  );
}
