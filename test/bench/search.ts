import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { findExpenses } from '../../src/spending/expense/list/store.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { compared, inTurns, type Line, promised, type Sizes, timed } from './figures.ts';
import { expensesFile } from './register.ts';

const WORDS = ['소나무집17', '간담회', '다온', '없는말', '한빛499', '미진 다과'];
const PATIENCE_MS = 300;

/** Searching words in a million spends, and a year's status among them. */
export async function measureSearch(_folder: string, { quick }: Sizes): Promise<Line[]> {
  const [rounds, rows] = quick ? [3, 100_000] : [8, 1_000_000];
  const large = await openDatabase(await expensesFile(rows));
  const small = await openDatabase(await expensesFile(10_000));
  const lines: Line[] = [];
  for (const typed of WORDS) {
    const filter = { words: typed.split(' ') };
    const look = (db: Database) => timed(() => findExpenses(db, filter, { offset: 0, limit: 10 }));
    const { ours } = await inTurns(rounds, { ours: () => look(large) });
    lines.push(...promised(`“${typed}” among ${rows.toLocaleString('en-US')} spends`, ours, PATIENCE_MS));
  }
  const status = (db: Database) => timed(() => findStatus(db, 2018));
  const took = await inTurns(rounds * 20, { ours: () => status(large), baseline: () => status(small) });
  lines.push(...compared(`status, ${rows.toLocaleString('en-US')} : 10,000 spends`, took, { p50: 1.5 }));
  for (const db of [large, small]) await db.destroy();
  return lines;
}
